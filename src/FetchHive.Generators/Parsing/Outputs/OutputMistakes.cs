using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Finds members that System.Text.Json refuses whenever the type is read, or that generated code can't set.</summary>
internal static class OutputMistakes
{
    /// <summary>What is wrong, and what to do; <see langword="null"/> if the member is fine.</summary>
    /// <param name="member">The member.</param>
    /// <param name="setter">How the member is set.</param>
    /// <param name="isBound">Whether a parameter of the constructor takes the member's value.</param>
    /// <param name="extensionData">Another member with extension data; <see langword="null"/> for none.</param>
    /// <param name="attributes">The type's attributes.</param>
    public static string? In(JsonMember member, SetterKind setter, bool isBound, JsonMember? extensionData, JsonAttributes attributes)
    {
        string name = member.Symbol.Name;
        if (setter == SetterKind.Inaccessible)
        {
            return member.Attributes.IsIncluded
                ? $"its setter of '{name}' isn't public; make it public, or take the value in a constructor"
                : $"generated code can't set '{name}' of the base '{member.Symbol.ContainingType.Name}', which another member hides; "
                    + "give it a setter that isn't init-only";
        }

        if (member.Attributes.IsRequired && ((setter == SetterKind.None && !isBound) || member.Attributes.IgnoreAlways))
        {
            return $"its member '{name}' is [JsonRequired] and is never set from JSON; "
                + "give it a public setter without [JsonIgnore], or remove [JsonRequired]";
        }

        if (member.Attributes.IgnoreAlways)
        {
            return null;
        }

        if (member.Attributes.IsExtensionData)
        {
            return extensionData is not null ? $"'{extensionData.Symbol.Name}' and '{name}' are both extension data; keep one"
                : member.Attributes.IsRequired ? $"its extension data '{name}' can't be required; remove [JsonRequired]"
                : attributes.DisallowsUnmapped ? $"it disallows unmapped members, but '{name}' receives them; remove one of the two"
                : setter == SetterKind.Initializer
                    ? $"its extension data '{name}' is set after the object was created; declare it with a setter, and without required"
                : null;
        }

        return member.Attributes.NumberHandling is not null && !TakesNumberHandling(member.Type)
            ? $"[JsonNumberHandling] on '{name}' is for numbers and for collections of numbers; remove it"
            : null;
    }

    private static bool TakesNumberHandling(ITypeSymbol type) =>
        MemberForms.IsNumber(type) || MemberForms.IsNumber(Collections.ValueOf(type));
}
