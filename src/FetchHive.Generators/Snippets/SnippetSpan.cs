namespace FetchHive.Generators.Snippets;

/// <summary>A range of characters in a snippet file.</summary>
/// <param name="Start">The offset of the first character, in UTF-16 units from the file's start.</param>
/// <param name="Length">The number of characters, in UTF-16 units.</param>
internal readonly record struct SnippetSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static SnippetSpan Between(int start, int end) => new(start, end - start);
}
