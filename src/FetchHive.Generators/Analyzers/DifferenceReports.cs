using System.Collections.Concurrent;
using System.Globalization;
using System.Threading;

using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Findings;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Analyzers;

/// <summary>
/// Reports differences at the declaration, with the snippet's line as an additional location. If several interfaces inherit the same
/// difference, it is reported once. There is one instance per compilation.
/// </summary>
internal sealed class DifferenceReports
{
    private readonly ConcurrentDictionary<(string Rule, Location Place, string Message), INamedTypeSymbol> _reported = new();

    public void Report(SymbolAnalysisContext context, SnippetDifference difference, INamedTypeSymbol type)
    {
        if (difference.Finding.IsAboutNothing)
        {
            return;
        }

        Finding finding = difference.Finding;
        Location location = FindingLocator.Locate(finding, type, context.CancellationToken);
        Diagnostic diagnostic = Diagnostic.Create(
            finding.Rule,
            location,
            difference.Severity,
            difference is { Snippet: { } snippet, Span: { } span } ? new[] { snippet.LocationOf(span) } : null,
            FindingProperties.Of(finding, type).AddRange(difference.Properties),
            finding.Arguments);
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (SymbolEqualityComparer.Default.Equals(_reported.GetOrAdd((finding.Rule.Id, location, message), type), type))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
