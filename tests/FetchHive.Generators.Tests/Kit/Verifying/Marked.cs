using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Sources that are marked for tests of rules, for tests of other things.</summary>
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
