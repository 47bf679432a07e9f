using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Reads marks out of test sources: <c>{|FH1001:span|}</c> expects a diagnostic, <c>{|#0:span|}</c> names a place, <c>[|span|]</c> expects the
/// rule under test, and <c>$$</c> is a position. Marks may nest. <c>$$"</c> is C# (a raw interpolated string), not a mark.
/// </summary>
internal static class MarkupParser
{
    /// <summary>Parses several files.</summary>
    public static ImmutableArray<MarkedSource> ParseAll(IEnumerable<SourceFile> files) => [.. files.Select(Parse)];

    /// <summary>Parses one file.</summary>
    /// <exception cref="FormatException">A mark isn't closed, or closes nothing; the message says where.</exception>
    public static MarkedSource Parse(SourceFile file)
    {
        string marked = file.Text;
        StringBuilder text = new(marked.Length);
        Stack<(string? Label, int Start, int MarkedAt)> open = new();
        List<(string? Label, TextSpan Span)> spans = [];
        List<int> positions = [];

        for (int index = 0; index < marked.Length;)
        {
            ReadOnlySpan<char> rest = marked.AsSpan(index);
            if (rest.StartsWith("{|", StringComparison.Ordinal) && TryReadLabel(rest, out string? label))
            {
                open.Push((label, text.Length, index));
                index += label.Length + 3;
            }
            else if (rest.StartsWith("[|", StringComparison.Ordinal))
            {
                open.Push((null, text.Length, index));
                index += 2;
            }
            else if (rest.StartsWith("|}", StringComparison.Ordinal) || rest.StartsWith("|]", StringComparison.Ordinal))
            {
                bool labelled = rest[1] == '}';
                if (!open.TryPop(out (string? Label, int Start, int MarkedAt) mark) || (mark.Label is not null) != labelled)
                {
                    throw new FormatException($"{At(file, index)}: '{rest[..2]}' closes no mark that is open here. Open it, or write marks so that they nest.");
                }

                spans.Add((mark.Label, TextSpan.FromBounds(mark.Start, text.Length)));
                index += 2;
            }
            else if (rest.StartsWith("$$", StringComparison.Ordinal) && !rest.TrimStart('$').StartsWith("\"", StringComparison.Ordinal))
            {
                positions.Add(text.Length);
                index += 2;
            }
            else
            {
                // All of a run of dollars belongs to the raw string that follows it.
                int length = rest[0] == '$' ? rest.Length - rest.TrimStart('$').Length : 1;
                text.Append(rest[..length]);
                index += length;
            }
        }

        if (open.TryPop(out (string? Label, int Start, int MarkedAt) unclosed))
        {
            throw new FormatException($"{At(file, unclosed.MarkedAt)}: the mark is never closed. Close it with '{(unclosed.Label is null ? "|]" : "|}")}'.");
        }

        return Finish(file.Path, text.ToString(), spans, positions);
    }

    private static MarkedSource Finish(string path, string text, List<(string? Label, TextSpan Span)> spans, List<int> positions)
    {
        TextLineCollection lines = SourceText.From(text).Lines;
        return new MarkedSource(
            path,
            text,
            [.. spans.OrderBy(span => span.Span).Select(span => new MarkedSpan(path, span.Label, span.Span, lines.GetLinePositionSpan(span.Span)))],
            [.. positions]);
    }

    private static bool TryReadLabel(ReadOnlySpan<char> rest, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? label)
    {
        label = null;
        int colon = rest.IndexOf(':');
        if (colon < 3)
        {
            return false;
        }

        ReadOnlySpan<char> candidate = rest[2..colon];
        foreach (char character in candidate)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '#'))
            {
                return false;
            }
        }

        label = candidate.ToString();
        return true;
    }

    private static string At(SourceFile file, int index)
    {
        LinePosition position = SourceText.From(file.Text).Lines.GetLinePosition(index);
        return $"{file.Path}({position.Line + 1},{position.Character + 1})";
    }
}
