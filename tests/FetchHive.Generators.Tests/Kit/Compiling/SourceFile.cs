using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>One file of a test: its path in the compilation, and its text.</summary>
internal readonly record struct SourceFile(string Path, string Text)
{
    private const string PathlessName = "/0/Test0.cs";

    /// <summary>A file whose path doesn't matter to the test.</summary>
    public static implicit operator SourceFile(string text) => new(PathlessName, text);

    /// <summary>A file with a path.</summary>
    public static implicit operator SourceFile((string Path, string Text) file) => new(file.Path, file.Text);

    /// <summary>The files. Those without a path get <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c> and so on.</summary>
    public static IEnumerable<SourceFile> WithPaths(IEnumerable<SourceFile> files)
    {
        int next = 0;
        foreach (SourceFile file in files)
        {
            yield return file.Path == PathlessName ? file with { Path = $"/0/Test{next++}.cs" } : file;
        }
    }
}
