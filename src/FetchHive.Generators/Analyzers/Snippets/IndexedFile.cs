using System.Collections.Generic;

using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>A snippet or a sample of outputs among the project's additional files.</summary>
internal sealed class IndexedFile
{
    public required string Path { get; init; }

    public required SnippetFileName Name { get; init; }

    public required SourceText Text { get; init; }

    public required SnippetFile File { get; init; }

    /// <summary>A snippet's samples of outputs, in their order; empty for a sample.</summary>
    public List<IndexedFile> Outputs { get; } = [];

    /// <summary>The location of a span in the file.</summary>
    public Location LocationOf(SnippetSpan span)
    {
        TextSpan text = TextSpan.FromBounds(System.Math.Min(span.Start, Text.Length), System.Math.Min(span.End, Text.Length));

        // For the file's start, the text isn't scanned, because it may be long.
        return Location.Create(Path, text, text.End == 0 ? default : Text.Lines.GetLinePositionSpan(text));
    }
}
