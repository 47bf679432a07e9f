using System;
using System.Collections.Generic;
using System.Linq;

namespace FetchHive.Tool.Terminals;

/// <summary>Writes a command so that a shell reads the same words.</summary>
internal static class ShellWords
{
    private const string Unquoted = "_-./:=@%+,";

    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(QuoteForShell));

    private static string QuoteForShell(string word)
    {
        if (word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Unquoted.Contains(letter, StringComparison.Ordinal)))
        {
            return word;
        }

        return OperatingSystem.IsWindows()
            ? "\"" + word.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}
