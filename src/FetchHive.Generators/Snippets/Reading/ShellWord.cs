namespace FetchHive.Generators.Snippets.Reading;

/// <summary>A word of a command as the shell passes it on, without quotes and escapes.</summary>
internal sealed class ShellWord
{
    public required MappedText Text { get; init; }

    /// <summary>The word in the file, with its quotes.</summary>
    public required SnippetSpan Span { get; init; }

    /// <summary>
    /// The first place of a shell expansion; <see langword="null"/> when the word has none.
    /// </summary>
    public SnippetSpan? Expansion { get; init; }

    public string Value => Text.Text;
}

internal enum ShellToken
{
    /// <summary>A word; see <see cref="ShellReader.Word"/>.</summary>
    Word,

    /// <summary>The command ends with its line.</summary>
    LineEnd,

    /// <summary>The file ends.</summary>
    FileEnd,

    /// <summary>There is a problem; see <see cref="ShellReader.Problem"/>.</summary>
    Problem,
}
