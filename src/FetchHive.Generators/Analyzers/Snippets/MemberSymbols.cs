using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Finds the symbols of a model's members for a report.</summary>
internal static class MemberSymbols
{
    /// <summary>The property or field of a type or one of its bases.</summary>
    /// <param name="type">The type; if it is <see langword="null"/>, the result is too.</param>
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
