using System;
using System.Collections.Generic;
using System.IO;

namespace FetchHive.Emulator.Snippets;

/// <summary>
/// Finds the files in a folder that people write. The command line compiles this file too, so that its check reads the same files as its
/// emulator.
/// </summary>
internal static class SourceFolder
{
    // The output folders of builds and tools, which have older copies of snippets. Folders named "packages" aren't among them: they are
    // sources in many repositories.
    private static readonly HashSet<string> Made = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", "artifacts", "node_modules", "TestResults",
    };

    /// <summary>
    /// The files of a folder and the folders in it, in the order of their paths. Folders that builds and tools create, those whose names
    /// begin with a dot, and links to folders are skipped.
    /// </summary>
    /// <param name="folder">The folder. Its own name doesn't matter.</param>
    /// <param name="pattern">Which files, by their names.</param>
    /// <exception cref="IOException">A folder doesn't exist, or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to read a folder.</exception>
    public static List<string> Files(string folder, string pattern = "*")
    {
        List<string> files = [];
        Collect(folder, pattern, files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(string folder, string pattern, List<string> files)
    {
        files.AddRange(Directory.EnumerateFiles(folder, pattern));
        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(inner);
            if (name[0] != '.' && !Made.Contains(name) && new DirectoryInfo(inner).LinkTarget is null)
            {
                Collect(inner, pattern, files);
            }
        }
    }
}
