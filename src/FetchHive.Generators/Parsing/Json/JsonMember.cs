using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>A property or field that System.Text.Json would see in a type: public, or marked <c>[JsonInclude]</c>.</summary>
internal sealed class JsonMember(ISymbol symbol, ITypeSymbol type, string jsonName, JsonAttributes attributes, bool isReadable)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>The name in JSON: from <c>[JsonPropertyName]</c>, or by the naming rule.</summary>
    public string JsonName { get; } = jsonName;

    public ITypeSymbol Type { get; } = type;

    public JsonAttributes Attributes { get; } = attributes;

    /// <summary>Whether generated code may read the member: a public property can have a private getter.</summary>
    public bool IsReadable { get; } = isReadable;

    public bool CanRead =>
        Symbol is IFieldSymbol || (Symbol as IPropertySymbol)?.GetMethod is { } getter && IsUsable(getter.DeclaredAccessibility);

    private bool IsUsable(Accessibility accessor) => accessor == Accessibility.Public || Attributes.IsIncluded;

    /// <summary>Sorts members by <c>[JsonPropertyOrder]</c>. Members with the same order keep their sequence.</summary>
    public static void SortByOrder(List<JsonMember> members)
    {
        for (int i = 1; i < members.Count; i++)
        {
            JsonMember member = members[i];
            int place = i;
            for (; place > 0 && members[place - 1].Attributes.Order > member.Attributes.Order; place--)
            {
                members[place] = members[place - 1];
            }

            members[place] = member;
        }
    }
}
