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

            name = Numbered(pair.Value, naming, taken);
            taken.Add(name);
            if (isMeant)
            {
                break;
            }
        }

        return name;
    }

    /// <summary>The wanted name; if it is taken, with the lowest number from 2 that makes it free.</summary>
    public static string Of(string wanted, Func<string, bool> isTaken)
    {
        string name = wanted;
        for (int number = 2; isTaken(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string Numbered(string name, string naming, HashSet<string> taken)
    {
        string stem = naming == JsonNames.SnakeCase ? name + "_" : name;
        for (int number = 2; ; number++)
        {
            string numbered = stem + number.ToString(CultureInfo.InvariantCulture);
            if (!taken.Contains(numbered))
            {
                return numbered;
            }
        }
    }
}
