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
            switch (attribute.AttributeClass)
            {
                case { Name: "AllowNullAttribute" }:
                    return type.WithNullableAnnotation(NullableAnnotation.Annotated);
                case { Name: "DisallowNullAttribute" }:
                    return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            }
        }

        return type;
    }
}
