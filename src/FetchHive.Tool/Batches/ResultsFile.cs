using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Batches;

/// <summary>
/// Writes one line for each row. While a round runs, the lines go to a temporary file, in the order in which rows end. At its end they
/// replace the results, in the order of the rows. So the results are complete at any time, and the lines of rows that a round didn't reach
/// are kept.
/// </summary>
internal sealed class ResultsFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lines;
    private readonly List<(long Row, long Start, int Length)> _index = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private bool _isClosed;

    private ResultsFile(string path, FileStream lines)
    {
        _path = path;
        _lines = lines;
    }

    private string PartPath => _path + ".part";

    /// <summary>Begins a round.</summary>
    /// <exception cref="CommandException">The file can't be written, or another batch is writing it.</exception>
    public static ResultsFile Open(string path, Terminal terminal)
    {
        try
        {
            // Not shared: a second batch with the same results fails here.
            return new ResultsFile(path, new FileStream(path + ".part", FileMode.Create, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                $"{terminal.ShownPath(path)} can't be written, or another batch is writing it: {exception.Message}",
                innerException: exception);
        }
    }

    /// <summary>Adds the line of a row.</summary>
    public void Add(long row, string key, JsonObject line)
    {
        _keys.Add(key);
        Append(row, Encoding.UTF8.GetBytes(line.ToJsonString(Json.Line)));
    }

    /// <summary>Ends the round: replaces the results with the round's lines and the older lines of rows that it didn't reach.</summary>
    public void Complete()
    {
        KeepOlder();
        _index.Sort(static (one, other) => one.Row != other.Row ? one.Row.CompareTo(other.Row) : one.Start.CompareTo(other.Start));
        string ordered = _path + ".new";
        using (FileStream target = new(ordered, FileMode.Create, FileAccess.Write))
        {
            byte[] buffer = new byte[4096];
            foreach ((_, long start, int length) in _index)
            {
                buffer = buffer.Length < length ? new byte[length] : buffer;
                _lines.Position = start;
                _lines.ReadExactly(buffer, 0, length);
                target.Write(buffer, 0, length);
                target.WriteByte((byte)'\n');
            }

            target.Flush(flushToDisk: true);
        }

        File.Move(ordered, _path, overwrite: true);
    }

    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _lines.Dispose();
            File.Delete(PartPath);
        }
    }

    private void Append(long row, byte[] line)
    {
        _index.Add((row, _lines.Position, line.Length));
        _lines.Write(line);
    }

    private void KeepOlder()
    {
        if (!File.Exists(_path))
        {
            return;
        }

        foreach (string line in File.ReadLines(_path))
        {
            if (ReadLine(line) is var (row, key) && !_keys.Contains(key))
            {
                Append(row, Encoding.UTF8.GetBytes(line));
            }
        }
    }

    private static (long Row, string Key)? ReadLine(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject result
                && result["row"] is JsonValue number && number.TryGetValue(out long row)
                && result["key"] is JsonValue text && text.TryGetValue(out string? key)
                ? (row, key)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
