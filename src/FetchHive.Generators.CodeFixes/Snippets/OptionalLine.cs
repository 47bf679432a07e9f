using System.Linq;

using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Adds inputs to a snippet's <c># optional:</c> line.</summary>
internal static class OptionalLine
{
    /// <summary>Whether the line can list an input. It can't if the input's name contains a comma.</summary>
    public static bool CanList(SourceText text, string input) =>
        SnippetFile.ReadSnippet(Add(text, input).ToString()).Header.IsOptional(input);

    /// <summary>Adds an input after the others, or in a new line above the snippet. Does nothing if the input is already listed.</summary>
    public static SourceText Add(SourceText text, string input)
    {
        SnippetHeader header = SnippetFile.ReadSnippet(text.ToString()).Header;
        if (header.IsOptional(input))
        {
            return text;
        }

        if (header.Lines.FirstOrDefault(line => line.Kind == SnippetHeaderKind.Optional) is { } known)
        {
            string separator = known.Names.Count == 0 ? " " : ", ";
            return text.WithChanges(new TextChange(new TextSpan(known.Span.End, 0), separator + input));
        }

        // The first line of a script may name its shell.
        TextLine first = text.Lines[0];
        bool namesShell = first.ToString().StartsWith("#!", System.StringComparison.Ordinal);
        string end = LineEnd(text, first);
        int place = namesShell ? first.EndIncludingLineBreak : 0;
        return text.WithChanges(new TextChange(new TextSpan(place, 0), "# optional: " + input + end));
    }

    private static string LineEnd(SourceText text, TextLine first) => first.EndIncludingLineBreak == first.End
        ? "\n"
        : text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
}
