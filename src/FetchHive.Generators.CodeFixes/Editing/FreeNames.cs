using System;
using System.Collections.Generic;
using System.Globalization;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Numbers names that are taken.</summary>
internal static class FreeNames
{
    /// <summary>
    /// The new name for one of several symbols with names. The first symbol keeps its name. The result is the same, whether one name is
    /// fixed or all are.
    /// </summary>
    public static string For(ISymbol symbol, IEnumerable<KeyValuePair<ISymbol, string>> named, string naming)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (KeyValuePair<ISymbol, string> pair in named)
        {
            taken.Add(pair.Value);
        }

        string name = symbol.Name;
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (KeyValuePair<ISymbol, string> pair in named)
        {
            bool isMeant = SymbolEqualityComparer.Default.Equals(pair.Key, symbol);
            if (met.Add(pair.Value) && !isMeant)
            {
                continue;
            }

            name = Numbered(naming == JsonNames.SnakeCase ? pair.Value + "_" : pair.Value, taken.Contains);
            taken.Add(name);
            if (isMeant)
            {
                break;
            }
        }

        return name;
    }

    /// <summary>The wanted name; if it is taken, with the lowest number from 2 that makes it free.</summary>
    public static string Of(string wanted, Func<string, bool> isTaken) => isTaken(wanted) ? Numbered(wanted, isTaken) : wanted;

    private static string Numbered(string stem, Func<string, bool> isTaken)
    {
        for (int number = 2; ; number++)
        {
            string numbered = stem + number.ToString(CultureInfo.InvariantCulture);
            if (!isTaken(numbered))
            {
                return numbered;
            }
        }
    }
}
