namespace FetchHive.Generators.Snippets;

/// <summary>A mistake in a snippet file itself.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What it is and what was expected: a clause that follows on "brief.fetchhive.sh can't be read:", or on
/// "holds".</param>
internal sealed record SnippetProblem(SnippetProblemKind Kind, SnippetSpan Span, string Message);

internal enum SnippetProblemKind
{
    /// <summary>The file, or a part of it, can't be read (FH5001).</summary>
    Unreadable,

    /// <summary>It holds an API key (FH5009).</summary>
    Key,

    /// <summary>It holds something that looks like a secret (FH5009).</summary>
    Secret,
}
