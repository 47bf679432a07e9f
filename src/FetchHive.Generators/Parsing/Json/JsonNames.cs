using System.Globalization;
using System.Text;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Converts names to JSON names by the naming rules. The results equal those of <c>JsonNamingPolicy.SnakeCaseLower</c> and <c>CamelCase</c>
/// (a test compares them), so that generated code writes the same names that System.Text.Json reads.
/// </summary>
internal static class JsonNames
{
    public const string SnakeCase = "SnakeCase";
    public const string CamelCase = "CamelCase";
    public const string AsDeclared = "AsDeclared";

    /// <summary>The rule for a value of <c>NamingRule</c>.</summary>
    public static string RuleOf(int value) => value switch
    {
        1 => CamelCase,
        2 => AsDeclared,
        _ => SnakeCase,
    };

    public static string Apply(string rule, string name) => rule switch
    {
        CamelCase => ToCamelCase(name),
        AsDeclared => name,
        _ => ToSnakeCase(name),
    };

    private static string ToCamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length; i++)
        {
            // "HTMLPage" becomes "htmlPage": the last of several capitals begins the next word.
            if (i == 1 && !char.IsUpper(letters[i]))
            {
                break;
            }

            bool hasNext = i + 1 < letters.Length;
            if (i > 0 && hasNext && !char.IsUpper(letters[i + 1]))
            {
                if (letters[i + 1] == ' ')
                {
                    letters[i] = char.ToLowerInvariant(letters[i]);
                }

                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    private enum State
    {
        NotStarted,
        UppercaseLetter,
        LowercaseLetterOrDigit,
        SpaceSeparator,
    }

    private static string ToSnakeCase(string name)
    {
        StringBuilder result = new();
        State state = State.NotStarted;

        for (int i = 0; i < name.Length; i++)
        {
            char current = name[i];
            switch (char.GetUnicodeCategory(current))
            {
                case UnicodeCategory.UppercaseLetter:
                    bool endsRun = state == State.UppercaseLetter && i + 1 < name.Length && char.IsLower(name[i + 1]);
                    if (state is State.LowercaseLetterOrDigit or State.SpaceSeparator || endsRun)
                    {
                        result.Append('_');
                    }

                    result.Append(char.ToLowerInvariant(current));
                    state = State.UppercaseLetter;
                    break;

                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    if (state == State.SpaceSeparator)
                    {
                        result.Append('_');
                    }

                    result.Append(current);
                    state = State.LowercaseLetterOrDigit;
                    break;

                case UnicodeCategory.SpaceSeparator:
                    // Leading and trailing white space is dropped.
                    if (state != State.NotStarted)
                    {
                        state = State.SpaceSeparator;
                    }

                    break;

                default:
                    result.Append(current);
                    state = State.NotStarted;
                    break;
            }
        }

        return result.ToString();
    }
}
