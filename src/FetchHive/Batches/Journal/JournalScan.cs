using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// Reads a journal when it is opened. It records the position of each key's last line, and finds the end of the complete lines. What a
/// crash left after that (half a line, or blocks of zeros) was never flushed, so nothing was sent for it.
/// </summary>
internal ref struct JournalScan
{
    private const int InitialBuffer = 64 * 1024;

    // The maximum length of an array of bytes.
    private const int MaxLineLength = 0x7FFFFFC7;

    private readonly string _path;
    private readonly JournalIndex _index;
    private long _lines;
    private long _tornLine;

    private JournalScan(string path, JournalIndex index)
    {
        _path = path;
        _index = index;
    }

    /// <summary>The deployment in the header; null if the file has no header yet.</summary>
    public JournalDeployment? Deployment { get; private set; }

    /// <summary>The end of the complete lines.</summary>
    public long End { get; private set; }

    /// <summary>Whether the last line is complete except for its line break.</summary>
    public bool LacksBreak { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="BatchJournalException">The file isn't a journal, has a newer version, or has a broken line that isn't the last
    /// one.</exception>
    public static JournalScan Of(JournalFile file, string path, JournalIndex index)
    {
        JournalScan scan = new(path, index);
        scan.Read(file, file.Length);
        return scan;
    }

    private void Read(JournalFile file, long length)
    {
        byte[] buffer = new byte[InitialBuffer];
        long lineStart = 0;
        int filled = 0;
        int searched = 0;
        while (lineStart + filled < length)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, MaxLineLength));
            }

            int count = (int)Math.Min(buffer.Length - filled, length - lineStart - filled);
            int read = count == 0 ? 0 : file.Read(lineStart + filled, buffer, filled, count);
            if (read == 0)
            {
                break;
            }

            filled += read;
            int start = 0;
            int found;
            while ((found = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n')) >= 0)
            {
                int end = searched + found + 1;
                Take(buffer.AsSpan(start, end - start), lineStart + start, isTerminated: true);
                start = end;
                searched = end;
            }

            searched = filled - start;
            buffer.AsSpan(start, searched).CopyTo(buffer);
            lineStart += start;
            filled = searched;
        }

        if (filled > 0)
        {
            Take(buffer.AsSpan(0, filled), lineStart, isTerminated: false);
        }
    }

    private void Take(ReadOnlySpan<byte> line, long offset, bool isTerminated)
    {
        _lines++;
        if (Deployment is null)
        {
            line = Utf8.WithoutMark(line);
        }

        if (IsBlank(line))
        {
            return;
        }

        if (_tornLine == 0 && TryTake(line, offset))
        {
            End = offset + line.Length;
            LacksBreak = !isTerminated;
            return;
        }

        // Nothing is written after a failed write, so a line that a crash cut off is the last one. A broken line elsewhere has another
        // cause.
        bool isTorn = !isTerminated || line.IndexOf((byte)0) >= 0;
        if (Deployment is null && !IsTornHeader(line))
        {
            throw JournalFailures.NoJournal(_path);
        }

        if (_tornLine != 0 || !isTorn)
        {
            throw JournalFailures.Broken(_path, _tornLine != 0 ? _tornLine : _lines);
        }

        _tornLine = _lines;
    }

    private bool TryTake(ReadOnlySpan<byte> bytes, long offset)
    {
        if (!JournalLine.TryRead(bytes, out JournalLine line))
        {
            return false;
        }

        if (Deployment is null)
        {
            Deployment = ReadHeader(line);
            return true;
        }

        if (!line.TryGetState(out RowState state) || !JsonSlice.TryGetUtf8(line.Key, out byte[] key, out int length))
        {
            return false;
        }

        _index.Note(new KeyHash(key.AsSpan(0, length)), state, offset);
        PooledBytes.Return(key);
        return true;
    }

    private readonly JournalDeployment ReadHeader(in JournalLine line)
    {
        if (line.Version.IsEmpty)
        {
            throw JournalFailures.NoJournal(_path);
        }

        string version = Utf8.GetString(line.Version);
        if (version != JournalText.Version)
        {
            throw JournalFailures.NewerVersion(_path, version);
        }

        return JsonSlice.TryGetString(line.BaseAddress, out string address)
            && JsonSlice.TryGetString(line.Deployment, out string deployment)
            && JsonSlice.TryGetString(line.Variant, out string variant)
            ? new JournalDeployment(address, deployment, variant)
            : throw JournalFailures.NoJournal(_path);
    }

    // A file of another kind may also lack its last line break. It isn't changed.
    private static bool IsTornHeader(ReadOnlySpan<byte> line)
    {
        int zero = line.IndexOf((byte)0);
        ReadOnlySpan<byte> text = zero < 0 ? line : line.Slice(0, zero);
        ReadOnlySpan<byte> beginning = JournalText.Beginning;
        return text.Length < beginning.Length ? beginning.StartsWith(text) : text.StartsWith(beginning);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (byte value in line)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }
}
