using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>The in-memory stores of runs and of starts. Records the calls, and can be made to throw or to hang.</summary>
internal sealed class WatchedRunStore : ICallbackRunStore, ICallbackStartStore
{
    private readonly InProcessRunStore _runs = new(TimeProvider.System);
    private readonly InProcessStartStore _starts = new(TimeProvider.System);
    private readonly ConcurrentQueue<string> _calls = new();

    public bool IsAway { get; set; }

    public bool Hangs { get; set; }

    /// <summary>The number of calls since the last <see cref="Take"/>.</summary>
    public int Count => _calls.Count;

    /// <summary>Returns the calls since the last time, and forgets them.</summary>
    public string[] Take()
    {
        string[] calls = [.. _calls];
        _calls.Clear();
        return calls;
    }

    public async ValueTask<RememberedRun> RememberAsync(
        string runKey, RememberedRun run, TimeSpan retention, CancellationToken cancellationToken)
    {
        await NoteAsync("remember", cancellationToken);
        return await _runs.RememberAsync(runKey, run, retention, cancellationToken);
    }

    public async ValueTask<RememberedRun?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        await NoteAsync("find", cancellationToken);
        return await _runs.FindAsync(runKey, cancellationToken);
    }

    public async ValueTask AddAsync(string deploymentKey, string startId, TimeSpan expiry, CancellationToken cancellationToken)
    {
        await NoteAsync("add start", cancellationToken);
        await _starts.AddAsync(deploymentKey, startId, expiry, cancellationToken);
    }

    public async ValueTask RemoveAsync(string deploymentKey, string startId, CancellationToken cancellationToken)
    {
        await NoteAsync("remove start", cancellationToken);
        await _starts.RemoveAsync(deploymentKey, startId, cancellationToken);
    }

    public async ValueTask<bool> AnyAsync(string deploymentKey, CancellationToken cancellationToken)
    {
        await NoteAsync("any start", cancellationToken);
        return await _starts.AnyAsync(deploymentKey, cancellationToken);
    }

    /// <summary>Registers this object as both stores.</summary>
    public IServiceCollection AddTo(IServiceCollection services) => services
        .AddSingleton<ICallbackRunStore>(this)
        .AddSingleton<ICallbackStartStore>(this);

    private Task NoteAsync(string call, CancellationToken cancellationToken)
    {
        _calls.Enqueue(call);
        return IsAway ? throw new InvalidOperationException("The store is away.")
            : Hangs ? Task.Delay(Timeout.Infinite, cancellationToken)
            : Task.CompletedTask;
    }
}
