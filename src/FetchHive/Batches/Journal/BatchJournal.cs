using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>What a journal contains about a row.</summary>
/// <param name="State">The state that the row's last line records.</param>
/// <param name="InputsHash">The hash of the inputs that the response is for; null if it isn't known.</param>
/// <param name="Response">The response as received; null if there is none.</param>
internal readonly record struct RecordedRow(RowState State, string? InputsHash, byte[]? Response);

/// <summary>
/// The file in which a batch records requests and responses. Only the position of each key's line is kept in memory, never its content.
/// </summary>
internal sealed class BatchJournal
{
    private const int MaxKeyLength = 1024;

    private const int InitialRead = 4 * 1024;

    private readonly object _gate = new();
    private readonly string _path;
    private readonly JournalFile _file;
    private readonly JournalWriter _writer;
    private readonly JournalIndex _index;
    private readonly long _length;
    private JournalDeployment? _deployment;

    private BatchJournal(string path, JournalFile file, JournalIndex index, in JournalScan scan)
    {
        _path = path;
        _file = file;
        _index = index;
        _length = scan.End;
        _deployment = scan.Deployment;
        _writer = new JournalWriter(file, path, scan.End);
        if (scan.LacksBreak)
        {
            _writer.Append("\n"u8.ToArray());
        }
    }

    /// <summary>Why the journal can't be written any more; null while it can.</summary>
    public BatchJournalException? Failure => _writer.Failure;

    /// <summary>Opens and locks a journal, and removes a line at the end that a crash left incomplete.</summary>
    /// <exception cref="BatchJournalException">The journal can't be opened or read.</exception>
    public static BatchJournal Open(string path, Func<string, JournalFile> open)
    {
        JournalFile file;
        try
        {
            file = open(path);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            throw JournalFailures.NotOpened(path, exception);
        }

        try
        {
            JournalIndex index = new();
            JournalScan scan = JournalScan.Of(file, path, index);
            if (scan.End < file.Length)
            {
                file.Truncate(scan.End);
            }

            return new BatchJournal(path, file, index, scan);
        }
        catch (Exception exception)
        {
            file.Dispose();
            throw IsOfFiles(exception) ? JournalFailures.NotRead(path, exception) : exception;
        }
    }

    /// <summary>Reserves a key for a row.</summary>
    /// <param name="key">The key.</param>
    /// <param name="quoted">The key as a JSON string.</param>
    /// <exception cref="BatchRowException">The key is invalid, or another row has it.</exception>
    public KeyHash Claim(string? key, out byte[] quoted)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw RowFailures.NoKey(key);
        }

        if (key!.Length > MaxKeyLength)
        {
            throw RowFailures.LongKey(key, MaxKeyLength);
        }

        try
        {
            quoted = JournalText.EncodeText(key);
        }
        catch (ArgumentException exception)
        {
            throw RowFailures.BrokenKey(key, exception);
        }

        KeyHash hash = new(Encoding.UTF8.GetBytes(key));
        lock (_gate)
        {
            return _index.TryClaim(hash) ? hash : throw RowFailures.DuplicateKey(key);
        }
    }

    /// <summary>Checks that a call belongs to this journal. The first call decides which deployment the journal is for.</summary>
    /// <exception cref="BatchJournalException">The call needs another journal.</exception>
    public void Require(JournalDeployment deployment)
    {
        lock (_gate)
        {
            if (_deployment is null)
            {
                _deployment = deployment;
                _writer.Append(JournalText.Header(deployment));
            }
            else if (_deployment != deployment)
            {
                throw JournalFailures.OtherDeployment(_path, _deployment, deployment);
            }
        }
    }

    /// <summary>What earlier rounds recorded for a key.</summary>
    /// <exception cref="BatchJournalException">The file can't be read.</exception>
    public RecordedRow Find(KeyHash key)
    {
        RowState state;
        long offset;
        lock (_gate)
        {
            state = _index.Find(key, out offset);
        }

        if (state != RowState.Answered)
        {
            return new RecordedRow(state, InputsHash: null, Response: null);
        }

        byte[] bytes = ReadLine(offset, out int length);
        if (!JournalLine.TryRead(bytes.AsSpan(0, length), out JournalLine line))
        {
            throw JournalFailures.NotRead(_path, new InvalidDataException("a line has changed since the journal was opened"));
        }

        byte[]? response = line.Response.IsEmpty ? FromBase64(line.RawResponse) : line.Response.ToArray();
        return new RecordedRow(state, JsonSlice.TryGetString(line.InputsHash, out string hash) ? hash : null, response);
    }

    /// <summary>Appends a line. The task completes when the line is on the disk.</summary>
    /// <exception cref="BatchJournalException">The line can't be written.</exception>
    public Task AppendAsync(byte[] line) => _writer.AppendAsync(line);

    /// <summary>Appends a line that may be lost.</summary>
    public void Append(byte[] line) => _writer.Append(line);

    /// <summary>Writes the remaining lines and releases the file.</summary>
    public async Task CloseAsync()
    {
        await _writer.WhenIdleAsync().ConfigureAwait(false);
        _file.Dispose();
    }

    private static bool IsOfFiles(Exception exception) =>
        exception is not BatchJournalException
        && exception is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    private byte[] ReadLine(long offset, out int length)
    {
        try
        {
            byte[] bytes = new byte[InitialRead];
            length = 0;
            while (true)
            {
                int count = (int)Math.Min(bytes.Length - length, _length - offset - length);
                int read = count <= 0 ? 0 : _file.Read(offset + length, bytes, length, count);
                int end = bytes.AsSpan(length, read).IndexOf((byte)'\n');
                if (end >= 0 || read == 0)
                {
                    length += Math.Max(end, 0);
                    return bytes;
                }

                length += read;
                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, int.MaxValue - 64));
                }
            }
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            throw JournalFailures.NotRead(_path, exception);
        }
    }

    private byte[] FromBase64(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSlice.TryGetString(json, out string text) ? Convert.FromBase64String(text) : [];
        }
        catch (FormatException exception)
        {
            throw JournalFailures.NotRead(_path, exception);
        }
    }
}
