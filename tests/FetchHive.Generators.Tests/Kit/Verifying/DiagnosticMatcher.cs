using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Compares the diagnostics that a test expects with those that were found: each with one, none left over.</summary>
internal static class DiagnosticMatcher
{
    /// <summary>Fails the test, naming what is missing and what is too many.</summary>
    /// <param name="label">What was analyzed, for the message.</param>
    /// <param name="expected">What is expected, locations resolved.</param>
    /// <param name="found">What was found.</param>
    public static void Verify(string label, IEnumerable<DiagnosticResult> expected, IEnumerable<Diagnostic> found)
    {
        List<Diagnostic> left = [.. found];
        List<DiagnosticResult> missing = [];
        foreach (DiagnosticResult result in expected.OrderByDescending(result => result.Specificity))
        {
            int index = left.FindIndex(result.Matches);
            if (index < 0)
            {
                missing.Add(result);
            }
            else
            {
                left.RemoveAt(index);
            }
        }

        if (missing.Count != 0 || left.Count != 0)
        {
            TestHost.Fail($"""
                The diagnostics differ ({label}).
                Expected, not found:
                {(missing.Count == 0 ? "(none)" : string.Join("\n", missing))}
                Found, not expected:
                {DiagnosticText.List(left.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath).ThenBy(diagnostic => diagnostic.Location.SourceSpan))}
                """);
        }
    }
}
