using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using FetchHive.Tool.Inputs;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Tables;

/// <summary>
/// A table as spreadsheets save it: with commas, semicolons or tabs, line breaks in quotes, a byte order mark, or a first line that names
/// the separator.
/// </summary>
internal sealed class CsvTable : Table
{
    public CsvTable(string path, string name)
        : base(path, name)
    {
        using StreamReader text = OpenText();
        using CsvReader reader = CsvReader.Create(text, Options(null), leaveOpen: true);
        Columns = Guarded(() =>
        {
            reader.ReadHeader();
            return reader.Headers.Select(header => header.Trim()).ToArray();
        });
        if (Columns.All(column => column.Length == 0))
        {
            throw new CommandException($"{Name} has no header. The first line has to name the columns, such as topic,companies.");
        }
    }

    public override IReadOnlyList<string> Columns { get; }

    public override IEnumerable<TableRow> Rows()
    {
        string? malformed = null;
        using StreamReader text = OpenText();
        CsvReaderOptions options = Options(record => malformed = Describe(record.Reason) ?? malformed);
        using CsvReader reader = CsvReader.Create(text, options, leaveOpen: true);
        for (long number = 1; Guarded(reader.Read);)
        {
            string[] cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            // Spreadsheets also save emptied rows.
            if (cells.Any(cell => cell.Length > 0))
            {
                yield return new Row(number++, reader.LineNumber, malformed ?? CountProblem(cells), cells);
            }

            malformed = null;
        }
    }

    private static CsvReaderOptions Options(Action<CsvMalformedRecord>? onMalformed) => new()
    {
        TrackLineNumbers = true,
        OnMalformedRecord = onMalformed,
    };

    // A quote in the middle of a text, such as 5" screen, is kept as it is.
    private static string? Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quoted cell begins here, or below, and never ends; write a quote in it as \"\"",
        CsvMalformedReason.TextAfterClosingQuote => "a quoted cell goes on after its closing quote; write a quote in it as \"\"",
        _ => null,
    };

    private string? CountProblem(string[] cells)
    {
        int count = cells.Length;
        while (count > Columns.Count && cells[count - 1].Length == 0)
        {
            count--;
        }

        return count == Columns.Count || (count < Columns.Count && Columns.Skip(count).All(column => column.Length == 0))
            ? null
            : count > Columns.Count
                ? $"it has {count} cells, but the header has {Columns.Count}; put quotes around a cell that contains the separator"
                : $"it has {count} of {Columns.Count} cells; keep the separators of cells without a value";
    }

    private StreamReader OpenText() =>
        new(Path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException exception)
        {
            throw new CommandException($"{Name} isn't UTF-8. Save the table as 'CSV UTF-8'.", innerException: exception);
        }
        catch (Exception exception) when (exception is CsvFormatException or IOException)
        {
            throw new CommandException($"{Name} can't be read: {exception.Message}", innerException: exception);
        }
    }

    private sealed class Row(long number, long line, string? problem, string[] cells) : TableRow(number, line, problem)
    {
        public override InputValue Read(int column, SnippetInput input) => input.ReadText(TextOf(column), isCell: true);

        public override string TextOf(int column) => column < cells.Length ? cells[column] : "";
    }
}
