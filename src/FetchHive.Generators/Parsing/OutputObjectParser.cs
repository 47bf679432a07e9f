using System;
using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Works out how an object is made from JSON: its constructor and its members, as System.Text.Json chooses them.</summary>
internal sealed class OutputObjectParser(ParseContext context, TargetModel target, OutputTypeParser types)
{
    public OutputType? Parse(INamedTypeSymbol type, string name, JsonAttributes attributes)
    {
        if (attributes.PopulatesObjects)
        {
            return types.RefuseSerializer(type, "has [JsonObjectCreationHandling(Populate)]");
        }

        if (!FindConstructor(type, out IMethodSymbol? constructor))
        {
            return types.Refuse(type, "it has no constructor to use; give it one public constructor, or mark one with [JsonConstructor]");
        }

        List<JsonMember> members = JsonMember.AllOf(type, context);
        members.RemoveAll(member => member.Attributes.IgnoreWhenReading);

        bool setsRequiredMembers = constructor is not null && HasAttribute(constructor, "SetsRequiredMembersAttribute");
        List<OutputParameter> parameters = [];
        HashSet<string> bound = new(StringComparer.OrdinalIgnoreCase);
        foreach (IParameterSymbol parameter in constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            int bindsTo = members.FindIndex(member => IsBoundTo(member, parameter));
            if (bindsTo < 0)
            {
                return types.Refuse(type, $"its constructor's parameter '{parameter.Name}' has no property of that name and type to be read from");
            }

            bound.Add(parameter.Name);
            ISymbol member = members[bindsTo].Symbol;
            parameters.Add(ParseParameter(parameter, IsRequired(member) && !setsRequiredMembers ? TypeNames.Identifier(member.Name) : ""));
        }

        List<OutputProperty> properties = [];
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        bool isComplete = true;
        foreach (JsonMember member in members)
        {
            bool isBound = bound.Contains(member.Symbol.Name);
            if (member.Attributes.IgnoreAlways && !isBound)
            {
                continue;
            }

            if (MemberReason(member) is { } reason)
            {
                return types.RefuseSerializer(type, reason);
            }

            if (!isBound && HasUnreachableSetter(member))
            {
                return types.Refuse(type, $"its setter of '{member.Symbol.Name}' isn't public; make it public, or take the value in a constructor");
            }

            SetterKind setter = SetterOf(member, isBound, setsRequiredMembers);
            if (setter == SetterKind.None && !isBound)
            {
                continue;
            }

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

        if (isComplete && properties.Count == 0 && parameters.Count == 0 && !Symbols.IsBeingTyped(type, context.CancellationToken))
        {
            context.Report(ResultRules.EmptyOutput, context.Place, TypeNames.Readable(type));
        }
        else if (isComplete)
        {
            foreach (OutputProperty property in properties)
            {
                bound.Add(property.ClrName);
            }

            UnfilledMembers.Check(type, bound, context);
        }

        return !isComplete ? null : new OutputType
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

    private OutputProperty? ParseProperty(
        INamedTypeSymbol type, JsonMember member, SetterKind setter, bool setsRequiredMembers, Dictionary<string, string> names)
    {
        string jsonName = member.Attributes.PropertyName ?? JsonNames.Apply(context.Naming, member.Symbol.Name);
        if (!member.Attributes.IsExtensionData)
        {
            if (NameText.HasLoneSurrogate(jsonName))
            {
                types.Refuse(type, $"the JSON name of '{member.Symbol.Name}' has half a character in it; write the name that the workflow gives it");
                return null;
            }

            if (names.TryGetValue(jsonName, out string? other))
            {
                types.Refuse(type, $"'{other}' and '{member.Symbol.Name}' are both read from '{jsonName}'; name one with [JsonPropertyName]");
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
            IsRequired = member.Attributes.IsRequired || (IsRequired(member.Symbol) && !setsRequiredMembers),
            RefusesNull = !member.Type.IsValueType && !NullState.AcceptsNull(member.Symbol, member.Type),
            IsExtensionData = member.Attributes.IsExtensionData,
            IsIgnored = member.Attributes.IgnoreAlways,
            NumberHandling = member.Attributes.NumberHandling ?? -1,
            NonNullItems = NullState.NonNullItems(member.Symbol, member.Type),
        };
    }

    private static OutputParameter ParseParameter(IParameterSymbol parameter, string member)
    {
        bool acceptsNull = NullState.AcceptsNull(parameter, parameter.Type);
        return new OutputParameter
        {
            ClrName = parameter.Name,
            IsInitializer = false,
            Member = member,
            TypeName = TypeNames.Bare(parameter.Type),

            // Models leave out what they have no value for, so a parameter that may be null may also be missing.
            HasDefault = parameter.HasExplicitDefaultValue || parameter.Type.IsNullable(),
            DefaultValue = parameter.HasExplicitDefaultValue ? Literals.DefaultValueOf(parameter) : "null",
            AcceptsNull = acceptsNull,
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

    /// <summary>Why a member makes its type need a serializer; <see langword="null"/> when it doesn't.</summary>
    private static string? MemberReason(JsonMember member)
    {
        if (member.Attributes.IsExtensionData && member.IsAccessible)
        {
            bool isKnown = Scalars.KindOf(member.Type) == ScalarKind.JsonObject
                || (Collections.IsDictionary(member.Type, out _, out ITypeSymbol value) && Scalars.KindOf(value) == ScalarKind.JsonElement);
            return isKnown ? null : $"has extension data ('{member.Symbol.Name}') that isn't a dictionary of JsonElement";
        }

        return member.Attributes.PopulatesObjects
            ? $"has [JsonObjectCreationHandling(Populate)] on '{member.Symbol.Name}'"
            : MemberForms.SerializerReason(member);
    }

    private SetterKind SetterOf(JsonMember member, bool isBound, bool setsRequiredMembers)
    {
        if (isBound)
        {
            return SetterKind.None;
        }

        bool isRequired = IsRequired(member.Symbol) && !setsRequiredMembers;
        if (member.Symbol is IFieldSymbol field)
        {
            return field.IsReadOnly || field.IsConst ? SetterKind.None
                : isRequired ? SetterKind.Initializer
                : SetterKind.Assign;
        }

        if (member.Symbol is not IPropertySymbol { SetMethod: { } setter }
            || !(member.Attributes.IsIncluded || setter.DeclaredAccessibility == Accessibility.Public))
        {
            return SetterKind.None;
        }

        if (isRequired)
        {
            return SetterKind.Initializer;
        }

        if (!setter.IsInitOnly && IsReachable(setter))
        {
            return SetterKind.Assign;
        }

        return CanHaveAccessor(member) ? SetterKind.Accessor : SetterKind.Initializer;
    }

    /// <summary><c>[JsonInclude]</c> makes a setter count that isn't public, and this one can't be called from where the client stands.</summary>
    private bool HasUnreachableSetter(JsonMember member) =>
        member.Attributes is { IsIncluded: true, IgnoreAlways: false }
        && member.Symbol is IPropertySymbol { SetMethod: { } setter }
        && !IsReachable(setter)
        && !CanHaveAccessor(member);

    private bool IsReachable(IMethodSymbol setter) =>
        setter.DeclaredAccessibility == Accessibility.Public || context.Compilation.IsSymbolAccessibleWithin(setter, context.Contract);

    /// <summary>An accessor can't be declared for a generic type before .NET 9.</summary>
    private bool CanHaveAccessor(JsonMember member) => target.UnsafeAccessor && !IsGeneric(member.Symbol.ContainingType);

    /// <summary>
    /// The constructor that System.Text.Json would use: the one marked, the parameterless one, a struct's own, or the only public one.
    /// </summary>
    private static bool FindConstructor(INamedTypeSymbol type, out IMethodSymbol? constructor)
    {
        constructor = null;
        IMethodSymbol? parameterless = null;
        IMethodSymbol? other = null;
        bool hasSeveral = false;
        foreach (IMethodSymbol candidate in type.InstanceConstructors)
        {
            if (JsonAttributes.Of(candidate).IsConstructor)
            {
                constructor = candidate;
                return candidate.DeclaredAccessibility == Accessibility.Public;
            }

            if (candidate.DeclaredAccessibility != Accessibility.Public)
            {
                continue;
            }

            if (candidate.Parameters.IsEmpty)
            {
                parameterless = candidate;
            }
            else
            {
                hasSeveral = other is not null;
                other = candidate;
            }
        }

        // A pair can't be filled after it was made, and has no attribute to say so: System.Text.Json knows it by name.
        bool isPair = type.Is("KeyValuePair", "Generic", "Collections", "System");
        constructor = isPair ? other : parameterless ?? other;
        return constructor is null ? type.IsValueType : constructor.Parameters.IsEmpty || !hasSeveral;
    }

    private static bool IsBoundTo(JsonMember member, IParameterSymbol parameter) =>
        string.Equals(member.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type);

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static bool IsGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAttribute(IMethodSymbol method, string name)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
