using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets;

/// <summary>The comment lines of a snippet file. They stay when a new snippet is pasted below them.</summary>
internal sealed class SnippetHeader
{
    private HashSet<(SnippetHeaderKind Kind, string Name)>? _names;

    public static SnippetHeader Empty { get; } = new();

    /// <summary>All lines, in the file's order.</summary>
    public IReadOnlyList<SnippetHeaderLine> Lines { get; init; } = Array.Empty<SnippetHeaderLine>();

    /// <summary>The inputs that a call may leave out.</summary>
    public IEnumerable<SnippetName> Optional => NamesOf(SnippetHeaderKind.Optional);

    /// <summary>The additional variants that the snippet describes.</summary>
    public IEnumerable<SnippetName> Variants => NamesOf(SnippetHeaderKind.Variants);

    /// <summary>Whether a call may leave the input out.</summary>
    public bool IsOptional(string input) => Has(SnippetHeaderKind.Optional, input);

    /// <summary>Whether the file ignores this rule.</summary>
    public bool Ignores(string rule) => Has(SnippetHeaderKind.Ignore, rule);

    private bool Has(SnippetHeaderKind kind, string name)
    {
        if (_names is null)
        {
            HashSet<(SnippetHeaderKind, string)> names = [];
            foreach (SnippetHeaderLine line in Lines)
            {
                foreach (SnippetName listed in line.Names)
                {
                    names.Add((line.Kind, listed.Value));
                }
            }

            _names = names;
        }

        return _names.Contains((kind, name));
    }

    private IEnumerable<SnippetName> NamesOf(SnippetHeaderKind kind)
    {
        foreach (SnippetHeaderLine line in Lines)
        {
            if (line.Kind == kind)
            {
                foreach (SnippetName name in line.Names)
                {
                    yield return name;
                }
            }
        }
    }
}

/// <summary>A comment line that has a meaning.</summary>
/// <param name="Kind">Its meaning.</param>
/// <param name="Span">The line from its <c>#</c> to its last character that isn't white space.</param>
/// <param name="Names">What it lists.</param>
internal sealed record SnippetHeaderLine(SnippetHeaderKind Kind, SnippetSpan Span, IReadOnlyList<SnippetName> Names);

internal enum SnippetHeaderKind
{
    /// <summary><c># optional: a, b</c></summary>
    Optional,

    /// <summary><c># variants: a, b</c></summary>
    Variants,

    /// <summary><c># fetchhive: ignore FH5009, FH5007</c></summary>
    Ignore,
}
