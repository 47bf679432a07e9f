using System;
using System.Collections.Generic;
using System.IO;
using FetchHive.Emulator.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Snippets;

/// <summary>Finds snippets, samples and sources.</summary>
internal static class SnippetFiles
{
    /// <summary>What to do if there is no snippet.</summary>
    public const string HowToSave =
        "Copy the Code Snippet of a deployment's variant in the dashboard, and save it as <name>.fetchhive.sh.";

    /// <summary>The paths of a snippet's samples of outputs, in their order.</summary>
    public static IReadOnlyList<string> OutputsOf(SnippetOnDisk snippet) =>
        snippet.Name.SamplesAmong(Directory.EnumerateFiles(Path.GetDirectoryName(snippet.Path)!, "*.fetchhive.*"));

    /// <summary>Checks that a folder exists.</summary>
    /// <exception cref="CommandException">It doesn't exist.</exception>
    public static void RequireFolder(string folder, Terminal terminal)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {terminal.ShownPath(folder)}.");
        }
    }

    /// <summary>The files of a folder and the folders in it that people write, in the order of their paths.</summary>
    /// <exception cref="CommandException">A folder can't be read.</exception>
    public static List<string> AllIn(string folder, Terminal terminal)
    {
        try
        {
            return SourceFolder.Files(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{terminal.ShownPath(folder)} can't be searched: {exception.Message}", innerException: exception);
        }
    }
}
