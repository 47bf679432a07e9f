using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Remembers events in this process's memory: the newest 50,000, each for its retention.</summary>
internal sealed class InProcessEventStore(TimeProvider time) : ICallbackEventStore
{
    public const int MaxEvents = 50_000;

    private readonly object _lock = new();

    // There are as many claims as requests, and the server limits those.
    private readonly Dictionary<string, (string Owner, DateTimeOffset Until)> _claims = new(StringComparer.Ordinal);
    private readonly BoundedMemory<bool> _done = new(time, MaxEvents, long.MaxValue);

    public ValueTask<CallbackClaim> ClaimAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_done.TryGet(eventKey, out _))
            {
                return ValueTask.FromResult(CallbackClaim.Done);
            }

            DateTimeOffset now = time.GetUtcNow();
            if (_claims.TryGetValue(eventKey, out (string Owner, DateTimeOffset Until) claim) && claim.Until > now)
            {
                return ValueTask.FromResult(CallbackClaim.Busy);
            }

            _claims[eventKey] = (owner, now + lease);
            return ValueTask.FromResult(CallbackClaim.Claimed);
        }
    }

    public ValueTask<bool> RenewAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (!_claims.TryGetValue(eventKey, out (string Owner, DateTimeOffset Until) claim)
                || claim.Owner != owner
                || claim.Until <= now)
            {
                return ValueTask.FromResult(false);
            }

            _claims[eventKey] = (owner, now + lease);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> CompleteAsync(string eventKey, string owner, TimeSpan retention, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_done.TryGet(eventKey, out _)
                || (_claims.TryGetValue(eventKey, out (string Owner, DateTimeOffset Until) claim)
                    && claim.Owner != owner
                    && claim.Until > time.GetUtcNow()))
            {
                return ValueTask.FromResult(false);
            }

            _claims.Remove(eventKey);
            _done.Set(eventKey, true, weight: 1, retention);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask ReleaseAsync(string eventKey, string owner, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_claims.TryGetValue(eventKey, out (string Owner, DateTimeOffset Until) claim) && claim.Owner == owner)
            {
                _claims.Remove(eventKey);
            }
        }

        return ValueTask.CompletedTask;
    }
}
