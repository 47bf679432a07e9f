using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Determines how an object is created from JSON. The constructor and the members are chosen as in System.Text.Json.</summary>
internal sealed class OutputObjectParser(ParseContext context, OutputSetters setters, OutputTypeParser types)
{
    public OutputType? Parse(INamedTypeSymbol type, string name, JsonAttributes attributes)
    {
        if (attributes.PopulatesObjects)
        {
            return types.RefuseSerializer(type, "has [JsonObjectCreationHandling(Populate)]");
        }

        if (OutputConstructor.Find(type, context, out IMethodSymbol? constructor) is { } noConstructor)
        {
            return types.Refuse(type, noConstructor);
        }

        List<JsonMember> members = JsonMembers.Of(type, context, StringComparer.OrdinalIgnoreCase);
        List<JsonMember> bound = [];
        if (constructor is not null && OutputConstructor.Bind(constructor, members, bound) is { } unbound)
        {
            return types.Refuse(type, unbound);
        }

        bool setsRequiredMembers = OutputConstructor.SetsRequiredMembers(constructor);
        List<OutputParameter> parameters = [];
        for (int i = 0; i < bound.Count; i++)
        {
            ISymbol member = bound[i].Symbol;
            bool isRequired = RequiredMembers.IsRequired(member) && !setsRequiredMembers;
            if (isRequired && bound[i].Attributes.IgnoreAlways)
            {
                return types.Refuse(type, RequiredMembers.Advice(member));
            }

            parameters.Add(OutputConstructor.Parse(constructor!.Parameters[i], isRequired ? TypeNames.Identifier(member.Name) : ""));
        }

        if (ParseProperties(type, members, bound, setsRequiredMembers, parameters, attributes) is not { } properties)
        {
            return null;
        }

        if (!setsRequiredMembers && UnsetRequiredMember(type, parameters) is { } unset)
        {
            return types.Refuse(type, RequiredMembers.Advice(unset));
        }

        if (parameters.Count == 0
            && !properties.Exists(property => !property.IsIgnored)
            && !Symbols.MayMissMembers(type, context.CancellationToken))
        {
            context.Report(
                ResultRules.EmptyOutput,
                context.Place,
                TypeNames.Readable(type),
                OutputConstructor.CouldBeMarked(type, context, members)
                    ? "mark the constructor that takes them with [JsonConstructor]"
                    : "give it public properties with setters, or a constructor that takes them");
        }
        else
        {
            UnfilledMembers.Check(type, FilledBy(properties, parameters), context);
        }

        return new OutputType
        {
            Name = name,
            ShortName = ShortNames.Of(type),
            Kind = OutputTypeKind.Object,
            IsValueType = type.IsValueType,
            Properties = new EquatableArray<OutputProperty>(properties),
            Parameters = new EquatableArray<OutputParameter>(parameters),
            NumberHandling = attributes.NumberHandling ?? -1,
            DisallowsUnmapped = attributes.DisallowsUnmapped,
        };
    }

    /// <summary>
    /// The members that are read; <see langword="null"/> if one of them can't be. Those that are set in the object initializer also become
    /// parameters.
    /// </summary>
    private List<OutputProperty>? ParseProperties(
        INamedTypeSymbol type,
        List<JsonMember> members,
        List<JsonMember> bound,
        bool setsRequiredMembers,
        List<OutputParameter> parameters,
        JsonAttributes attributes)
    {
        List<OutputProperty> properties = [];
        List<JsonMember> passedOver = [];
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        JsonMember? extensionData = null;
        bool isComplete = true;
        foreach (JsonMember member in members)
        {
            bool isBound = bound.Contains(member);
            bool isIgnored = (member.Attributes.IgnoreAlways || member.Attributes.IgnoreWhenReading) && !isBound;
            SetterKind setter = isIgnored ? SetterKind.None : setters.Of(type, member, isBound, setsRequiredMembers);
            if (OutputMistakes.In(member, setter, isBound, extensionData, attributes) is { } mistake)
            {
                types.Refuse(type, mistake);
                return null;
            }

            if (setter == SetterKind.None && !isBound && !IsFilled(member, isIgnored))
            {
                if (!isIgnored && member.Attributes.PopulatesObjects)
                {
                    types.RefuseSerializer(type, Populates(member));
                    return null;
                }

                passedOver.Add(member);
                continue;
            }

            if (MemberReason(member) is { } reason)
            {
                types.RefuseSerializer(type, reason);
                return null;
            }

            extensionData = member.Attributes.IsExtensionData ? member : extensionData;
            OutputProperty? property = ParseProperty(type, member, setter, setsRequiredMembers, names);
            isComplete &= property is not null;
            if (property is null)
            {
                continue;
            }

            properties.Add(property);
            if (setter == SetterKind.Initializer)
            {
                parameters.Add(InitializerOf(property));
            }
        }

        if (extensionData is not null || attributes.DisallowsUnmapped)
        {
            AddKnown(properties, passedOver, names);
        }

        return isComplete ? properties : null;
    }

    /// <summary>Whether values are added to the member's existing dictionary, as to extension data without a setter.</summary>
    private static bool IsFilled(JsonMember member, bool isIgnored) => member.Attributes.IsExtensionData && !isIgnored;

