namespace FetchHive.Generators.Tests.Kit;

/// <summary>One file of a test: its path in the compilation, and its text.</summary>
internal readonly record struct SourceFile(string Path, string Text)
{
    /// <summary>A file whose path doesn't matter to the test.</summary>
    public static implicit operator SourceFile(string text) => new("/0/Test0.cs", text);

    /// <summary>A file with a path.</summary>
    public static implicit operator SourceFile((string Path, string Text) file) => new(file.Path, file.Text);
}
