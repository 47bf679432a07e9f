using System;
using System.Collections.Generic;

using FetchHive.Generators.Snippets.Reading;

namespace FetchHive.Generators.Snippets;

/// <summary>A file that was read: its content and its mistakes. Both depend only on the text.</summary>
internal sealed class SnippetFile
{
    /// <summary>
    /// The maximum length of a file in characters. Check the length before creating the text, and call <see cref="TooLong"/> if it is
    /// exceeded.
    /// </summary>
    public const int MaxLength = 1_000_000;

    /// <summary>The snippet; <see langword="null"/> for a sample of an output, or if it can't be read.</summary>
    public Snippet? Snippet { get; init; }

    /// <summary>The sample; <see langword="null"/> for a snippet, or if it can't be read.</summary>
    public OutputSample? Output { get; init; }

    /// <summary>The comment lines. They are read even if the snippet can't be read.</summary>
    public SnippetHeader Header { get; init; } = SnippetHeader.Empty;

    /// <summary>The mistakes, in the file's order. At most one of them says that the file can't be read.</summary>
    public IReadOnlyList<SnippetProblem> Problems { get; init; } = Array.Empty<SnippetProblem>();

    /// <summary>Reads a snippet: the dialog's cURL command as it was copied, or only the request body.</summary>
    public static SnippetFile ReadSnippet(string text) =>
        text.Length > MaxLength ? TooLong(SnippetFileKind.Snippet) : new SnippetReader(text).Read();

    /// <summary>Reads a sample of outputs: a whole response, a callback, or only the output.</summary>
    public static SnippetFile ReadOutput(string text) =>
        text.Length > MaxLength ? TooLong(SnippetFileKind.Output) : OutputSampleReader.Read(text);

    /// <summary>Reads a file as the kind that its name indicates.</summary>
    public static SnippetFile Read(SnippetFileKind kind, string text) =>
        kind == SnippetFileKind.Output ? ReadOutput(text) : ReadSnippet(text);

    /// <summary>The result for a file that is too long to be read.</summary>
    public static SnippetFile TooLong(SnippetFileKind kind) => Unreadable(new SnippetSpan(0, 0), Complaints.TooLong(kind));

    private static SnippetFile Unreadable(SnippetSpan span, string message) =>
        new() { Problems = new[] { new SnippetProblem(SnippetProblemKind.Unreadable, span, message) } };
}
