namespace FetchHive.Generators.Snippets;

/// <summary>A piece of a snippet file.</summary>
/// <param name="Start">Where it begins: characters (UTF-16 units) from the file's start, from 0.</param>
/// <param name="Length">How many characters it has.</param>
internal readonly record struct SnippetSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static SnippetSpan Between(int start, int end) => new(start, end - start);
}
