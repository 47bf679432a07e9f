namespace FetchHive.Generators.Snippets;

/// <summary>Something wrong with a snippet file by itself.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What it is and what was expected: a clause that follows on "brief.fetchhive.sh can't be read:", or on
/// "holds".</param>
internal sealed record SnippetProblem(SnippetProblemKind Kind, SnippetSpan Span, string Message);

internal enum SnippetProblemKind
{
    /// <summary>The file can't be read, or not a part of it (FH5001).</summary>
    Unreadable,

    /// <summary>It holds an API key (FH5009).</summary>
    Key,

    /// <summary>It holds something that looks like a secret (FH5009).</summary>
    Secret,
}
