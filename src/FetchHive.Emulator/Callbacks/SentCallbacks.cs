using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Hosting;

namespace FetchHive.Emulator.Callbacks;

/// <summary>The newest attempts, in the order in which they ended, and how many callbacks are still under way.</summary>
internal sealed class SentCallbacks(int capacity, Action<SentCallback>? listener = null)
{
    private readonly object _gate = new();
    private readonly Queue<SentCallback> _sent = new();
    private TaskCompletionSource _changed = NewSignal();
    private int _underWay;
    private bool _isStopped;

    public void Begin()
    {
        lock (_gate)
        {
            _underWay++;
        }
    }

    public void End() => Change(() => _underWay--);

    public void Add(SentCallback sent)
    {
        Change(() =>
        {
            if (_sent.Count == capacity)
            {
                _sent.Dequeue();
            }

            _sent.Enqueue(sent);
        });
        Listeners.Notify(listener, sent);
    }

    public void Clear() => Change(_sent.Clear);

    /// <summary>Ends waits for attempts that will never come.</summary>
    public void Stop() => Change(() => _isStopped = true);

    public SentCallback[] Snapshot()
    {
        lock (_gate)
        {
            return _sent.ToArray();
        }
    }

    public Task<SentCallback[]> WaitForAsync(int attempts, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts > capacity)
        {
            throw new ArgumentOutOfRangeException(
                nameof(attempts),
                attempts,
                $"Only {capacity} attempts are kept. Raise "
                    + $"{nameof(FetchHiveEmulatorOptions)}.{nameof(FetchHiveEmulatorOptions.MaxRecordedRequests)}.");
        }

        return WaitAsync(() => _sent.Count >= attempts, cancellationToken);
    }

    public Task<SentCallback[]> WaitForAllAsync(CancellationToken cancellationToken) => WaitAsync(() => _underWay == 0, cancellationToken);

    private async Task<SentCallback[]> WaitAsync(Func<bool> isThere, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (isThere())
                {
                    return _sent.ToArray();
                }

                ObjectDisposedException.ThrowIf(_isStopped, typeof(FetchHiveEmulator));
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
