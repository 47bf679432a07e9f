using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The members of an enum, with the text that is sent for each.</summary>
internal static class Enums
{
    /// <summary>
    /// One member for each value. If a value has several names, the first declared one is used. In a <c>[Flags]</c> enum, members that
    /// contain others come first, so that a combination is named by its largest parts, as in System.Text.Json.
    /// </summary>
    public static EquatableArray<EnumMember> MembersOf(INamedTypeSymbol type)
    {
        List<EnumMember> members = [];
        HashSet<ulong> values = [];
        foreach (ISymbol symbol in type.GetMembers())
        {
            if (symbol is IFieldSymbol { HasConstantValue: true } field && values.Add(ToBits(field.ConstantValue)))
            {
                members.Add(new EnumMember(TypeNames.Identifier(field.Name), TextOf(field), ToBits(field.ConstantValue)));
            }
        }

        if (IsFlags(type))
        {
            members.Sort(CompareParts);
        }

        return new EquatableArray<EnumMember>(members);
    }

    /// <summary>
    /// The first member whose text System.Text.Json refuses, and what is wrong with the text; <see langword="null"/> if all can be sent and
    /// read.
    /// </summary>
    public static (string Name, string Mistake)? FirstWrongName(INamedTypeSymbol type)
    {
        foreach (ISymbol symbol in type.GetMembers())
        {
            if (symbol is IFieldSymbol { HasConstantValue: true } field && MistakeIn(TextOf(field), IsFlags(type)) is { } mistake)
            {
                return (field.Name, mistake);
            }
        }

        return null;
    }

    private static string? MistakeIn(string text, bool isFlags) =>
        string.IsNullOrWhiteSpace(text) ? "is empty"
        : text.Trim() != text ? "has white space around it"
        : isFlags && text.IndexOf(',') >= 0 ? "contains a comma, which separates the names of flags"
        : NameText.HasLoneSurrogate(text) ? "contains half a character"
        : null;

    public static bool IsFlags(INamedTypeSymbol type) => type.Has(KnownTypes.FlagsAttribute);

    private static string TextOf(IFieldSymbol field)
    {
        foreach (AttributeData attribute in field.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && type.Is(KnownTypes.JsonStringEnumMemberNameAttribute)
                && attribute.StringArgument(0) is { } text)
            {
                return text;
            }
        }

        return field.Name;
    }

    /// <summary>The value as sign-extended bits, so that all underlying types are compared in the same way.</summary>
    private static ulong ToBits(object? value) => value switch
    {
        sbyte number => unchecked((ulong)number),
        byte number => number,
        short number => unchecked((ulong)number),
        ushort number => number,
        int number => unchecked((ulong)number),
        uint number => number,
        long number => unchecked((ulong)number),
        ulong number => number,
        _ => 0,
    };

    /// <summary>
    /// The value with the most bits comes first, so that a value precedes all others whose bits it contains. With equally many bits, the
    /// lower value comes first.
    /// </summary>
    private static int CompareParts(EnumMember left, EnumMember right)
    {
        int byBits = CountBits(right.Value).CompareTo(CountBits(left.Value));
        return byBits != 0 ? byBits : left.Value.CompareTo(right.Value);
    }

    private static int CountBits(ulong value)
    {
        int count = 0;
        for (; value != 0; value &= value - 1)
        {
            count++;
        }

        return count;
    }
}
