using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>Mistakes in diagnostics that must never occur, however the source is damaged.</summary>
internal static class Nonsense
{
    /// <summary>The first mistake in the diagnostics of one source; null when there is none.</summary>
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

            // A name that isn't typed yet.
            if (message.Contains("''", StringComparison.Ordinal) || message.Contains("' '", StringComparison.Ordinal)
                || message.Contains("'?'", StringComparison.Ordinal))
            {
                return $"{diagnostic.Id} is about nothing";
            }

            // A missing message argument.
            if (message.Contains("{0}", StringComparison.Ordinal))
            {
                return $"{diagnostic.Id} says nothing";
            }
        }

        return null;
    }
}
