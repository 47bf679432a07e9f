using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>The in-memory store, which a test can make unavailable.</summary>
internal sealed class BrokenResultStore : ICallbackResultStore
{
    private readonly InProcessResultStore _store = new(TimeProvider.System);

    public bool IsAway { get; set; }

    public bool IsShared => false;

    private InProcessResultStore Store => IsAway ? throw new TimeoutException("The store is away.") : _store;

    public ValueTask KeepAsync(string runKey, ReadOnlyMemory<byte> body, TimeSpan retention, CancellationToken cancellationToken) =>
        Store.KeepAsync(runKey, body, retention, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindAsync(string runKey, CancellationToken cancellationToken) =>
        Store.FindAsync(runKey, cancellationToken);

    public Task<ReadOnlyMemory<byte>> WaitAsync(string runKey, CancellationToken cancellationToken) =>
        Store.WaitAsync(runKey, cancellationToken);
}
