using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>What no diagnostic may say, however the source is damaged.</summary>
internal static class Nonsense
{
    /// <summary>What is senseless about diagnostics of one source; null when nothing is.</summary>
    public static string? In(ImmutableArray<Diagnostic> found)
    {
        HashSet<(string, Location, string)> seen = [];
        foreach (Diagnostic diagnostic in found)
        {
            string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            if (!diagnostic.Location.IsInSource)
            {
                return $"{diagnostic.Id} is nowhere";
            }

            if (!seen.Add((diagnostic.Id, diagnostic.Location, message)))
            {
                return $"{diagnostic.Id} is said twice";
            }

            // Something without a name, which is still to be typed.
            if (message.Contains("''", StringComparison.Ordinal) || message.Contains("' '", StringComparison.Ordinal)
                || message.Contains("'?'", StringComparison.Ordinal))
            {
                return $"{diagnostic.Id} is about nothing";
            }

            // An argument that was forgotten.
            if (message.Contains("{0}", StringComparison.Ordinal))
            {
                return $"{diagnostic.Id} says nothing";
            }
        }

        return null;
    }
}
