using System.Globalization;

using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>Writes the default values of parameters as C# expressions.</summary>
internal static class DefaultValues
{
    /// <summary>
    /// A parameter's default value. Its expression has the right type when it is boxed: <c>null</c>, <c>5</c>, <c>(global::Acme.Tone)1</c>.
    /// </summary>
    public static string Of(IParameterSymbol parameter)
    {
        object? value = parameter.ExplicitDefaultValue;
        string type = TypeNames.Bare(parameter.Type.UnwrapNullable());
        return value switch
        {
            // `default` of a struct isn't a constant, so the parameter has the value null.
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
            // Not the shortest form: a compiler that runs on .NET Framework writes another one, which isn't always exact.
            double number => number.ToString("G17", CultureInfo.InvariantCulture) + "D",
            float number => number.ToString("G9", CultureInfo.InvariantCulture) + "F",
            // Visual Basic has date constants.
            System.DateTime date => $"new {type}({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
            _ => $"unchecked(({type})({System.Convert.ToString(value, CultureInfo.InvariantCulture)}))",
        };
    }
}
