using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>The in-memory store, which a test can make unavailable.</summary>
internal sealed class BrokenEventStore : ICallbackEventStore
{
    private readonly InProcessEventStore _store = new(TimeProvider.System);

    public bool IsAway { get; set; }

    private InProcessEventStore Store => IsAway ? throw new InvalidOperationException("The store is away.") : _store;

    public ValueTask<CallbackClaim> ClaimAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Store.ClaimAsync(eventKey, owner, lease, cancellationToken);

    public ValueTask<bool> RenewAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Store.RenewAsync(eventKey, owner, lease, cancellationToken);

    public ValueTask<bool> CompleteAsync(string eventKey, string owner, TimeSpan retention, CancellationToken cancellationToken) =>
        Store.CompleteAsync(eventKey, owner, retention, cancellationToken);

    public ValueTask ReleaseAsync(string eventKey, string owner, CancellationToken cancellationToken) =>
        Store.ReleaseAsync(eventKey, owner, cancellationToken);
}
