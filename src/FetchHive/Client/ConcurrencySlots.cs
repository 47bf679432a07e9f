using System;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// The slots of <see cref="FetchHiveOptions.MaxConcurrency"/>, given out in the order in which calls ask. The queue has no limit: every
/// call in it already has its request in memory, and leaves when its time is up. Refusing a call would only turn a wait into a failure.
/// </summary>
internal sealed class ConcurrencySlots(int count) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = count,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Takes a slot if one is free and no call waits for it.</summary>
    public RateLimitLease? TryEnter()
    {
        RateLimitLease lease = _limiter.AttemptAcquire();
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    /// <summary>Waits for a slot.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken)
    {
        RateLimitLease lease = await _limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);

        // The queue is never full. So a failed lease means that the limiter was disposed.
        ObjectDisposedException.ThrowIf(!lease.IsAcquired, typeof(FetchHiveClient));
        return lease;
    }

    public void Dispose() => _limiter.Dispose();
}
