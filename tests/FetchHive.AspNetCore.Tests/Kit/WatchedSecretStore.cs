using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>The store in memory; notes what is asked of it, and can be made to throw or to hang.</summary>
internal sealed class WatchedSecretStore : ICallbackSecretStore
{
    private readonly InProcessSecretStore _store = new(TimeProvider.System);
    private readonly ConcurrentQueue<string> _calls = new();

    public bool IsAway { get; set; }

    public bool Hangs { get; set; }

    /// <summary>How much was asked.</summary>
    public int Count => _calls.Count;

    /// <summary>What was asked since the last time.</summary>
    public string[] Take()
    {
        string[] calls = [.. _calls];
        _calls.Clear();
        return calls;
    }

    public async ValueTask<string> RememberAsync(string runKey, string secret, TimeSpan retention, CancellationToken cancellationToken)
    {
        await NoteAsync("remember", cancellationToken);
        return await _store.RememberAsync(runKey, secret, retention, cancellationToken);
    }

    public async ValueTask<string?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        await NoteAsync("find", cancellationToken);
        return await _store.FindAsync(runKey, cancellationToken);
    }

    public async ValueTask StartAsync(string deploymentKey, string startId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await NoteAsync("start", cancellationToken);
        await _store.StartAsync(deploymentKey, startId, atMost, cancellationToken);
    }

    public async ValueTask EndAsync(string deploymentKey, string startId, CancellationToken cancellationToken)
    {
        await NoteAsync("end", cancellationToken);
        await _store.EndAsync(deploymentKey, startId, cancellationToken);
    }

    public async ValueTask<bool> IsStartingAsync(string deploymentKey, CancellationToken cancellationToken)
    {
        await NoteAsync("is starting", cancellationToken);
        return await _store.IsStartingAsync(deploymentKey, cancellationToken);
    }

    private Task NoteAsync(string call, CancellationToken cancellationToken)
    {
        _calls.Enqueue(call);
        return IsAway ? throw new InvalidOperationException("The store is away.")
            : Hangs ? Task.Delay(Timeout.Infinite, cancellationToken)
            : Task.CompletedTask;
    }
}
