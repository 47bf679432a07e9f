using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Handles <c>[AllowNull] string</c> and <c>[DisallowNull] string?</c>, which act like annotations on a parameter. Generated code uses the
/// annotation, because older frameworks lack the attributes.
/// </summary>
internal static class NullabilityAttributes
{
    /// <summary>A parameter's type, with the annotation that its attributes imply.</summary>
    public static ITypeSymbol TypeOf(IParameterSymbol parameter)
    {
        ITypeSymbol type = parameter.Type;
        if (type.IsValueType)
        {
            return type;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (Allows(attribute) is { } allows)
            {
                return type.WithNullableAnnotation(allows ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated);
            }
        }

        return type;
    }

    /// <summary>Whether an attribute allows null or forbids it; <see langword="null"/> for other attributes.</summary>
    public static bool? Allows(AttributeData attribute) =>
        attribute.AttributeClass is not { } type ? null
        : type.Is(KnownTypes.AllowNullAttribute) ? true
        : type.Is(KnownTypes.DisallowNullAttribute) ? false
        : null;
}
