using System;
using System.Collections.Generic;
using System.Text;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Declaring;

/// <summary>Converts JSON names to conventional C# names, preferably to names that the naming rule maps back.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>The name of a property or type: <c>MaxWords</c> for <c>max_words</c>.</summary>
    /// <param name="json">The JSON name.</param>
    /// <param name="naming">The naming rule, a constant of <see cref="JsonNames"/>.</param>
    public static string Pascal(string json, string naming) => Choose(json, naming, first: true, "Value");

    /// <summary>The name of a parameter, without the <c>@</c> that a keyword needs: <c>maxWords</c> for <c>max_words</c>.</summary>
    /// <param name="json">The JSON name.</param>
    /// <param name="naming">The naming rule, a constant of <see cref="JsonNames"/>.</param>
    public static string Camel(string json, string naming) => Choose(json, naming, first: false, "value");

    /// <summary>A name as it is written in source.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Text as a C# literal.</summary>
    public static string Literal(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char letter in text)
        {
            if (letter is '"' or '\\')
            {
                literal.Append('\\').Append(letter);
            }
            else if (letter < ' ' || letter is '\u007F' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(letter))
            {
                literal.Append("\\u").Append(((int)letter).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(letter);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The singular of a name: <c>Company</c> for <c>Companies</c>.</summary>
    public static string Singular(string plural)
    {
        string lower = plural.ToLowerInvariant();
        if (lower.EndsWith("people", StringComparison.Ordinal))
        {
            return plural.Substring(0, plural.Length - 5) + "erson";
        }

        if (lower.EndsWith("children", StringComparison.Ordinal))
        {
            return plural.Substring(0, plural.Length - 3);
        }

        bool isSingular = !lower.EndsWith("s", StringComparison.Ordinal) || lower.Length < 3
            || lower.EndsWith("series", StringComparison.Ordinal)
            || lower.EndsWith("news", StringComparison.Ordinal) || lower[lower.Length - 2] is 's' or 'u' or 'i';
        if (isSingular)
        {
            return plural + "Item";
        }

        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4)
        {
            return plural.Substring(0, plural.Length - 3) + "y";
        }

        bool hasE = lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("xes", StringComparison.Ordinal)
            || lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal);
        return plural.Substring(0, plural.Length - (hasE ? 2 : 1));
    }

    /// <summary>The first spelling that the rule maps back to the JSON name; the conventional one if there is none.</summary>
    private static string Choose(string json, string naming, bool first, string fallback)
    {
        List<string> words = Words(json);
        string conventional = Join(words, first, keepCase: false, fallback);
        string kept = Join(words, first, keepCase: true, fallback);
        return JsonNames.Apply(naming, conventional) != json && JsonNames.Apply(naming, kept) == json ? kept : conventional;
    }

    private static string Join(List<string> words, bool first, bool keepCase, string fallback)
    {
        StringBuilder name = new();
        foreach (string word in words)
        {
            bool isUpper = name.Length > 0 || first;
            string rest = word.Substring(1);
            rest = keepCase || HasLower(word) ? rest : rest.ToLowerInvariant();
            name.Append(isUpper ? char.ToUpperInvariant(word[0]) : char.ToLowerInvariant(word[0]))
                .Append(!isUpper && !HasLower(word) ? rest.ToLowerInvariant() : rest);
        }

        return name.Length == 0 ? fallback : char.IsDigit(name[0]) ? fallback + name : name.ToString();
    }

    /// <summary>Splits at characters that aren't allowed in names, and before a capital that begins a word.</summary>
    private static List<string> Words(string json)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= json.Length; i++)
        {
            bool isPart = i < json.Length && IsPart(json[i]);
            bool begins = isPart && start >= 0 && char.IsUpper(json[i])
                && (!char.IsUpper(json[i - 1]) || (i + 1 < json.Length && char.IsLower(json[i + 1])));
            if (start >= 0 && (!isPart || begins))
            {
                words.Add(json.Substring(start, i - start));
                start = -1;
            }

            if (isPart && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter);

    private static bool HasLower(string word)
    {
        foreach (char letter in word)
        {
            if (char.IsLower(letter))
            {
                return true;
            }
        }

        return false;
    }
}
