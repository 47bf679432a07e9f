namespace FetchHive.Generators.Tests.Snippets;

/// <summary>A file that people may have, and the result of reading it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Text">The file.</param>
/// <param name="Expected">The result of <see cref="SnippetText.Of"/>.</param>
public sealed record SnippetCase(string Name, string Text, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
