namespace FetchHive.Generators.Snippets.Reading;

/// <summary>A word of a command as the shell passes it on, without quotes and escapes.</summary>
internal sealed class ShellWord
{
    public required MappedText Text { get; init; }

    /// <summary>The position of the word in the file, including its quotes.</summary>
    public required SnippetSpan Span { get; init; }

    /// <summary>The position of the first shell expansion; <see langword="null"/> if the word has none.</summary>
    public SnippetSpan? Expansion { get; init; }

    public string Value => Text.Text;
}

internal enum ShellToken
{
    /// <summary>A word; see <see cref="ShellReader.Word"/>.</summary>
    Word,

    /// <summary>The line ends, and with it the command.</summary>
    LineEnd,

    /// <summary>The file ends.</summary>
    FileEnd,

    /// <summary>There is a problem; see <see cref="ShellReader.Problem"/>.</summary>
    Problem,
}
