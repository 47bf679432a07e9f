using System;
using System.Collections.Generic;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Checks that the service accepts the metadata: a flat object of strings, numbers, booleans and nulls with non-empty keys.
/// </summary>
internal sealed class MetadataParser(ParseContext context, InputTypeParser types)
{
    // A property can be left out, a parameter can't.
    private const string LeaveOut = "leave it out with [JsonIgnore]";
    private const string SendAsInput = "remove [Metadata] to send it as an input";

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _flattened = new(StringComparer.Ordinal);

    /// <summary>Begins a method. Keys must be unique within one request.</summary>
    public void BeginMethod() => _keys.Clear();

    /// <summary>The index of the type in the table; <see cref="InputTypeParser.None"/> if it can't be written.</summary>
    public int Parse(IParameterSymbol parameter, AttributeData attribute, out string key)
    {
        string? given = attribute.StringArgument(0);
        key = given ?? JsonNames.Apply(context.Naming, parameter.Name);

        ITypeSymbol type = parameter.Type;
        if (Symbols.IsMissing(type))
        {
            context.NoteMissing(type);
            return InputTypeParser.None;
        }

        if (Scalars.IsMetadataValue(type))
        {
            CheckKey(key, parameter, attribute);
            return types.Parse(type);
        }

        bool isDictionary = Collections.IsDictionary(type, out ITypeSymbol keyType, out ITypeSymbol valueType)
            || IsPairs(type, out keyType, out valueType);
        if (!isDictionary && Refuse(type.UnwrapNullable()))
        {
            return InputTypeParser.None;
        }

        if (given is not null)
        {
            context.ReportAt(
                MetadataRules.MetadataKey, parameter, attribute, FindingTarget.FirstArgument,
                $"'{parameter.Name}' is sent as several metadata keys, so it can't have the key '{given}'",
                "remove the key, or send a single value");
        }

        return isDictionary ? ParseDictionary(type, keyType, valueType) : ParseFlattened(type.UnwrapNullable());
    }

    private int ParseDictionary(ITypeSymbol type, ITypeSymbol keyType, ITypeSymbol valueType)
    {
        if (keyType.SpecialType != SpecialType.System_String)
        {
            context.Report(
                MetadataRules.MetadataKey,
                $"'{context.Path}' is a dictionary with keys of type '{TypeNames.Readable(keyType)}', and metadata keys are strings",
                "use Dictionary<string, MetadataValue>");
            return InputTypeParser.None;
        }

        if (!Scalars.IsMetadataValue(valueType))
        {
            context.Report(MetadataRules.MetadataDictionary, context.Path, TypeNames.Readable(valueType));
            return InputTypeParser.None;
        }

        return types.Parse(type);
    }

    /// <summary>Parses a type whose properties become one key each.</summary>
    private int ParseFlattened(ITypeSymbol type)
    {
        // A type is parsed once, however many methods use it, so that a mistake in it is reported once. Its keys count in each method.
        string name = TypeNames.Qualified(type);
        if (_flattened.TryGetValue(name, out int known))
        {
            if (known >= 0)
            {
                foreach (InputProperty property in types[known].Properties)
                {
                    TakeKey(property.JsonName, context.Path + "." + property.Name);
                }
            }

            return known;
        }

        context.DependOn(type);
        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            context.DependOn(inherited);
        }

