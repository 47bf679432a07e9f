using System;
using System.IO;
using FetchHive.Tool.Tables;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Batches;

/// <summary>The files that a batch writes.</summary>
/// <param name="Results">The full path of the results.</param>
/// <param name="Journal">The full path of the journal.</param>
internal sealed record BatchPaths(string Results, string Journal)
{
    /// <summary>Creates the paths from the user's arguments.</summary>
    /// <exception cref="CommandException">Writing there would overwrite another file, or isn't possible.</exception>
    public static BatchPaths Of(string results, Table table, Terminal terminal)
    {
        string full = terminal.FullPath(results);
        BatchPaths paths = new(full, full + ".journal");
        if (string.Equals(full, table.Path, StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException("--out names the table itself. Name another file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)) || Directory.Exists(full))
        {
            throw new CommandException(
                $"--out {results} is a folder, or its folder doesn't exist. Name a file in an existing folder.");
        }

        if (File.Exists(full) && new FileInfo(full).Length > 0 && !File.Exists(paths.Journal))
        {
            throw new CommandException(
                $"{terminal.ShownPath(full)} already exists, and no journal of a batch is beside it "
                + $"({Path.GetFileName(paths.Journal)}). Name another file, or delete this one.");
        }

        return paths;
    }
}
