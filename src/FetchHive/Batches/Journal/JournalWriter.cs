using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// Appends lines, one group after the other. Lines that arrive while a group is flushed go into the next group, so that many rows share a
/// flush. After a failure, nothing more is written: after a failed flush, it is unknown what is on the disk.
/// </summary>
internal sealed class JournalWriter
{
    private readonly object _gate = new();
    private readonly JournalFile _file;
    private readonly string _path;
    private List<Line> _waiting = [];
    private long _end;
    private bool _isWriting;
    private TaskCompletionSource<bool>? _idle;
    private volatile BatchJournalException? _failure;

    public JournalWriter(JournalFile file, string path, long end)
    {
        _file = file;
        _path = path;
        _end = end;
    }

    /// <summary>Why nothing can be written any more; null while the file can be written.</summary>
    public BatchJournalException? Failure => _failure;

    /// <summary>Appends a line. The task completes when the line is on the disk.</summary>
    /// <exception cref="BatchJournalException">The line can't be written.</exception>
    public Task AppendAsync(byte[] line)
    {
        TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Append(new Line(line, written));
        return written.Task;
    }

    /// <summary>Appends a line that may be lost. It is flushed with the next group that is flushed.</summary>
    public void Append(byte[] line) => Append(new Line(line, Written: null));

    /// <summary>Completes when all lines are written.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            if (!_isWriting)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private void Append(Line line)
    {
        lock (_gate)
        {
            _waiting.Add(line);
            if (_isWriting)
            {
                return;
            }

            _isWriting = true;
        }

        // Flushing blocks a thread, which must not be the caller's.
        _ = Task.Run(WriteAll);
    }

    private void WriteAll()
    {
        List<Line> group = [];
        while (true)
        {
            group.Clear();
            lock (_gate)
            {
                if (_waiting.Count == 0)
                {
                    _isWriting = false;
                    _idle?.TrySetResult(true);
                    _idle = null;
                    return;
                }

                (group, _waiting) = (_waiting, group);
            }

            if (_failure is null)
            {
                try
                {
                    WriteGroup(group);
                }
#pragma warning disable CA1031 // Whatever the file throws, the waiting callers get it.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    _failure = JournalFailures.NotWritten(_path, exception);
                }
            }

            foreach (Line line in group)
            {
                if (_failure is { } failure)
                {
                    line.Written?.TrySetException(failure);
                }
                else
                {
                    line.Written?.TrySetResult(true);
                }
            }
        }
    }

    private void WriteGroup(List<Line> group)
    {
        bool isAwaited = false;
        foreach (Line line in group)
        {
            _file.Write(_end, line.Bytes);
            _end += line.Bytes.Length;
            isAwaited |= line.Written is not null;
        }

        if (isAwaited)
        {
            _file.FlushToDisk();
        }
    }

    private readonly record struct Line(byte[] Bytes, TaskCompletionSource<bool>? Written);
}
