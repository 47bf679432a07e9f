using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace FetchHive.Architecture.Tests;

/// <summary>The files of the repository that people write.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "artifacts", "TestResults", "node_modules"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    /// <summary>The files below a folder, without build output and hidden files.</summary>
    /// <param name="folder">A full path.</param>
    public static IEnumerable<string> FilesIn(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (string inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(inner);
            if (name[0] == '.' || Made.Contains(name))
            {
                continue;
            }

            foreach (string file in FilesIn(inner))
            {
                yield return file;
            }
        }
    }

    /// <summary>A path from the root, with slashes on every system.</summary>
    public static string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
