using System;
using System.Collections.Generic;
using System.Text;

namespace FetchHive.Generators.Text;

/// <summary>
/// Recognises names that are misspellings of each other. Names that differ only in a number don't count: the number is deliberate.
/// </summary>
internal static class NearNames
{
    private const int Far = int.MaxValue;

    /// <summary>The maximum difference in length. It allows two edits, and the separators of a few words.</summary>
    private const int MaxDifference = 6;

    /// <summary>
    /// The nearest of several names that a name may be a misspelling of; <see langword="null"/> when there is none.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int least = Far;
        foreach (string candidate in candidates)
        {
            int distance = Distance(name, candidate);
            if (distance < least)
            {
                nearest = candidate;
                least = distance;
            }
        }

        return nearest;
    }

    /// <summary>
    /// The distance of two different names: 0 if they only differ in case and separators; the highest value if they aren't near.
    /// </summary>
    public static int Distance(string one, string other)
    {
        if (one == other || one.Length == 0 || other.Length == 0 || Math.Abs(one.Length - other.Length) > MaxDifference)
        {
            return Far;
        }

        string first = Letters(one);
        string second = Letters(other);
        if (first == second && first.Length > 0)
        {
            return 0;
        }

        if (Digits(first) != Digits(second))
        {
            return Far;
        }

        if (Singular(first) == Singular(second))
        {
            return 1;
        }

        int longest = Math.Max(first.Length, second.Length);
        int allowed = longest < 4 ? 0 : longest < 8 ? 1 : 2;
        if (Math.Abs(first.Length - second.Length) > allowed || longest > 200)
        {
            return Far;
        }

        int edits = Edits(first, second);
        return edits <= allowed ? edits + 1 : Far;
    }

    private static string Letters(string name)
    {
        StringBuilder letters = new(name.Length);
        foreach (char letter in name)
        {
            if (letter is not ('_' or '-' or ' ' or '.'))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }

    private static string Digits(string name)
    {
        StringBuilder digits = new();
        foreach (char letter in name)
        {
            if (char.IsDigit(letter))
            {
                digits.Append(letter);
            }
        }

        return digits.ToString();
    }

    private static string Singular(string name) =>
        name.Length > 4 && name.EndsWith("ies", StringComparison.Ordinal) ? name.Substring(0, name.Length - 3) + "y"
        : name.Length > 3 && name.EndsWith("s", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1)
        : name;

    /// <summary>The smallest number of letters to insert, remove, replace or swap with their neighbour.</summary>
    private static int Edits(string one, string other)
    {
        int[] beforeLast = new int[other.Length + 1];
        int[] last = new int[other.Length + 1];
        int[] current = new int[other.Length + 1];
        for (int j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[other.Length];
    }
}
