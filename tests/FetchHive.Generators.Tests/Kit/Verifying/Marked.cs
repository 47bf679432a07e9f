using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Removes the marks from sources for tests of rules, so that other tests can use them.</summary>
internal static class Marked
{
    /// <summary>A source without its marks.</summary>
    public static string Without(string source)
    {
        TestFileMarkupParser.GetSpans(source, treatPositionIndicatorsAsCode: true, out string text,
            out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return text;
    }
}
