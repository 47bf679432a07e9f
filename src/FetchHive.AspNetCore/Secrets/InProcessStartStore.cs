using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Keeps starts in this process's memory: as many as there are calls under way.</summary>
internal sealed class InProcessStartStore(TimeProvider time) : ICallbackStartStore
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _starts = new(StringComparer.Ordinal);

    public ValueTask AddAsync(string deploymentKey, string startId, TimeSpan expiry, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_starts.TryGetValue(deploymentKey, out Dictionary<string, DateTimeOffset>? starts))
            {
                _starts[deploymentKey] = starts = new(StringComparer.Ordinal);
            }

            starts[startId] = time.GetUtcNow() + expiry;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(string deploymentKey, string startId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_starts.TryGetValue(deploymentKey, out Dictionary<string, DateTimeOffset>? starts)
                && starts.Remove(startId)
                && starts.Count == 0)
            {
                _starts.Remove(deploymentKey);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> AnyAsync(string deploymentKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_starts.TryGetValue(deploymentKey, out Dictionary<string, DateTimeOffset>? starts))
            {
                DateTimeOffset now = time.GetUtcNow();
                foreach (DateTimeOffset until in starts.Values)
                {
                    if (until > now)
                    {
                        return ValueTask.FromResult(true);
                    }
                }
            }

            return ValueTask.FromResult(false);
        }
    }
}
