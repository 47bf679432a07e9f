using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Determines which members of an object are written, and under which names.</summary>
internal sealed class InputObjectParser(ParseContext context, InputTypeParser types)
{
    public InputType? Parse(INamedTypeSymbol type, string name, JsonAttributes attributes)
    {
        List<JsonMember> members = JsonMembers.Of(type, context, StringComparer.Ordinal);
        members.RemoveAll(member => member.Attributes.IgnoreAlways || member.Attributes.IgnoreWhenWriting || !member.CanRead);
        JsonMember.SortByOrder(members);
        if (members.Count == 0 && !Symbols.MayMissMembers(type, context.CancellationToken))
        {
            context.Report(InputRules.EmptyInput, context.Path, TypeNames.Readable(type));
        }

        List<InputProperty>? properties = ParseProperties(type, members, attributes);
        return properties is null
            ? null
            : InputTypeParser.New(type, name, InputKind.Object) with { Properties = new EquatableArray<InputProperty>(properties) };
    }

    /// <summary>Parses the members that are written; <see langword="null"/> if one of them can't be.</summary>
    private List<InputProperty>? ParseProperties(INamedTypeSymbol type, List<JsonMember> members, JsonAttributes attributes)
    {
        Dictionary<string, string> namesTaken = [];
        List<InputProperty> properties = [];
        bool isComplete = true;
        foreach (JsonMember member in members)
        {
            if (!member.IsReadable)
            {
                context.Report(InputRules.NotReadable, context.Path, TypeNames.Readable(type), member.Symbol.Name);
                isComplete = false;
                continue;
            }

            if (MemberForms.SerializerReason(member) is { } reason)
            {
                MissingSerializer.Report(type, reason, context);
                isComplete = false;
                continue;
            }

            string jsonName = member.JsonName;
            context.Push(member.Symbol);
            if (jsonName.Length == 0 || NameText.HasLoneSurrogate(jsonName))
            {
                // Other unusual names may belong to another system's format.
                context.Report(InputRules.InputName, context.Path, NameText.MistakeIn(jsonName)!, "the name that the workflow reads it by");
                isComplete = false;
            }
            else if (namesTaken.TryGetValue(jsonName, out string? other))
            {
                context.Report(InputRules.DuplicateInput, context.Path, context.PathOfSibling(other), jsonName, "[JsonPropertyName]");
                isComplete = false;
            }
            else
            {
                namesTaken.Add(jsonName, member.Symbol.Name);
            }

            BytesAsText.Check(member.Type, context);
            OtherSerializers.Check(member.Symbol, member.Attributes, jsonName, "sent", context);
            int index = types.Parse(member.Type, MemberForms.NumbersOf(member, attributes));
            context.Pop();

            isComplete &= index >= 0;
            properties.Add(MemberForms.PropertyOf(member, type, jsonName, index));
        }

        return isComplete ? properties : null;
    }
}
