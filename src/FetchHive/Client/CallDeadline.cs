using System;
using System.Threading;

namespace FetchHive;

/// <summary>
/// A call's time limit, together with the caller's own cancellation. There are two clocks. The clock of
/// <see cref="FetchHiveOptions.Timeout"/> stops while the call waits for a slot, and the clock of
/// <see cref="FetchHiveOptions.QueueTimeout"/> runs only then. Without limits the token is the caller's own.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
#if NET
    // Sources that were reset.
    private static readonly ObjectPool<CancellationTokenSource> Pool = new();
#endif

    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;
    private CancellationTokenSource? _source;
    private TimeSpan _left;
    private TimeSpan _leftInQueue;
    private long _since;

    /// <summary>Starts the clock.</summary>
    /// <param name="timeout">The time limit of the call, or infinite.</param>
    /// <param name="queueTimeout">The time limit of all its waits for a slot together, or infinite.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public CallDeadline(TimeSpan timeout, TimeSpan queueTimeout, TimeProvider time, CancellationToken caller)
    {
        _time = time;
        _caller = caller;
        _left = timeout;
        _leftInQueue = queueTimeout;
        _since = time.GetTimestamp();
        if (timeout == Timeout.InfiniteTimeSpan && queueTimeout == Timeout.InfiniteTimeSpan)
        {
            Token = caller;
            return;
        }

#if NET
        if (time == TimeProvider.System)
        {
            _source = Pool.TryTake() ?? new CancellationTokenSource();
            _source.CancelAfter(timeout);
        }
        else
        {
            _source = new CancellationTokenSource(timeout, time);
        }

        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
#else
        _source = new CancellationTokenSource(timeout);
        _registration = caller.Register(static source => ((CancellationTokenSource)source!).Cancel(), _source);
#endif
        Token = _source.Token;
    }

    /// <summary>Cancelled when the time is up, or by the caller.</summary>
    public CancellationToken Token { get; }

    public CancellationToken Caller => _caller;

    /// <summary>
    /// Whether another call may use the source. False if code of the application may have kept the token: it must not be cancelled by
    /// another call.
    /// </summary>
    public bool CanReuseSource { get; set; }

    public bool IsCancelledByCaller => _caller.IsCancellationRequested;

    /// <summary>Whether the time is up. False if the caller has cancelled.</summary>
    public bool HasPassed => _source is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    /// <summary>
    /// The time that is left for the call, not counting waits for a slot; <see cref="TimeSpan.MaxValue"/> if there is no limit.
    /// </summary>
    public TimeSpan Remaining => _left == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _left - _time.GetElapsedTime(_since);

    /// <summary>The call starts to wait for a slot.</summary>
    public void EnterQueue() => Change(ref _left, _leftInQueue);

    /// <summary>The wait for a slot is over.</summary>
    public void LeaveQueue() => Change(ref _leftInQueue, _left);

    public void Dispose()
    {
        _registration.Dispose();
        CancellationTokenSource? source = _source;
        _source = null;
#if NET
        // A source that was cancelled, or whose timer has fired, can't be reset.
        if (CanReuseSource && source is not null && source.TryReset() && Pool.TryGive(source))
        {
            return;
        }
#endif
        source?.Dispose();
    }

    private void Change(ref TimeSpan stopped, TimeSpan started)
    {
        if (_source is null)
        {
            return;
        }

        long now = _time.GetTimestamp();
        if (stopped != Timeout.InfiniteTimeSpan)
        {
            TimeSpan left = stopped - _time.GetElapsedTime(_since, now);
            stopped = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        _since = now;
        _source.CancelAfter(started);
    }
}
