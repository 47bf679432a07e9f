using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Handles <c>required</c> members: an object can't be created without setting each of them.</summary>
internal static class RequiredMembers
{
    public static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>The first required member of a type and its bases that isn't set; <see langword="null"/> if all are.</summary>
    /// <param name="type">The type.</param>
    /// <param name="set">The names of the members that are set, as they are written in source.</param>
    public static ISymbol? FirstUnset(ITypeSymbol type, ICollection<string> set)
    {
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (IsRequired(member) && !set.Contains(TypeNames.Identifier(member.Name)))
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Why a required member is never set from JSON, and what to do.</summary>
    public static string Advice(ISymbol member)
    {
        JsonAttributes attributes = JsonAttributes.Of(member);
        string name = $"its required member '{member.Name}'";
        return attributes.IgnoreAlways || attributes.IgnoreWhenReading
            ? $"{name} is never read, because of [JsonIgnore]; remove one of the two"
            : attributes.IsIncluded ? $"{name} can't be set by generated code; make it public"
            : member is IFieldSymbol ? $"{name} is a field, which isn't read; mark it [JsonInclude], or make it a property"
            : $"{name} isn't public, so it isn't read; make it public, or mark it [JsonInclude]";
    }
}
