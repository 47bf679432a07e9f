using System;
using System.Threading;

namespace FetchHive;

/// <summary>
/// The end of a call's time, together with the caller's own cancellation. Without a time limit it is the caller's token itself; with one, the source
/// behind it is reused where the framework can reset it.
/// </summary>
internal readonly struct CallDeadline
{
#if NET
    private static readonly SlotPool<CancellationTokenSource> Pool = new();
#endif

    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource? _source;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly long _started;
#if NET
    private readonly CancellationTokenRegistration _registration;
    private readonly bool _reusable;
#endif

    /// <summary>Starts the clock.</summary>
    /// <param name="timeout">The limit, or infinite.</param>
    /// <param name="reusable">
    /// Whether the source may be reused: only when no handler but our own sees its token, as another one might hold it beyond the call.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public CallDeadline(TimeSpan timeout, bool reusable, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _time = time;
        _timeout = timeout;
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        _started = time.GetTimestamp();
#if NET
        if (time == TimeProvider.System)
        {
            _reusable = reusable;
            _source = Take(reusable);
            _source.CancelAfter(timeout);
        }
        else
        {
            _source = Create(timeout, time);
        }

        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
#else
        _ = reusable;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(timeout);
#endif
    }

    public CancellationToken Token => _source is null ? _caller : _source.Token;

    public bool IsCancelledByCaller => _caller.IsCancellationRequested;

    public CancellationToken Caller => _caller;

    /// <summary>Whether the time is over. The caller's own cancellation comes first.</summary>
    public bool HasPassed => !_caller.IsCancellationRequested && _source is { IsCancellationRequested: true };

    /// <summary>What is left of the time; <see cref="TimeSpan.MaxValue"/> without a limit.</summary>
    public TimeSpan Remaining => _source is null ? TimeSpan.MaxValue : _timeout - _time.GetElapsedTime(_started);

    // Ends the use of the source: gives it back or disposes of it.
    public void End()
    {
        if (_source is null)
        {
            return;
        }

#if NET
        // Waits for a cancellation that is under way, so that it can't reach the source's next call.
        _registration.Dispose();
        if (_reusable && _source.TryReset() && Pool.TryGive(_source))
        {
            return;
        }
#endif
        _source.Dispose();
    }

#if NET
    private static CancellationTokenSource Take(bool reusable) => (reusable ? Pool.TryTake() : null) ?? new CancellationTokenSource();

    private static CancellationTokenSource Create(TimeSpan timeout, TimeProvider time) => new(timeout, time);
#endif
}
