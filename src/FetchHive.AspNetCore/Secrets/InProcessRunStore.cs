using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Remembers runs in this process's memory: the newest 10,000.</summary>
internal sealed class InProcessRunStore(TimeProvider time) : ICallbackRunStore
{
    public const int MaxRuns = 10_000;

    private readonly object _lock = new();
    private readonly BoundedMemory<RememberedRun> _runs = new(time, MaxRuns, long.MaxValue);

    public ValueTask<RememberedRun> RememberAsync(
        string runKey, RememberedRun run, TimeSpan retention, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_runs.TryGet(runKey, out RememberedRun? first))
            {
                return ValueTask.FromResult(first);
            }

            _runs.Set(runKey, run, weight: 1, retention);
            return ValueTask.FromResult(run);
        }
    }

    public ValueTask<RememberedRun?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_runs.TryGet(runKey, out RememberedRun? run) ? run : null);
        }
    }
}
