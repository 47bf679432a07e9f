using System.Collections.Generic;
using FetchHive.Generators.Snippets;

namespace FetchHive.Tool.Snippets;

/// <summary>A command's snippet.</summary>
internal sealed class SnippetOnDisk
{
    /// <summary>The file's full path.</summary>
    public required string Path { get; init; }

    public required SnippetFileName Name { get; init; }

    public required Snippet Snippet { get; init; }

    public required SnippetHeader Header { get; init; }

    /// <summary>The variant that is called.</summary>
    public required string Variant { get; init; }

    public string Deployment => Snippet.Deployment.Value;

    /// <summary>The inputs with their sample values; empty when the snippet has no <c>inputs</c>.</summary>
    public IReadOnlyList<SnippetProperty> Inputs => Snippet.Inputs?.Properties ?? [];

    /// <summary>Whether the snippet has <c>inputs</c>.</summary>
    public bool KnowsInputs => Snippet.Inputs is not null;
}
