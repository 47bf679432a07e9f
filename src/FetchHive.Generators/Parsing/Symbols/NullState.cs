using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Whether a member or parameter accepts null, by the rules of System.Text.Json.</summary>
internal static class NullState
{
    /// <summary>
    /// Whether null is allowed: the member is nullable, nullable annotations are disabled there, or its type is a type parameter.
    /// (<c>Page&lt;string&gt;</c> and <c>Page&lt;string?&gt;</c> are the same type at run time, so a type argument's annotation can't
    /// count.)
    /// </summary>
    public static bool AcceptsNull(ISymbol symbol, ITypeSymbol type)
    {
        if (!type.CanHoldNull())
        {
            return false;
        }

        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (NullabilityAttributes.Allows(attribute) is { } allows)
            {
                return allows;
            }
        }

        ITypeSymbol declared = DeclaredTypeOf(symbol) ?? type;
        return declared.NullableAnnotation != NullableAnnotation.NotAnnotated
            || declared is ITypeParameterSymbol { HasNotNullConstraint: false };
    }

    /// <summary>
    /// The levels of items that can't be null. Bit 0 is for the items of the collection (or the values of the dictionary), bit 1 for their
    /// items, and so on. Items may be null if their type is a type parameter, or if annotations are disabled where they are declared.
    /// </summary>
    public static int NonNullItems(ISymbol? symbol, ITypeSymbol type)
    {
        int levels = 0;
        ITypeSymbol? current = (symbol is null ? null : DeclaredTypeOf(symbol)) ?? type;
        for (int bit = 0; bit < 31; bit++)
        {
            if (current is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            {
                current = nullable.TypeArguments[0];
            }

            current = Scalars.KindOf(current) == ScalarKind.None ? Collections.ValueOf(current) : null;
            if (current is null or ITypeParameterSymbol)
            {
                break;
            }

            if (!current.IsValueType && current.NullableAnnotation == NullableAnnotation.NotAnnotated)
            {
                levels |= 1 << bit;
            }
        }

        return levels;
    }

    private static ITypeSymbol? DeclaredTypeOf(ISymbol symbol) => symbol.OriginalDefinition switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
