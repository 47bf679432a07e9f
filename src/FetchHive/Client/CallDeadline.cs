using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace FetchHive;

/// <summary>
/// The end of a call's time, together with the caller's own cancellation. Without a time limit it is the caller's token itself. The object serves one call
/// at a time, from <see cref="CallDeadlines.Start"/> to <see cref="End"/>, and then maybe another.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "End disposes of what isn't kept for the next call.")]
internal sealed class CallDeadline
{
    private readonly CallDeadlines _owner;
    private CancellationToken _caller;
    private CancellationTokenSource? _source;
    private TimeProvider _time = TimeProvider.System;
    private long _started;
#if NET
    private CancellationTokenRegistration _registration;
    private CallTimer? _timer;
#endif

    public CallDeadline(CallDeadlines owner) => _owner = owner;

    /// <summary>Cancelled when the time is over, or by the caller.</summary>
    public CancellationToken Token { get; private set; }

    public bool IsCancelledByCaller => _caller.IsCancellationRequested;

    public CancellationToken Caller => _caller;

    /// <summary>Whether the time is over. The caller's own cancellation comes first.</summary>
    public bool HasPassed => _source is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    /// <summary>What is left of the time; <see cref="TimeSpan.MaxValue"/> without a limit.</summary>
    public TimeSpan Remaining =>
        _source is null ? TimeSpan.MaxValue
#if NET
        : _timer is { } timer ? timer.Remaining
#endif
        : _owner.Timeout - _time.GetElapsedTime(_started);

    /// <summary>Starts the clock.</summary>
    public void Begin(TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        if (_owner.Timeout == Timeout.InfiniteTimeSpan)
        {
            Token = caller;
            return;
        }

#if NET
        if (_owner.Keeps && time == TimeProvider.System)
        {
            _timer ??= new CallTimer(_owner.Timeout);
            _source = _timer.Start();
        }
        else
        {
            _time = time;
            _started = time.GetTimestamp();
            _source = new CancellationTokenSource(_owner.Timeout, time);
        }

        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
#else
        _time = time;
        _started = time.GetTimestamp();
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(_owner.Timeout);
#endif
        Token = _source.Token;
    }

    /// <summary>Ends the call. The object isn't to be used afterwards.</summary>
    public void End()
    {
#if NET
        // Waits for a cancellation that is under way, so that it can't reach the source's next call.
        _registration.Dispose();
        _registration = default;
        if (_timer is not null)
        {
            if (_source is not null && !_timer.TryStop())
            {
                _timer.Dispose();
                _timer = null;
            }
        }
        else
#endif
        {
            _source?.Dispose();
        }

        _source = null;
        _caller = default;
        Token = default;
        if (!_owner.TryKeep(this))
        {
#if NET
            _timer?.Dispose();
#endif
        }
    }
}
