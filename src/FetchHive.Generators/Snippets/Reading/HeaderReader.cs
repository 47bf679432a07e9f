using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Reads the comment lines that have a meaning. All other comments are for people.</summary>
internal sealed class HeaderReader(string file)
{
    private const string Ignore = "ignore";

    private readonly List<SnippetHeaderLine> _lines = [];

    public SnippetProblem? Problem { get; private set; }

    public SnippetHeader Header => new() { Lines = _lines };

    /// <summary>Reads one comment, from its <c>#</c> to the end of its line.</summary>
    public void Add(SnippetSpan comment)
    {
        int start = SkipBlanks(comment.Start + 1, comment.End);
        int colon = file.IndexOf(':', start, comment.End - start);
        if (colon < 0)
        {
            return;
        }

        switch (file.Substring(start, colon - start).TrimEnd().ToLowerInvariant())
        {
            case "optional":
                Add(SnippetHeaderKind.Optional, comment, colon + 1, ',');
                break;
            case "variant" or "variants":
                Add(SnippetHeaderKind.Variants, comment, colon + 1, ',');
                break;
            case "fetchhive":
                AddIgnore(comment, SkipBlanks(colon + 1, comment.End));
                break;
        }
    }

    private void AddIgnore(SnippetSpan comment, int start)
    {
        if (string.Compare(file, start, Ignore, 0, Ignore.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            Fail(
                SnippetSpan.Between(start, comment.End),
                "only 'ignore' and the ids of rules can follow here, such as '# fetchhive: ignore FH5009'");
            return;
        }

        Add(SnippetHeaderKind.Ignore, comment, start + Ignore.Length, ' ');
        foreach (SnippetName name in _lines[_lines.Count - 1].Names)
        {
            if (name.Value.Length != 6 || !name.Value.StartsWith("FH5", StringComparison.Ordinal))
            {
                Fail(name.Span, $"'{Complaints.Shorten(name.Value)}' isn't a rule for snippets, such as FH5009");
            }
        }
    }

    private void Add(SnippetHeaderKind kind, SnippetSpan comment, int start, char separator)
    {
        int end = comment.End;
        while (end > comment.Start && char.IsWhiteSpace(file[end - 1]))
        {
            end--;
        }

        List<SnippetName> names = [];
        int nameStart = start;
        for (int i = start; i <= end; i++)
        {
            if (i == end || file[i] == ',' || file[i] == separator)
            {
                AddName(names, nameStart, i);
                nameStart = i + 1;
            }
        }

        _lines.Add(new SnippetHeaderLine(kind, SnippetSpan.Between(comment.Start, end), names));
    }

    private void AddName(List<SnippetName> names, int start, int end)
    {
        start = SkipBlanks(start, end);
        while (end > start && char.IsWhiteSpace(file[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            names.Add(new SnippetName(file.Substring(start, end - start), SnippetSpan.Between(start, end)));
        }
    }

    private int SkipBlanks(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(file[start]))
        {
            start++;
        }

        return start;
    }

    private void Fail(SnippetSpan span, string message) => Problem ??= new SnippetProblem(SnippetProblemKind.Unreadable, span, message);
}