    /// <summary>Adds members that aren't read, because their JSON must count neither as unmapped nor as extension data.</summary>
    private static void AddKnown(List<OutputProperty> properties, List<JsonMember> members, Dictionary<string, string> names)
    {
        foreach (JsonMember member in members)
        {
            if (!names.ContainsKey(member.JsonName))
            {
                names.Add(member.JsonName, member.Symbol.Name);
                properties.Add(new OutputProperty
                {
                    Name = TypeNames.Identifier(member.Symbol.Name),
                    ClrName = member.Symbol.Name,
                    JsonName = member.JsonName,
                    DeclaringType = TypeNames.Bare(member.Symbol.ContainingType),

                    // Its type may be unreadable, and isn't parsed.
                    TypeName = "object",
                    Type = OutputTypeParser.None,
                    IsField = false,
                    Setter = SetterKind.None,
                    IsRequired = false,
                    RefusesNull = false,
                    IsExtensionData = false,
                    IsIgnored = true,
                    NumberHandling = -1,
                    NonNullItems = 0,
                });
            }
        }
    }

    /// <summary>
    /// The names of the members and parameters that are read. They are compared in any letter case, because a parameter may spell its
    /// member's name differently.
    /// </summary>
    private static HashSet<string> FilledBy(List<OutputProperty> properties, List<OutputParameter> parameters)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (OutputProperty property in properties)
        {
            if (!property.IsIgnored)
            {
                names.Add(property.ClrName);
            }
        }

        foreach (OutputParameter parameter in parameters)
        {
            names.Add(parameter.ClrName);
        }

        return names;
    }

    private static ISymbol? UnsetRequiredMember(INamedTypeSymbol type, List<OutputParameter> parameters)
    {
        HashSet<string> set = [];
        foreach (OutputParameter parameter in parameters)
        {
            set.Add(parameter.Member);
        }

        return RequiredMembers.FirstUnset(type, set);
    }

    private OutputProperty? ParseProperty(
        INamedTypeSymbol type, JsonMember member, SetterKind setter, bool setsRequiredMembers, Dictionary<string, string> names)
    {
        string jsonName = member.JsonName;
        if (!member.Attributes.IsExtensionData)
        {
            if (NameText.HasLoneSurrogate(jsonName))
            {
                types.Refuse(
                    type, $"the JSON name of '{member.Symbol.Name}' contains half a character; write the name that the workflow gives it");
                return null;
            }

            if (names.TryGetValue(jsonName, out string? other))
            {
                types.Refuse(
                    type, $"'{other}' and '{member.Symbol.Name}' are both read from '{jsonName}'; name one with [JsonPropertyName]");
                return null;
            }

            names.Add(jsonName, member.Symbol.Name);
        }

        context.Push(member.Symbol);
        OtherSerializers.Check(member.Symbol, member.Attributes, jsonName, "read", context);
        int index = types.Parse(member.Type);
        context.Pop();
        if (index < 0)
        {
            return null;
        }

        return new OutputProperty
        {
            Name = TypeNames.Identifier(member.Symbol.Name),
            ClrName = member.Symbol.Name,
            JsonName = jsonName,
            DeclaringType = TypeNames.Bare(member.Symbol.ContainingType),
            TypeName = TypeNames.Bare(member.Type),
            Type = index,
            IsField = member.Symbol is IFieldSymbol,
            Setter = setter,
            IsRequired = member.Attributes.IsRequired || (RequiredMembers.IsRequired(member.Symbol) && !setsRequiredMembers),
            RefusesNull = !member.Type.IsValueType && !NullState.AcceptsNull(member.Symbol, member.Type),
            IsExtensionData = member.Attributes.IsExtensionData,
            IsHidden = setter != SetterKind.None && MemberForms.HiddenIn(member, type).Length > 0,
            IsIgnored = member.Attributes.IgnoreAlways,
            NumberHandling = member.Attributes.NumberHandling ?? -1,
            NonNullItems = NullState.NonNullItems(member.Symbol, member.Type),
        };
    }

    private static OutputParameter InitializerOf(OutputProperty property) => new()
    {
        ClrName = property.ClrName,
        IsInitializer = true,
        Member = property.Name,
        TypeName = property.TypeName,
        HasDefault = false,
        DefaultValue = "null",
        AcceptsNull = !property.RefusesNull,
    };

    private static string Populates(JsonMember member) => $"has [JsonObjectCreationHandling(Populate)] on '{member.Symbol.Name}'";

    /// <summary>Why a type with this member needs a serializer; <see langword="null"/> if it doesn't.</summary>
    private static string? MemberReason(JsonMember member)
    {
        if (member.Attributes.IsExtensionData)
        {
            bool isKnown = Scalars.KindOf(member.Type) == ScalarKind.JsonObject
                || (member.Type.FindInterface("IDictionary") is { TypeArguments: { Length: 2 } arguments }
                    && arguments[0].SpecialType == SpecialType.System_String
                    && Scalars.KindOf(arguments[1]) == ScalarKind.JsonElement);
            return isKnown ? null : $"has extension data ('{member.Symbol.Name}') that isn't a dictionary of JsonElement";
        }

        return member.Attributes.PopulatesObjects ? Populates(member) : MemberForms.SerializerReason(member);
    }
}