        InputType? flattened = ParseMembers((INamedTypeSymbol)type, name);
        int index = flattened is null ? InputTypeParser.None : types.Add(flattened);
        _flattened.Add(name, index);
        return index;
    }

    /// <summary>Whether a type can't be metadata as a whole. Known reasons are reported.</summary>
    private bool Refuse(ITypeSymbol type, INamedTypeSymbol? declaring = null)
    {
        if (Collections.ElementOf(type) is not null || Collections.IsUntyped(type) || Scalars.KindOf(type).IsBytes())
        {
            context.Report(
                MetadataRules.MetadataCollection, context.Path, TypeNames.Readable(type), context.IsAtRoot ? SendAsInput : LeaveOut);
            return true;
        }

        if (Scalars.KindOf(type).IsJson())
        {
            ReportObject(type, declaring);
            return true;
        }

        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic)
        {
            context.Report(InputRules.UnknownShape, type, context.Path, TypeNames.Readable(type), Collections.AdviceForUnknownShape(type));
            return true;
        }

        string? advice = NoJsonForm.Advice(type)
            ?? (NoJsonForm.IsFrameworkType(type) ? NoJsonForm.FrameworkTypeAdvice : null);
        if (advice is not null)
        {
            context.Report(InputRules.NoJsonForm, context.Path, TypeNames.Readable(type), advice);
            return true;
        }

        return type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface };
    }

    private InputType? ParseMembers(INamedTypeSymbol type, string name)
    {
        JsonAttributes attributes = JsonAttributes.Of(type);
        if (attributes.HasConverter || attributes.Unknown is not null)
        {
            context.Report(InputRules.NeedsSerializer, context.Path, TypeNames.Readable(type), "has a custom converter");
            return null;
        }

        List<JsonMember> members = JsonMembers.Of(type, context, StringComparer.Ordinal);
        members.RemoveAll(member => member.Attributes.IgnoreAlways || member.Attributes.IgnoreWhenWriting || !member.CanRead);
        JsonMember.SortByOrder(members);
        if (members.Count == 0 && !Symbols.MayMissMembers(type, context.CancellationToken))
        {
            context.Report(MetadataRules.EmptyMetadata, context.Path, TypeNames.Readable(type));
        }

        List<InputProperty> properties = [];
        bool isComplete = true;
        foreach (JsonMember member in members)
        {
            context.Push(member.Symbol);
            int index = ParseMember(type, member, attributes, out string key);
            context.Pop();

            isComplete &= index >= 0;
            properties.Add(MemberForms.PropertyOf(member, type, key, index));
        }

        return !isComplete ? null : new InputType
        {
            Name = name,
            ShortName = ShortNames.Of(type) + "Metadata",
            Kind = InputKind.Object,
            IsValueType = type.IsValueType,
            IsFlattened = true,
            Properties = new EquatableArray<InputProperty>(properties),
        };
    }

    private int ParseMember(INamedTypeSymbol declaring, JsonMember member, JsonAttributes attributes, out string key)
    {
        key = member.JsonName;
        if (!member.IsReadable)
        {
            context.Report(InputRules.NotReadable, context.Path, TypeNames.Readable(declaring), member.Symbol.Name);
            return InputTypeParser.None;
        }

        if (MemberForms.SerializerReason(member) is { } reason)
        {
            context.Report(InputRules.NeedsSerializer, context.Path, TypeNames.Readable(declaring), reason);
            return InputTypeParser.None;
        }

        if (Symbols.IsMissing(member.Type))
        {
            context.NoteMissing(member.Type);
            return InputTypeParser.None;
        }

        if (Scalars.IsMetadataValue(member.Type))
        {
            CheckKey(key, subject: null, attribute: null);
            return types.Parse(member.Type, MemberForms.NumbersOf(member, attributes));
        }

        if (!Refuse(member.Type, declaring))
        {
            ReportObject(member.Type, declaring);
        }

        return InputTypeParser.None;
    }

    /// <param name="type">The object's type.</param>
    /// <param name="declaring">The type that declares the property; <see langword="null"/> for a parameter.</param>
    private void ReportObject(ITypeSymbol type, INamedTypeSymbol? declaring) => context.Report(
        MetadataRules.MetadataObject,
        context.Path,
        TypeNames.Readable(type),
        declaring is null ? "parameters" : $"'{TypeNames.Readable(declaring)}'",
        declaring is null ? SendAsInput : LeaveOut);

    private void CheckKey(string key, ISymbol? subject, AttributeData? attribute)
    {
        if (NameText.MistakeIn(key) is { } wrong)
        {
            string mistake = $"The metadata key of '{context.Path}' {wrong}";
            const string Advice = "write the name by which logs are filtered";
            if (subject is not null && attribute is not null)
            {
                context.ReportAt(MetadataRules.MetadataKey, subject, attribute, FindingTarget.FirstArgument, mistake, Advice);
            }
            else
            {
                context.Report(MetadataRules.MetadataKey, mistake, Advice);
            }

            return;
        }

        if (TakeKey(key, context.Path) && SecretNames.Has(key))
        {
            context.Report(MetadataRules.SecretInMetadata, context.Path, key, context.IsAtRoot ? "remove the parameter" : LeaveOut);
        }
    }

    /// <summary>Reserves a key, or reports that it is already used.</summary>
    private bool TakeKey(string key, string path)
    {
        if (_keys.TryGetValue(key, out string? other))
        {
            context.Report(MetadataRules.MetadataKey, $"'{other}' and '{path}' are both sent as the metadata key '{key}'", "rename one");
            return false;
        }

        _keys.Add(key, path);
        return true;
    }

    /// <summary>Whether a type is a sequence of key/value pairs, which is copied like a dictionary.</summary>
    private static bool IsPairs(ITypeSymbol type, out ITypeSymbol key, out ITypeSymbol value)
    {
        if (Collections.ElementOf(type) is INamedTypeSymbol { TypeArguments.Length: 2 } element
            && element.Is(KnownTypes.KeyValuePair))
        {
            key = element.TypeArguments[0];
            value = element.TypeArguments[1];
            return true;
        }

        key = value = type;
        return false;
    }
}
