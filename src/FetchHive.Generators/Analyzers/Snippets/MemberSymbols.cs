using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Finds the symbols of a model's members when there is something to report.</summary>
internal static class MemberSymbols
{
    /// <summary>The property or field of a type, or of one that it inherits from.</summary>
    /// <param name="type">The type; <see langword="null"/> gives no member.</param>
    /// <param name="name">The member's name as it is written in source.</param>
    public static ISymbol? Find(ITypeSymbol? type, string name)
    {
        string plain = name.TrimStart('@');
        for (ITypeSymbol? current = type is null ? null : Symbols.UnwrapNullable(type); current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(plain))
            {
                if (member is IPropertySymbol { IsIndexer: false } or IFieldSymbol)
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>The type of a property or field.</summary>
    public static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
