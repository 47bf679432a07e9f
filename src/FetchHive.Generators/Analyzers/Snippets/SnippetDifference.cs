using System.Collections.Immutable;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Where a declaration and its snippet disagree, at the declaration.</summary>
/// <param name="finding">What is wrong, and where in the declaration.</param>
/// <param name="snippet">The snippet; <see langword="null"/> when there is none.</param>
internal sealed class SnippetDifference(Finding finding, IndexedFile? snippet)
{
    public Finding Finding { get; } = finding;

    public IndexedFile? Snippet { get; } = snippet;

    /// <summary>The severity, where it isn't the rule's own: what leaves doubt is a warning.</summary>
    public DiagnosticSeverity Severity { get; init; } = finding.Rule.DefaultSeverity;

    /// <summary>What the snippet says about it, as a further location.</summary>
    public SnippetSpan? Span { get; init; }

    /// <summary>What a fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
