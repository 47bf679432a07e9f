#if NET
using System;
using System.Threading;

namespace FetchHive;

/// <summary>
/// Cancels a source when a call takes too long, for one call after another. Setting a timer for each call and taking it back costs more than the rest of a deadline, and hardly a call
/// takes too long: so the timer is left to run, and finds out when it fires whose time it was. If that call is over, it is set for what is left to the present one,
/// or rests when there is none.
/// </summary>
internal sealed class CallTimer(TimeSpan timeout) : IDisposable
{
    // The clock's ticks may be that far apart; a call may end so much later than its limit, and never before.
    private const int Resolution = 16;

    // What the turn is when the time of a call is over. Turns count from zero: even between calls, odd during one.
    private const long Over = -1;

    private readonly CancellationTokenSource _source = new();
    private Timer? _timer;
    private long _turn;
    private long _endsAt;
    private int _isSet;

    /// <summary>What is left to the call.</summary>
    public TimeSpan Remaining => TimeSpan.FromMilliseconds(Volatile.Read(ref _endsAt) - Environment.TickCount64);

    /// <summary>Begins a call.</summary>
    /// <returns>The source that is cancelled when its time is over.</returns>
    public CancellationTokenSource Start()
    {
        // In this order: whoever sees the turn sees its end.
        Volatile.Write(ref _endsAt, Environment.TickCount64 + (long)timeout.TotalMilliseconds + Resolution);
        Interlocked.Increment(ref _turn);
        if (Volatile.Read(ref _isSet) == 0 && Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            _timer ??= CreateTimer();
            _timer.Change(timeout, Timeout.InfiniteTimeSpan);
        }

        return _source;
    }

    /// <summary>Ends a call.</summary>
    /// <returns>Whether another one can be started: not when the source was cancelled, or is about to be.</returns>
    public bool TryStop()
    {
        long turn = Volatile.Read(ref _turn);
        return turn != Over && Interlocked.CompareExchange(ref _turn, turn + 1, turn) == turn && _source.TryReset();
    }

    // The source needs no disposal: it has neither a timer nor a wait handle, and may be about to be cancelled.
    public void Dispose() => _timer?.Dispose();

    private Timer CreateTimer()
    {
        // The first caller's execution context would stay with it.
        if (ExecutionContext.IsFlowSuppressed())
        {
            return New();
        }

        using (ExecutionContext.SuppressFlow())
        {
            return New();
        }

        Timer New() => new(static timer => ((CallTimer)timer!).Fire(), this, Timeout.Infinite, Timeout.Infinite);
    }

    private void Fire()
    {
        while (true)
        {
            long turn = Volatile.Read(ref _turn);
            if ((turn & 1) == 0)
            {
                // Rests, unless a call has just begun and found the timer set.
                Interlocked.Exchange(ref _isSet, 0);
                if (Volatile.Read(ref _turn) == turn || Interlocked.Exchange(ref _isSet, 1) == 1)
                {
                    return;
                }

                continue;
            }

            long left = Volatile.Read(ref _endsAt) - Environment.TickCount64;
            if (left > 0)
            {
                SetAgain(left);
                return;
            }

            // Only the call whose time was looked at: it may have ended, and another one begun.
            if (Interlocked.CompareExchange(ref _turn, Over, turn) == turn)
            {
                _source.Cancel();
                return;
            }
        }
    }

    private void SetAgain(long left)
    {
        try
        {
            _timer!.Change(left, Timeout.Infinite);
        }
        catch (ObjectDisposedException)
        {
            // The call ended just now, and there will be no other.
        }
    }
}
#endif
