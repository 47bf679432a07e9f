using System.Globalization;

using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>Default values of constructor parameters as C# expressions.</summary>
internal static class DefaultValues
{
    /// <summary>
    /// A parameter's default value, boxed as an <see cref="object"/>: <c>null</c>, <c>5</c>, <c>(global::Acme.Tone)1</c>.
    /// </summary>
    public static string Of(IParameterSymbol parameter)
    {
        object? value = parameter.ExplicitDefaultValue;
        string type = TypeNames.Bare(parameter.Type.UnwrapNullable());
        return value switch
        {
            // `default` of a struct has no constant: the caller passes an empty one.
            null => parameter.Type.IsValueType && !parameter.Type.CanHoldNull() ? $"default({type})" : "null",
            string text => Literals.Text(text),
            char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
            bool flag => flag ? "true" : "false",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            // Not the shortest form: a compiler on .NET Framework writes it differently, and not always exactly.
            double number => number.ToString("G17", CultureInfo.InvariantCulture) + "D",
            float number => number.ToString("G9", CultureInfo.InvariantCulture) + "F",
            // Visual Basic has constants of dates.
            System.DateTime date => $"new {type}({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
            _ => $"unchecked(({type})({System.Convert.ToString(value, CultureInfo.InvariantCulture)}))",
        };
    }
}
