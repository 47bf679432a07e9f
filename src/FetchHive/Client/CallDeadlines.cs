using System;
using System.Threading;

namespace FetchHive;

/// <summary>The deadlines of one client's calls, which all have the same time.</summary>
/// <param name="timeout">The limit, or infinite.</param>
/// <param name="keeps">
/// Whether the sources behind the tokens may serve one call after another: only when no handler but our own sees a token, as another one might hold it beyond the call.
/// </param>
internal sealed class CallDeadlines(TimeSpan timeout, bool keeps)
{
    private readonly SlotPool<CallDeadline> _pool = new();

    public TimeSpan Timeout { get; } = timeout;

    public bool Keeps { get; } = keeps;

    /// <summary>Starts the clock for a call.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public CallDeadline Start(TimeProvider time, CancellationToken caller)
    {
        CallDeadline deadline = _pool.TryTake() ?? new CallDeadline(this);
        deadline.Begin(time, caller);
        return deadline;
    }

    public bool TryKeep(CallDeadline deadline) => _pool.TryGive(deadline);
}
