using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Stores that are unavailable, or that carry out requests that nobody waits for any more.</summary>
public sealed class StoreFaultTests
{
    [Fact]
    public async Task An_unavailable_result_store_gives_503_and_is_not_the_handlers_fault()
    {
        int handled = 0;
        BrokenResultStore store = new() { IsAway = true };
        await using Receiver receiver = await StartAsync(
            services => services.AddSingleton<ICallbackResultStore>(store),
            (_, _) =>
            {
                handled++;
                return Task.CompletedTask;
            });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(0, handled);
        Assert.Contains("the store of results failed", receiver.Logs.Line(55), StringComparison.Ordinal);
        Assert.False(receiver.Logs.Has(33), receiver.Logs.Text);

        // The event's claim was released at once.
        store.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(1, handled);
        await Assert.ThrowsAsync<TimeoutException>(() =>
        {
            store.IsAway = true;
            return receiver.Tracker.TryGetResultAsync(IResearchBrief.StartCallback, "req_1", Receiver.Token);
        });
    }

    [Fact]
    public async Task A_claim_that_the_store_made_after_its_caller_gave_up_is_released_at_once()
    {
        int handled = 0;
        await using Receiver receiver = await StartAsync(
            services => services.AddSingleton<ICallbackEventStore>(new LateEventStore()),
            (_, _) =>
            {
                handled++;
                return Task.CompletedTask;
            });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));

        Assert.Equal(1, handled);
    }

    [Fact]
    public async Task With_configured_secrets_a_start_does_not_use_their_store()
    {
        WatchedRunStore store = new() { Hangs = true };
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                store.AddTo(services);
                new Service().AddTo(services);
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));

        Assert.Equal("req_1", (await receiver.StartRunAsync()).RequestId);

        Assert.Empty(store.Take());
    }

    // No delivery waits for another, and no lease expires.
    private static Task<Receiver> StartAsync(
        Action<IServiceCollection> add, Func<WorkflowCallback<string>, CancellationToken, Task> handler) => Receiver.StartAsync(
        services =>
        {
            add(services);
            services.AddFetchHiveCallbacks(options =>
            {
                options.Secrets["research-brief"] = [Receiver.Secret];
                options.HandlingLease = TimeSpan.FromHours(1);
                options.DuplicateWait = TimeSpan.Zero;
            });
        },
        app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, handler));

    /// <summary>Makes its first claim, but throws a timeout instead of returning it.</summary>
    private sealed class LateEventStore : ICallbackEventStore
    {
        private readonly InProcessEventStore _store = new(TimeProvider.System);
        private bool _hasFailed;

        public async ValueTask<CallbackClaim> ClaimAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken)
        {
            CallbackClaim claim = await _store.ClaimAsync(eventKey, owner, lease, cancellationToken);
            if (_hasFailed)
            {
                return claim;
            }

            _hasFailed = true;
            throw new TimeoutException("The store did not answer.");
        }

        public ValueTask<bool> RenewAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
            _store.RenewAsync(eventKey, owner, lease, cancellationToken);

        public ValueTask<bool> CompleteAsync(string eventKey, string owner, TimeSpan retention, CancellationToken cancellationToken) =>
            _store.CompleteAsync(eventKey, owner, retention, cancellationToken);

        public ValueTask ReleaseAsync(string eventKey, string owner, CancellationToken cancellationToken) =>
            _store.ReleaseAsync(eventKey, owner, cancellationToken);
    }
}
