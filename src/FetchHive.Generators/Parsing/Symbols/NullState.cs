using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Whether null may be put into a member or parameter, as System.Text.Json sees it.</summary>
internal static class NullState
{
    /// <summary>
    /// Whether null is allowed there: it is nullable, nullable annotations are off there, or its type is a type parameter.
    /// (<c>Page&lt;string&gt;</c> and <c>Page&lt;string?&gt;</c> are the same type at run time, so an argument's annotation can't count.)
    /// </summary>
    public static bool AcceptsNull(ISymbol symbol, ITypeSymbol type)
    {
        if (!type.CanHoldNull())
        {
            return false;
        }

        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "AllowNullAttribute" or "DisallowNullAttribute" } found
                && found.ContainingNamespace.Is(KnownNamespaces.SystemDiagnosticsCodeAnalysis))
            {
                return found.Name == "AllowNullAttribute";
            }
        }

        ITypeSymbol declared = DeclaredTypeOf(symbol) ?? type;
        return declared.NullableAnnotation != NullableAnnotation.NotAnnotated
            || declared is ITypeParameterSymbol { HasNotNullConstraint: false };
    }

    /// <summary>
    /// The levels of items that can't be null: bit 0 is for the items of the collection (the values of a dictionary), bit 1 for the items
    /// of those, and so on. Items of a type parameter's type, or declared with annotations off, may be null.
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
