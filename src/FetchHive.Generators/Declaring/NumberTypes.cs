using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.Generators.Declaring;

/// <summary>Finds the C# type for the numbers of samples.</summary>
internal static class NumberTypes
{
    /// <summary>
    /// The first type that writes each number as the sample does: decimal for <c>1.50</c>. <see langword="null"/> if no type does, as for
    /// <c>1e16</c>.
    /// </summary>
    /// <param name="numbers">The numbers as they are written.</param>
    public static string? ThatWrites(IReadOnlyList<string> numbers) =>
        All(numbers, IsInt) ? "int"
        : All(numbers, IsLong) ? "long"
        : All(numbers, IsULong) ? "ulong"
        : All(numbers, IsDouble) ? "double"
        : All(numbers, IsDecimal) ? "decimal"
        : null;

    /// <summary>The first type that can read each number.</summary>
    /// <param name="numbers">The numbers as they are written.</param>
    public static string ThatReads(IReadOnlyList<string> numbers) => All(numbers, IsInt) ? "int" : All(numbers, IsLong) ? "long" : "double";

    private delegate bool Test(string number);

    private static bool All(IReadOnlyList<string> numbers, Test test)
    {
        foreach (string number in numbers)
        {
            if (!test(number))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInt(string number) =>
        int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        && value.ToString(CultureInfo.InvariantCulture) == number;

    private static bool IsLong(string number) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
        && value.ToString(CultureInfo.InvariantCulture) == number;

    private static bool IsULong(string number) =>
        ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
        && value.ToString(CultureInfo.InvariantCulture) == number;

    /// <summary>Whether a double writes the number unchanged on every framework: without an exponent, with at most 15 digits.</summary>
    private static bool IsDouble(string number)
    {
        int digits = 0;
        foreach (char letter in number)
        {
            digits += letter is >= '0' and <= '9' ? 1 : 0;
            if (letter is not ((>= '0' and <= '9') or '-' or '.'))
            {
                return false;
            }
        }

        return digits <= 15 && number != "-0" && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value.ToString("R", CultureInfo.InvariantCulture) == number;
    }

    private static bool IsDecimal(string number) =>
        decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out decimal value)
        && value.ToString(CultureInfo.InvariantCulture) == number;
}
