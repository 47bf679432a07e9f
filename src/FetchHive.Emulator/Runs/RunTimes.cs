using System;

namespace FetchHive.Emulator.Runs;

/// <summary>When a run was requested, began and ended.</summary>
internal sealed class RunTimes(TimeProvider time)
{
    private readonly object _gate = new();
    private DateTimeOffset? _started;
    private DateTimeOffset? _ended;

    public DateTimeOffset Generated { get; } = time.GetUtcNow();

    public (DateTimeOffset? Started, DateTimeOffset? Ended) Read()
    {
        lock (_gate)
        {
            return (_started, _ended);
        }
    }

    public void Start()
    {
        lock (_gate)
        {
            _started = time.GetUtcNow();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _ended = time.GetUtcNow();
        }
    }
}
