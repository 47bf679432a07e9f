using System.Runtime.CompilerServices;

using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Parses each text once, however many compilations contain it. After an edit elsewhere, a file's text is still the same object.
/// </summary>
internal static class SnippetCache
{
    private static readonly ConditionalWeakTable<SourceText, SnippetFile> Snippets = new();
    private static readonly ConditionalWeakTable<SourceText, SnippetFile> Outputs = new();

    public static SnippetFile Read(SnippetFileKind kind, SourceText text) =>
        kind == SnippetFileKind.Output ? Outputs.GetValue(text, ReadOutput) : Snippets.GetValue(text, ReadSnippet);

    private static SnippetFile ReadOutput(SourceText text) => Read(text, SnippetFileKind.Output);

    private static SnippetFile ReadSnippet(SourceText text) => Read(text, SnippetFileKind.Snippet);

    private static SnippetFile Read(SourceText text, SnippetFileKind kind) =>
        text.Length > SnippetFile.MaxLength ? SnippetFile.TooLong(kind) : SnippetFile.Read(kind, text.ToString());
}
