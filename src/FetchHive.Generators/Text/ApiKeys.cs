using System;

namespace FetchHive.Generators.Text;

/// <summary>
/// Distinguishes API keys from placeholders and test keys in documentation, samples and tests. Only a key's prefix is documented, so the
/// text after it has to look random: mixed letters and digits, without words and sequences.
/// </summary>
internal static class ApiKeys
{
    private const string Prefix = "fhk_";
    private const int MinSecretLength = 8;

    /// <summary>Higher, because without the prefix there is less evidence.</summary>
    private const int MinSecretLengthWithoutPrefix = 20;

    private static readonly string[] PlaceholderWords =
    [
        "your", "example", "sample", "placeholder", "secret", "dummy", "fake", "change", "replace", "insert", "here", "apikey", "token",
        "test", "demo", "xxx", "password", "emulator", "workspace", "invalid", "mykey", "todo", "redacted",
    ];

    /// <summary>Whether a text contains a key with the service's prefix.</summary>
    public static bool ContainsKey(string text)
    {
        for (int at = text.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            bool beginsWord = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (beginsWord && HasSecret(text, at + Prefix.Length, MinSecretLength))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether text that is used as a key looks like one, with any prefix.</summary>
    public static bool LooksLikeKey(string text) => HasSecret(text, 0, MinSecretLengthWithoutPrefix);

    /// <summary>Whether one of the parts between <c>_</c> and <c>-</c> looks random.</summary>
    private static bool HasSecret(string text, int start, int shortest)
    {
        int partStart = start;
        for (int i = start; ; i++)
        {
            bool isPart = i < text.Length && IsLetterOrDigit(text[i]);
            if (isPart)
            {
                continue;
            }

            if (i - partStart >= shortest && IsDrawnByLot(text.Substring(partStart, i - partStart)))
            {
                return true;
            }

            if (i == text.Length || text[i] is not ('_' or '-'))
            {
                return false;
            }

            partStart = i + 1;
        }
    }

    private static bool IsDrawnByLot(string part)
    {
        bool hasLetter = false;
        bool hasDigit = false;
        foreach (char letter in part)
        {
            hasDigit |= letter is >= '0' and <= '9';
            hasLetter |= letter is not (>= '0' and <= '9');
        }

        return hasLetter && hasDigit && !IsRun(part, 1) && !IsRun(part, 2) && !HasPlaceholderWord(part);
    }

    /// <summary>
    /// Whether at least half of the characters equal, or are adjacent to, the one <paramref name="step"/> places before: <c>12345678</c>,
    /// <c>aaaaaaaa</c>, and with two places <c>a1b2c3d4</c>.
    /// </summary>
    private static bool IsRun(string part, int step)
    {
        int follows = 0;
        for (int i = step; i < part.Length; i++)
        {
            if (part[i] - part[i - step] is >= -1 and <= 1)
            {
                follows++;
            }
        }

        return follows * 2 >= part.Length - step;
    }

    private static bool HasPlaceholderWord(string part)
    {
        foreach (string word in PlaceholderWords)
        {
            if (part.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetterOrDigit(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
