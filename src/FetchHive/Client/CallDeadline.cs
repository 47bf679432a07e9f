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
#if NET
    private readonly CancellationTokenRegistration _registration;
    private readonly bool _reusable;
#endif

    /// <summary>Starts the clock.</summary>
    /// <param name="timeout">The limit, or infinite.</param>
    /// <param name="reusable">
    /// Whether the source may be reused: only when no handler but our own sees its token, as another one might hold it beyond the call.
    /// </param>
    /// <param name="caller">The caller's token.</param>
    public CallDeadline(TimeSpan timeout, bool reusable, CancellationToken caller)
    {
        _caller = caller;
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return;
        }

#if NET
        _reusable = reusable;
        _source = (reusable ? Pool.TryTake() : null) ?? new CancellationTokenSource();
        _source.CancelAfter(timeout);
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
}
