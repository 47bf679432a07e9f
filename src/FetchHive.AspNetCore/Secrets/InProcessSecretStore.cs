using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Remembers secrets in this process's memory: those of the newest 10,000 runs.</summary>
internal sealed class InProcessSecretStore(TimeProvider time) : ICallbackSecretStore
{
    public const int MostSecrets = 10_000;

    private readonly object _lock = new();
    private readonly BoundedMemory<string> _secrets = new(time, MostSecrets, long.MaxValue);

    // As many as there are calls under way.
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _starts = new(StringComparer.Ordinal);

    public ValueTask<string> RememberAsync(string runKey, string secret, TimeSpan retention, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_secrets.TryGet(runKey, out string? first))
            {
                return ValueTask.FromResult(first);
            }

            _secrets.Set(runKey, secret, weight: 1, retention);
            return ValueTask.FromResult(secret);
        }
    }

    public ValueTask<string?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_secrets.TryGet(runKey, out string? secret) ? secret : null);
        }
    }

    public ValueTask StartAsync(string deploymentKey, string startId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_starts.TryGetValue(deploymentKey, out Dictionary<string, DateTimeOffset>? starts))
            {
                _starts[deploymentKey] = starts = new(StringComparer.Ordinal);
            }

            starts[startId] = time.GetUtcNow() + atMost;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(string deploymentKey, string startId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_starts.TryGetValue(deploymentKey, out Dictionary<string, DateTimeOffset>? starts) && starts.Remove(startId) && starts.Count == 0)
            {
                _starts.Remove(deploymentKey);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsStartingAsync(string deploymentKey, CancellationToken cancellationToken)
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
