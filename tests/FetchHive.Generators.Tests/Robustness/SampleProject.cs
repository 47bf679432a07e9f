using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>A folder of the repository that is one project, with its own files only.</summary>
internal sealed record SampleProject(string Name, ImmutableArray<SourceFile> Files)
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(SampleProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ProjectDirectory").Value!, "..", ".."));

    /// <summary>The samples.</summary>
    public static ImmutableArray<SampleProject> All { get; } = [.. Under("samples")];

    /// <summary>The projects in a folder of the repository and in its subfolders.</summary>
    public static IEnumerable<SampleProject> Under(string folder)
    {
        string[] projects = [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Where(IsOurs)
            .Order(StringComparer.Ordinal)];
        foreach (string project in projects)
        {
            string home = Path.GetDirectoryName(project)!;
            yield return new SampleProject(Path.GetRelativePath(Root, home).Replace('\\', '/'),
            [
                .. Directory.EnumerateFiles(home, "*.cs", SearchOption.AllDirectories)
                    .Where(IsOurs)
                    .Order(StringComparer.Ordinal)
                    .Select(path => new SourceFile(Path.GetRelativePath(home, path).Replace('\\', '/'), File.ReadAllText(path))),
            ]);
        }
    }

    private static bool IsOurs(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
