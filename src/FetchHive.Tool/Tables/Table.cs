using System;
using System.Collections.Generic;
using System.IO;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Tables;

/// <summary>A table in a file. Its rows are read anew each time, so that it may be longer than memory.</summary>
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

    /// <summary>The names of the columns, in their order. One may come twice.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The rows in their order, without empty ones.</summary>
    /// <exception cref="CommandException">The file can't be read any further.</exception>
    public abstract IEnumerable<TableRow> Rows();

    /// <summary>Opens a table.</summary>
    /// <param name="path">A path that a person typed: JSON Lines where its name says so, and CSV otherwise.</param>
    /// <param name="terminal">Tells where paths start, and how they are shown.</param>
    /// <exception cref="CommandException">It isn't there, or is no table.</exception>
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
                        $"{name}: a table is CSV or JSON Lines. Write one JSON object on each line, and call it .jsonl.");
                case ".xlsx" or ".xls" or ".ods" or ".numbers":
                    throw new CommandException($"{name} is a workbook. Save the sheet as 'CSV UTF-8', and give that file.");
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
