using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Snippets;

/// <summary>Finds snippets, samples and sources.</summary>
internal static class SnippetFiles
{
    /// <summary>What to do where there is no snippet.</summary>
    public const string HowToSave =
        "Copy the Code Snippet of a deployment's variant in the dashboard, and save it as <name>.fetchhive.sh.";

    // What builds and package managers make, with copies of snippets in it.
    private static readonly string[] Made = ["bin", "obj", "artifacts", "node_modules", "packages", "TestResults"];

    /// <summary>The paths of a snippet's samples of outputs, in their order.</summary>
    public static IReadOnlyList<string> OutputsOf(SnippetOnDisk snippet) =>
        snippet.Name.SamplesAmong(Directory.EnumerateFiles(Path.GetDirectoryName(snippet.Path)!, "*.fetchhive.*"));

    /// <summary>Makes sure that a folder is there.</summary>
    /// <exception cref="CommandException">It isn't.</exception>
    public static void RequireFolder(string folder, Terminal terminal)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {terminal.ShownPath(folder)}.");
        }
    }

    /// <summary>The files of a folder and the folders in it that people write, in the order of their paths.</summary>
    public static List<string> AllIn(string folder)
    {
        List<string> files = [];
        Collect(folder, files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(string folder, List<string> files)
    {
        files.AddRange(Directory.EnumerateFiles(folder));
        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(inner);
            bool isLink = new DirectoryInfo(inner).LinkTarget is not null;
            if (name[0] != '.' && !isLink && !Made.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Collect(inner, files);
            }
        }
    }
}
