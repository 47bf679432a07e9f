using System;
using System.Collections.Generic;
using System.IO;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Tables;

/// <summary>A table in a file. Its rows are read from the file each time, so it may be larger than memory.</summary>
internal abstract class Table
{
    protected Table(string path, string name)
    {
        Path = path;
        Name = name;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The path as it is shown.</summary>
    public string Name { get; }

    /// <summary>The names of the columns, in their order. There may be duplicates.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The rows in their order, without empty ones.</summary>
    /// <exception cref="CommandException">The file can't be read any further.</exception>
    public abstract IEnumerable<TableRow> Rows();

    /// <summary>Opens a table.</summary>
    /// <param name="path">The user's path: JSON Lines if its name says so, otherwise CSV.</param>
    /// <param name="terminal">Resolves and formats paths.</param>
    /// <exception cref="CommandException">It doesn't exist, or isn't a table.</exception>
    public static Table Open(string path, Terminal terminal)
    {
        string full = terminal.FullPath(path);
        string name = terminal.ShownPath(full);
        if (!File.Exists(full))
        {
            throw new CommandException($"There is no table {name}.");
        }

        try
        {
            switch (System.IO.Path.GetExtension(full).ToLowerInvariant())
            {
                case ".jsonl" or ".ndjson":
                    return new JsonLinesTable(full, name);
                case ".json":
                    throw new CommandException(
                        $"{name}: a table is CSV or JSON Lines. Write one JSON object on each line, and name the file .jsonl.");
                case ".xlsx" or ".xls" or ".ods" or ".numbers":
                    throw new CommandException($"{name} is a workbook. Save the sheet as 'CSV UTF-8', and use that file.");
                default:
                    return new CsvTable(full, name);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{name} can't be read: {exception.Message}", innerException: exception);
        }
    }
}
