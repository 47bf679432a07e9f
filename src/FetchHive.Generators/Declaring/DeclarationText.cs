using System.Collections.Generic;

namespace FetchHive.Generators.Declaring;

/// <summary>The parts of a declaration that was written from a snippet. Lines end in LF and aren't indented.</summary>
internal sealed class DeclarationText
{
    public required string Deployment { get; init; }

    public required string Variant { get; init; }

    /// <summary>The interface's doc comment.</summary>
    public required string Summary { get; init; }

    /// <summary>The methods with their doc comments.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The types beside the interface with their doc comments.</summary>
    public required IReadOnlyList<string> Types { get; init; }
}
