using System.Collections.Generic;
using System.Text.Json.Nodes;
using FetchHive.Generators.Snippets;

namespace FetchHive.Emulator.Snippets;

/// <summary>A snippet that was read from a file, with the samples of outputs beside it.</summary>
internal sealed class DeployedSnippet
{
    public required string Path { get; init; }

    public required SnippetFileName Name { get; init; }

    public required Snippet Snippet { get; init; }

    public required SnippetHeader Header { get; init; }

    public required IReadOnlyList<DeployedOutput> Outputs { get; init; }

    /// <summary>Whether another file has the same content: a file that two projects share is copied for both.</summary>
    public bool IsSameAs(DeployedSnippet other) => Snippet.Body.Json == other.Snippet.Body.Json;
}

/// <summary>The output or error of one run.</summary>
/// <param name="Output">The output of a run that completed.</param>
/// <param name="Error">The error of a failed run; <see langword="null"/> when it completed.</param>
/// <param name="ErrorCode">The failure's code; <see langword="null"/> when there is none.</param>
internal sealed record DeployedOutput(JsonNode? Output, string? Error, string? ErrorCode);
