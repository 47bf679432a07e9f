using System;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Describes files that begin neither with <c>curl</c> nor with a JSON object.</summary>
internal static class OtherText
{
    private static readonly (string Begin, string Kind)[] Beginnings =
    [
        ("<?php", "PHP"),
        ("<", "HTML or XML"),
        ("```", "Markdown"),
        ("$ ", "a shell prompt before the command"),
        ("% ", "a shell prompt before the command"),
        ("> ", "a shell prompt before the command"),
        ("PS ", "PowerShell"),
        ("$", "PowerShell, or a shell variable"),
        ("Invoke-", "PowerShell"),
        ("irm ", "PowerShell"),
        ("iwr ", "PowerShell"),
        ("await ", "JavaScript"),
        ("fetch(", "JavaScript"),
        ("const ", "JavaScript"),
        ("let ", "JavaScript"),
        ("var ", "JavaScript or C#"),
        ("import ", "Python or JavaScript"),
        ("from ", "Python"),
        ("using ", "C#"),
        ("require", "Ruby or JavaScript"),
        ("wget ", "a wget command"),
        ("http ", "an HTTPie command"),
        ("https ", "an HTTPie command"),
        ("POST ", "a request for an HTTP client"),
        ("http://", "only an address"),
        ("https://", "only an address"),
        ("[", "a JSON array"),
        ("\"", "text in quotes"),
        ("'", "text in quotes"),
        ("\u201C", "text in typographic quotes"),
        ("\u2018", "text in typographic quotes"),
    ];

    /// <summary>The complaint about the text that begins at an index.</summary>
    public static string Complaint(string file, int start)
    {
        string kind = $"'{Complaints.Shorten(file.Substring(start, WordEnd(file, start) - start))}' begins no snippet";
        foreach ((string begin, string known) in Beginnings)
        {
            if (string.Compare(file, start, begin, 0, begin.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                kind = "this is " + known;
                break;
            }
        }

        return $"{kind}; {Complaints.Expected}";
    }

    /// <summary>The index after the word that begins at an index.</summary>
    public static int WordEnd(string file, int start)
    {
        int end = start;
        while (end < file.Length && !char.IsWhiteSpace(file[end]))
        {
            end++;
        }

        return end;
    }
}
