using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>A file of a test after its marks were taken out.</summary>
/// <param name="Path">The file's path in the compilation.</param>
/// <param name="Text">The text that is compiled.</param>
/// <param name="Spans">The marked spans, in the order they start.</param>
/// <param name="Positions">The places marked with <c>$$</c>.</param>
internal sealed record MarkedSource(string Path, string Text, ImmutableArray<MarkedSpan> Spans, ImmutableArray<int> Positions)
{
    /// <summary>The file without marks.</summary>
    public SourceFile File => new(Path, Text);

    /// <summary>The only place marked with <c>$$</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public int Position => Positions.Length == 1
        ? Positions[0]
        : throw new InvalidOperationException($"'{Path}' marks {Positions.Length} positions with $$; mark exactly one.");
}

/// <summary>A marked span.</summary>
/// <param name="Path">The file it is in.</param>
/// <param name="Label">What it is marked with: a diagnostic id, <c>#0</c> for a numbered place, or null for <c>[|…|]</c>.</param>
/// <param name="Span">The span in the text without marks.</param>
/// <param name="Lines">The same as lines and columns, counted from zero.</param>
internal sealed record MarkedSpan(string Path, string? Label, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The number of a numbered place (<c>{|#0:…|}</c>), or null.</summary>
    public int? Number => Label is ['#', .. string digits] && int.TryParse(digits, out int number) ? number : null;
}
