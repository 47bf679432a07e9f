using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>The pauses of a poll: short at first, then longer, until the time is up.</summary>
/// <param name="time">The clock.</param>
/// <param name="limit">How long all pauses together may be.</param>
/// <param name="max">The longest pause.</param>
internal struct GrowingPauses(TimeProvider time, TimeSpan limit, TimeSpan max)
{
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromMilliseconds(20);

    public readonly bool IsOver => Left <= TimeSpan.Zero;

    private readonly TimeSpan Left => limit - time.GetElapsedTime(_began);

    /// <summary>Waits until the next poll, which is the last one if the time is up by then.</summary>
    public Task NextAsync(CancellationToken cancellationToken)
    {
        TimeSpan left = Left;
        TimeSpan pause = _next < left ? _next : left;
        _next = _next * 2 < max ? _next * 2 : max;
        return Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, time, cancellationToken);
    }
}
