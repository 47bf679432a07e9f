namespace FetchHive.Generators.Snippets;

/// <summary>A mistake in a snippet file itself.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Message">What was found and what was expected: a clause that continues "brief.fetchhive.sh can't be read:", or
/// "brief.fetchhive.sh contains".</param>
internal sealed record SnippetProblem(SnippetProblemKind Kind, SnippetSpan Span, string Message);

internal enum SnippetProblemKind
{
    /// <summary>The file, or a part of it, can't be read (FH5001).</summary>
    Unreadable,

    /// <summary>The file contains an API key (FH5009).</summary>
    Key,

    /// <summary>The file contains something that looks like a secret (FH5009).</summary>
    Secret,
}
