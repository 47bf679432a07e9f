using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Tool.Inputs;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Tables;

/// <summary>A table with a JSON object on each line.</summary>
internal sealed class JsonLinesTable : Table
{
    private readonly List<string> _columns = [];

    public JsonLinesTable(string path, string name)
        : base(path, name)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (Row row in Objects())
        {
            _columns.AddRange(row.Names.Where(known.Add));
        }
    }

    /// <summary>The names of all properties, in the order of their first occurrence.</summary>
    public override IReadOnlyList<string> Columns => _columns;

    public override IEnumerable<TableRow> Rows() => Objects();

    private IEnumerable<Row> Objects()
    {
        using StreamReader reader = new(Path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        long number = 1;
        for (long line = 1; ReadLine(reader) is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return Parse(text, number++, line);
            }
        }
    }

    private Row Parse(string text, long number, long line)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject row)
            {
                return new Row(number, line, "it isn't a JSON object", [], Columns);
            }

            // A duplicate property shows when the object is first read.
            _ = row.Count;
            return new Row(number, line, null, row, Columns);
        }
        catch (JsonException exception)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"the error is at byte {exception.BytePositionInLine + 1}");
            return new Row(number, line, $"it isn't JSON; {place}", [], Columns);
        }
        catch (ArgumentException)
        {
            return new Row(number, line, "it has a property twice", [], Columns);
        }
    }

    private string? ReadLine(StreamReader reader)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception exception) when (exception is IOException or DecoderFallbackException)
        {
            throw new CommandException($"{Name} can't be read as UTF-8: {exception.Message}", innerException: exception);
        }
    }

    private sealed class Row(long number, long line, string? problem, JsonObject values, IReadOnlyList<string> columns)
        : TableRow(number, line, problem)
    {
        public IEnumerable<string> Names => values.Select(value => value.Key);

        public override InputValue Read(int column, SnippetInput input) => input.ReadNode(values[columns[column]]);

        public override string TextOf(int column) => values[columns[column]] switch
        {
            null => "",
            JsonValue value when value.TryGetValue(out string? text) => text,
            { } other => other.ToJsonString(Json.Line),
        };
    }
}
