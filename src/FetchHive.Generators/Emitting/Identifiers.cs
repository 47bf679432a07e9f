using System.Collections.Generic;
using System.Text;

using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Emitting;

/// <summary>Hands out names that differ from each other and from taken ones.</summary>
internal sealed class Identifiers
{
    // Assembly metadata allows names of 1023 bytes. A JSON name may be a whole question.
    private const int MaxLength = 100;

    private readonly HashSet<string> _taken = [];

    /// <summary>Notes a name that is in use, as it is written in source.</summary>
    public void Take(string name) => _taken.Add(name.TrimStart('@'));

    /// <summary>The name itself if it is free, otherwise with the lowest number that makes it free.</summary>
    public string Unique(string name)
    {
        name = name.Length > MaxLength ? name.Substring(0, MaxLength) : name;
        string candidate = name;
        for (int number = 2; !_taken.Add(candidate); number++)
        {
            candidate = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    /// <summary>Converts any text to a member name in PascalCase: <c>max_words</c> becomes <c>MaxWords</c>.</summary>
    public static string Pascal(string text)
    {
        StringBuilder name = new();
        bool startsWord = true;
        foreach (char letter in text)
        {
            // Only letters and digits: identifiers may also contain zero-width characters, but names that differ only in these look and
            // compare equal.
            if (!char.IsLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        bool canStart = name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]);
        return (canStart ? name : name.Insert(0, "Name")).ToString();
    }
}
