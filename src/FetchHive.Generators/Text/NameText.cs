using System.Globalization;
using System.Text;

namespace FetchHive.Generators.Text;

/// <summary>
/// Finds characters that can't be intended in a name, because the service compares names exactly: invisible ones, and those that a word
/// processor or a web page substitutes for ASCII characters. Characters of scripts other than Latin are left alone.
/// </summary>
internal static class NameText
{
    /// <summary>Cyrillic and Greek letters that look like the Latin letter at the same index in <see cref="Latin"/>.</summary>
    private const string Homoglyphs =
        "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u0430\u0435\u043E\u0440\u0441"
        + "\u0443\u0445"
        + "\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F"
        + "\u03A1\u03A4\u03A5\u03A7\u03BF";

    private const string Latin = "ABEKMHOPCTYXIJSaeopcyxijshdqwABEZHIKMNOPTYXo";

    /// <summary>What is wrong, as the text after "the name …"; <see langword="null"/> if the name is fine.</summary>
    public static string? MistakeIn(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "is empty";
        }

        if (name!.Trim() != name)
        {
            return "has white space around it";
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (IsLoneSurrogate(name, i))
            {
                return $"contains half a character (U+{CodePoint(name[i])}), which can't be sent";
            }

            if (IsInvisible(name, i))
            {
                return $"contains the invisible character U+{CodePoint(name[i])}";
            }

            if (LookAlikeOf(name, i) is { } plain)
            {
                return $"contains the character U+{CodePoint(name[i])}, which looks like {(plain == ' ' ? "a space" : $"'{plain}'")}";
            }
        }

        return null;
    }

    /// <summary>
    /// The name that was probably intended: without invisible characters, and with ASCII characters in place of look-alikes.
    /// </summary>
    public static string Corrected(string name)
    {
        StringBuilder plain = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            if (!IsLoneSurrogate(name, i) && !IsInvisible(name, i))
            {
                plain.Append(LookAlikeOf(name, i) ?? name[i]);
            }
        }

        return plain.ToString().Trim();
    }

    /// <summary>Whether the text can't be written as UTF-8.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsLoneSurrogate(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static string CodePoint(char letter) => ((int)letter).ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsLoneSurrogate(string name, int index) =>
        char.IsHighSurrogate(name[index]) ? index + 1 == name.Length || !char.IsLowSurrogate(name[index + 1])
        : char.IsLowSurrogate(name[index]) && (index == 0 || !char.IsHighSurrogate(name[index - 1]));

    private static bool IsInvisible(string name, int index)
    {
        char letter = name[index];
        return letter switch
        {
            // Joiners and direction marks are part of other scripts.
            >= '\u200C' and <= '\u200F' => !HasOtherScript(name, index),
            '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u200B' or '\u2800' or '\u3164' or '\uFEFF' => true,
            (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') => true,
            _ => false,
        };
    }

    /// <summary>The ASCII character that looks like this one; <see langword="null"/> for any other character.</summary>
    private static char? LookAlikeOf(string name, int index)
    {
        char letter = name[index];
        if (letter <= '~')
        {
            return null;
        }

        if (char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator)
        {
            return letter == '\u3000' && HasOtherScript(name, index) ? null : ' ';
        }

        if (letter is (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' or '\uFF0D')
        {
            return IsAsciiAt(name, index - 1) && IsAsciiAt(name, index + 1) ? '-' : null;
        }

        int homoglyph = Homoglyphs.IndexOf(letter);
        bool isFullWidth = letter is (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A')
            or '\uFF3F';
        return homoglyph < 0 && !isFullWidth ? null
            : !IsInLatinWord(name, index) ? null
            : isFullWidth ? (char)(letter - 0xFEE0)
            : Latin[homoglyph];
    }

    /// <summary>Whether the word around a letter has Latin letters, and no letters of another script except look-alikes.</summary>
    private static bool IsInLatinWord(string name, int index)
    {
        int start = index;
        while (start > 0 && char.IsLetter(name[start - 1]))
        {
            start--;
        }

        bool hasLatin = false;
        for (int i = start; i < name.Length && (i <= index || char.IsLetter(name[i])); i++)
        {
            hasLatin |= IsAsciiAt(name, i);
            if (name[i] > '\u024F' && Homoglyphs.IndexOf(name[i]) < 0 && name[i] is not (>= '\uFF10' and <= '\uFF5A'))
            {
                return false;
            }
        }

        return hasLatin;
    }

    /// <summary>Whether a neighbouring character is beyond the Latin blocks, and neither white space nor a format character.</summary>
    private static bool HasOtherScript(string name, int index) => IsOther(name, index - 1) || IsOther(name, index + 1);

    private static bool IsOther(
        string name, int index) => index >= 0 && index < name.Length && name[index] > '\u024F' && !char.IsWhiteSpace(name[index])
        && char.GetUnicodeCategory(name[index]) != UnicodeCategory.Format;

    private static bool IsAsciiAt(string name, int index) =>
        index >= 0 && index < name.Length && name[index] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
