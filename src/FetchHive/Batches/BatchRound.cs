using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// Feeds rows and gathers their outcomes. A row is taken only if fewer rows than <see cref="BatchOptions.Concurrency"/> are in progress or
/// waiting for the caller. So a slow caller slows down the calls, and memory stays bounded.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The signal and the token source own nothing but memory.")]
internal sealed class BatchRound<TRow, TResult>(
    BatchJournal journal, BatchOptions options, Func<TRow, string> key, Func<TRow, CancellationToken, Task<TResult>> call)
{
    private readonly object _gate = new();
    private readonly HashSet<RowRecorder> _underWay = [];
    private readonly ConcurrentQueue<EndedRow<TRow, TResult>> _ended = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _feeding = new();
    private RowSource<TRow>? _source;
    private Task<bool>? _pull;
    private Task? _wait;
    private ITimer? _drain;
    private ExceptionDispatchInfo? _sourceFailure;
    private long _taken;
    private int _active;
    private bool _isExhausted;
    private bool _isStopping;

    /// <summary>Whether a row wasn't taken or sent because the round was stopped.</summary>
    public bool IsCutShort { get; private set; }

    private bool MayTake => _active < options.Concurrency && !_isExhausted && !Volatile.Read(ref _isStopping);

    /// <summary>Opens the rows.</summary>
    public void Open(Func<CancellationToken, RowSource<TRow>> rows) => _source = rows(_feeding.Token);

    /// <summary>Returns the next row that has ended; null if there are no more.</summary>
    public async Task<EndedRow<TRow, TResult>?> NextAsync()
    {
        while (true)
        {
            Feed();
            if (_ended.TryDequeue(out EndedRow<TRow, TResult>? ended))
            {
                _active--;
                IsCutShort |= Volatile.Read(ref _isStopping) && ended.End is { IsCalled: true, Outcome: BatchOutcome.NotRun };
                return ended;
            }

            if (_active == 0 && _pull is null)
            {
                IsCutShort |= !_isExhausted && _sourceFailure is null;
                return null;
            }

            // The signal may be for a row that was already returned. Then the loop runs once more.
            _wait ??= _signal.WaitAsync();
            await (_pull is null ? _wait : Task.WhenAny(_wait, _pull)).ConfigureAwait(false);
            if (_wait.IsCompleted)
            {
                _wait = null;
            }
        }
    }

    /// <summary>
    /// Takes no further rows, cancels those that weren't sent, and cancels the rest after <see cref="BatchOptions.DrainTimeout"/>. May be
    /// called at any time and more than once.
    /// </summary>
    public void Stop()
    {
        RowRecorder[] rows;
        lock (_gate)
        {
            if (_isStopping)
            {
                return;
            }

            Volatile.Write(ref _isStopping, true);
            rows = [.. _underWay];
            if (options.DrainTimeout != Timeout.InfiniteTimeSpan)
            {
                _drain = options.Time.CreateTimer(
                    static round => ((BatchRound<TRow, TResult>)round!).CancelAll(), this, options.DrainTimeout, Timeout.InfiniteTimeSpan);
            }
        }

        foreach (RowRecorder row in rows)
        {
            row.Stop();
        }

        // The source's own code must not block the caller who cancels.
        _ = Task.Run(_feeding.Cancel);
    }

    /// <summary>Waits for the rows in progress and disposes the source. Only the disposal of the source can throw.</summary>
    public async Task CloseAsync()
    {
        Stop();
        while (await NextAsync().ConfigureAwait(false) is not null)
        {
        }

        lock (_gate)
        {
            _drain?.Dispose();
        }

        if (_source is not null)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    public void ThrowIfSourceFailed() => _sourceFailure?.Throw();

    private void Feed()
    {
        while (true)
        {
            if (_pull is null)
            {
                if (!MayTake)
                {
                    return;
                }

                Pull();
            }

            if (_pull is not { IsCompleted: true } pull)
            {
                return;
            }

            _pull = null;
            Take(pull);
        }
    }

    private void Pull()
    {
        try
        {
            _pull = _source!.MoveNextAsync().AsTask();
        }
#pragma warning disable CA1031 // The source is the caller's. The caller gets its exception, after the results of the rows before it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _pull = Task.FromException<bool>(exception);
        }
    }

    private void Take(Task<bool> pull)
    {
        try
        {
            // A source that was asked to stop may still return a row. That row isn't started.
            if (!pull.GetAwaiter().GetResult())
            {
                _isExhausted = true;
            }
            else if (!Volatile.Read(ref _isStopping))
            {
                Start(_source!.Current);
            }
        }
        catch (OperationCanceledException) when (Volatile.Read(ref _isStopping))
        {
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _sourceFailure = ExceptionDispatchInfo.Capture(exception);
            Stop();
        }
    }

    private void Start(TRow row)
    {
        long index = _taken++;
        _active++;
        string? name = null;
        RowRecorder recorder;
        try
        {
            name = NameOf(row);
            KeyHash hash = journal.Claim(name, out byte[] quoted);
            recorder = new RowRecorder(journal, options, name!, hash, quoted);
        }
        catch (BatchRowException exception)
        {
            Ended(new EndedRow<TRow, TResult>(index, row, name, RowEnd.Untried(exception), default));
            return;
        }

        lock (_gate)
        {
            _underWay.Add(recorder);
            if (_isStopping)
            {
                recorder.Stop();
            }
        }

        _ = Task.Run(() => RunAsync(index, row, name!, recorder));
    }

    private string? NameOf(TRow row)
    {
        try
        {
            return key(row);
        }
#pragma warning disable CA1031 // It is the row's error.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw RowFailures.KeyFunction(exception);
        }
    }

    // Never throws.
    private async Task RunAsync(long index, TRow row, string name, RowRecorder recorder)
    {
        TResult? value = default;
        Exception? failure = null;
        CallRecorder.Enter(recorder, recorder.Token);
        try
        {
            Task<TResult> task = call(row, recorder.Token) ?? throw new InvalidOperationException(
                "The row's function returned null instead of a task. Return the task of the call, or make the function async.");
            value = await task.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the row's function throws ends the row, not the batch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        RowEnd end = await recorder.CloseAsync(failure).ConfigureAwait(false);
        CallRecorder.Leave(recorder.Token);
        lock (_gate)
        {
            _underWay.Remove(recorder);
        }

        Ended(new EndedRow<TRow, TResult>(index, row, name, end, value));
    }

    private void Ended(EndedRow<TRow, TResult> row)
    {
        _ended.Enqueue(row);
        _signal.Release();
    }

    private void CancelAll()
    {
        RowRecorder[] rows;
        lock (_gate)
        {
            rows = [.. _underWay];
        }

        foreach (RowRecorder row in rows)
        {
            row.Cancel();
        }
    }
}
