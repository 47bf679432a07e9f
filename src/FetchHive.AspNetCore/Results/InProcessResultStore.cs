using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Keeps results in this process's memory: the newest 1,000, up to 64 MiB in total. Large results are kept separately, also up to 64 MiB in
/// total, so that they evict only each other. The newest one is kept, however large it is:
/// <see cref="FetchHiveCallbackOptions.MaxBodyBytes"/> is its limit.
/// </summary>
internal sealed class InProcessResultStore(TimeProvider time) : ICallbackResultStore
{
    public const int MaxResults = 1_000;
    public const long MaxBytes = 64 * 1024 * 1024;
    public const int HeavyBytes = 1024 * 1024;

    private readonly object _lock = new();
    private readonly BoundedMemory<ReadOnlyMemory<byte>> _results = new(time, MaxResults, MaxBytes);
    private readonly BoundedMemory<ReadOnlyMemory<byte>> _heavy = new(time, MaxResults, MaxBytes);
    private readonly Dictionary<string, List<TaskCompletionSource<ReadOnlyMemory<byte>>>> _waiting = new(StringComparer.Ordinal);

    public bool IsShared => false;

    /// <summary>How many waits there are, for tests.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    public ValueTask KeepAsync(string runKey, ReadOnlyMemory<byte> body, TimeSpan retention, CancellationToken cancellationToken)
    {
        byte[] copy = body.ToArray();
        List<TaskCompletionSource<ReadOnlyMemory<byte>>>? waiting;
        lock (_lock)
        {
            bool isHeavy = copy.Length > HeavyBytes;
            (isHeavy ? _results : _heavy).Remove(runKey);
            (isHeavy ? _heavy : _results).Set(runKey, copy, copy.Length, retention);
            _waiting.Remove(runKey, out waiting);
        }

        if (waiting is not null)
        {
            foreach (TaskCompletionSource<ReadOnlyMemory<byte>> one in waiting)
            {
                one.TrySetResult(copy);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<ReadOnlyMemory<byte>?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(TryGet(runKey, out ReadOnlyMemory<byte> result) ? result : (ReadOnlyMemory<byte>?)null);
        }
    }

    public async Task<ReadOnlyMemory<byte>> WaitAsync(string runKey, CancellationToken cancellationToken)
    {
        TaskCompletionSource<ReadOnlyMemory<byte>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (TryGet(runKey, out ReadOnlyMemory<byte> result))
            {
                return result;
            }

            if (!_waiting.TryGetValue(runKey, out List<TaskCompletionSource<ReadOnlyMemory<byte>>>? waiting))
            {
                _waiting[runKey] = waiting = [];
            }

            waiting.Add(source);
        }

        try
        {
            return await source.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(runKey, source);
        }
    }

    private bool TryGet(string runKey, out ReadOnlyMemory<byte> result) =>
        _results.TryGet(runKey, out result) || _heavy.TryGet(runKey, out result);

    private void Leave(string runKey, TaskCompletionSource<ReadOnlyMemory<byte>> source)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(runKey, out List<TaskCompletionSource<ReadOnlyMemory<byte>>>? waiting)
                && waiting.Remove(source)
                && waiting.Count == 0)
            {
                _waiting.Remove(runKey);
            }
        }
    }
}
