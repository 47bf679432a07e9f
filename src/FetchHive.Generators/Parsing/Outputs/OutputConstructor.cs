using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Finds the constructor that System.Text.Json would use, and the members from which its parameters are read.</summary>
internal static class OutputConstructor
{
    private const string None = "it has no constructor to use; give it one public constructor, or mark one with [JsonConstructor]";
    private const string OutOfReach =
        "generated code can't call its constructor that is marked with [JsonConstructor]; make that public or internal";

    /// <summary>
    /// Finds the marked constructor, the parameterless one, or the only public one. A struct may have none. Returns why there is no usable
    /// constructor; <see langword="null"/> if there is one, or the struct needs none.
    /// </summary>
    public static string? Find(INamedTypeSymbol type, ParseContext context, out IMethodSymbol? constructor)
    {
        constructor = null;
        IMethodSymbol? marked = null;
        IMethodSymbol? parameterless = null;
        IMethodSymbol? other = null;
        bool hasSeveral = false;
        foreach (IMethodSymbol candidate in type.InstanceConstructors)
        {
            if (JsonAttributes.Of(candidate).IsConstructor)
            {
                if (marked is not null)
                {
                    return "two of its constructors are marked with [JsonConstructor]; mark one";
                }

                marked = candidate;
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

        // A KeyValuePair can't be filled after its creation, and its constructor isn't marked. System.Text.Json handles the type specially.
        bool isPair = type.Is(KnownTypes.KeyValuePair);
        constructor = marked ?? (isPair ? other : parameterless ?? other);
        if (marked is not null)
        {
            return context.CanUse(marked) ? null : OutOfReach;
        }

        bool isUsable = constructor is null ? type.IsValueType : constructor.Parameters.IsEmpty || !hasSeveral;
        return isUsable ? null : None;
    }

    /// <summary>Whether the type has a constructor with parameters that System.Text.Json could use if it were marked.</summary>
    public static bool CouldBeMarked(INamedTypeSymbol type, ParseContext context, List<JsonMember> members)
    {
        foreach (IMethodSymbol candidate in type.InstanceConstructors)
        {
            if (!candidate.Parameters.IsEmpty && context.CanUse(candidate) && Bind(candidate, members, []) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Finds the member from which each parameter is read. Returns why a parameter has none; <see langword="null"/> if all have one. As in
    /// System.Text.Json, a parameter has the same name as its member, in any letter case, and the same type.
    /// </summary>
    public static string? Bind(IMethodSymbol constructor, List<JsonMember> members, List<JsonMember> bound)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                return $"its constructor's parameter '{parameter.Name}' is taken by reference; take it by value";
            }

            JsonMember? found = null;
            foreach (JsonMember member in members)
            {
                if (!IsBoundTo(member, parameter))
                {
                    continue;
                }

                if (found is not null)
                {
                    return $"its constructor's parameter '{parameter.Name}' may mean '{found.Symbol.Name}' "
                        + $"or '{member.Symbol.Name}'; rename one";
                }

                found = member;
            }

            if (found is null)
            {
                return $"its constructor's parameter '{parameter.Name}' matches no property by name and type";
            }

            if (bound.Contains(found))
            {
                return $"two of its constructor's parameters have the name '{parameter.Name}' but for letter case; rename one";
            }

            if (found.Attributes.IsExtensionData)
            {
                return $"its extension data '{found.Symbol.Name}' is a parameter of the constructor, which can't take it; "
                    + "declare it as a property with a setter";
            }

            bound.Add(found);
        }

        return null;
    }

    /// <summary>Whether the constructor sets the required members, so that callers need not set them.</summary>
    public static bool SetsRequiredMembers(IMethodSymbol? constructor) =>
        constructor is not null && constructor.Has(KnownTypes.SetsRequiredMembersAttribute);

    public static OutputParameter Parse(IParameterSymbol parameter, string member) => new()
    {
        ClrName = parameter.Name,
        IsInitializer = false,
        Member = member,
        TypeName = TypeNames.Bare(parameter.Type),

        // Models leave out properties that have no value, so a nullable parameter is optional.
        HasDefault = parameter.HasExplicitDefaultValue || parameter.Type.IsNullable(),
        DefaultValue = parameter.HasExplicitDefaultValue ? DefaultValues.Of(parameter) : "null",
        AcceptsNull = NullState.AcceptsNull(parameter, parameter.Type),
    };

    private static bool IsBoundTo(JsonMember member, IParameterSymbol parameter) =>
        string.Equals(member.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type);
}
