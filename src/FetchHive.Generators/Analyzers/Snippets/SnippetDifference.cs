using System.Collections.Immutable;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>A difference between a declaration and its snippet, located at the declaration.</summary>
/// <param name="finding">What is wrong, and where in the declaration.</param>
/// <param name="snippet">The snippet; <see langword="null"/> if there is none.</param>
internal sealed class SnippetDifference(Finding finding, IndexedFile? snippet)
{
    public Finding Finding { get; } = finding;

    public IndexedFile? Snippet { get; } = snippet;

    /// <summary>The severity. It is the rule's by default; uncertain differences are warnings.</summary>
    public DiagnosticSeverity Severity { get; init; } = finding.Rule.DefaultSeverity;

    /// <summary>The position in the snippet, which becomes an additional location.</summary>
    public SnippetSpan? Span { get; init; }

    /// <summary>The properties for a fix.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
