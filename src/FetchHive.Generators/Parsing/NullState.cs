using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Whether null may be put into a member or parameter, as System.Text.Json sees it.</summary>
internal static class NullState
{
    /// <summary>
    /// Whether null may be put there: it is nullable, or written where nullable annotations are off, or its type is a type parameter. (<c>Page&lt;string&gt;</c>
    /// and <c>Page&lt;string?&gt;</c> are one type at run time, so what an argument says can't count.)
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
                && found.ContainingNamespace.Is("CodeAnalysis", "Diagnostics", "System"))
            {
                return found.Name == "AllowNullAttribute";
            }
        }

        ITypeSymbol declared = DeclaredTypeOf(symbol) ?? type;
        return declared.NullableAnnotation != NullableAnnotation.NotAnnotated || declared is ITypeParameterSymbol { HasNotNullConstraint: false };
    }

    private static ITypeSymbol? DeclaredTypeOf(ISymbol symbol) => symbol.OriginalDefinition switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
