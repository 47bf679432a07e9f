using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.AspNetCore.Tests.Redis;

/// <summary>The rules for every store of events, in memory and on Redis.</summary>
public sealed class EventStoreTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    public static TheoryData<string> Stores { get; } = ["memory", "redis"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_claim_belongs_to_one_claimant_until_it_is_completed(string kind)
    {
        await using Tested tested = Open(kind);
        ICallbackEventStore store = tested.Store;

        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("a", "one", Long, Token));
        Assert.Equal(CallbackClaim.Busy, await store.ClaimAsync("a", "two", Long, Token));
        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("b", "two", Long, Token));
        Assert.True(await store.RenewAsync("a", "one", Long, Token));
        Assert.True(await store.CompleteAsync("a", "one", Long, Token));
        Assert.Equal(CallbackClaim.Done, await store.ClaimAsync("a", "two", Long, Token));
        Assert.False(await store.RenewAsync("a", "one", Long, Token));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_claim_that_was_released_can_be_claimed_again(string kind)
    {
        await using Tested tested = Open(kind);
        ICallbackEventStore store = tested.Store;

        await store.ClaimAsync("a", "one", Long, Token);
        await store.ReleaseAsync("a", "one", Token);

        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("a", "two", Long, Token));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_but_its_owner_can_release_renew_or_complete_a_claim(string kind)
    {
        await using Tested tested = Open(kind);
        ICallbackEventStore store = tested.Store;

        await store.ClaimAsync("a", "one", Long, Token);
        await store.ReleaseAsync("a", "two", Token);
        Assert.False(await store.RenewAsync("a", "two", Long, Token));
        Assert.False(await store.CompleteAsync("a", "two", Long, Token));

        Assert.Equal(CallbackClaim.Busy, await store.ClaimAsync("a", "two", Long, Token));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_claim_whose_lease_has_expired_goes_to_the_next_claimant_and_the_first_cannot_touch_it(string kind)
    {
        await using Tested tested = Open(kind);
        ICallbackEventStore store = tested.Store;

        await store.ClaimAsync("a", "crashed", Short, Token);
        await tested.PassAsync(Short * 2);
        Assert.False(await store.RenewAsync("a", "crashed", Long, Token));
        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("a", "next", Long, Token));
        await store.ReleaseAsync("a", "crashed", Token);
        Assert.False(await store.CompleteAsync("a", "crashed", Long, Token));
        Assert.Equal(CallbackClaim.Busy, await store.ClaimAsync("a", "third", Long, Token));
        Assert.True(await store.CompleteAsync("a", "next", Long, Token));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_late_completion_counts_if_nobody_else_claimed_the_event(string kind)
    {
        await using Tested tested = Open(kind);
        ICallbackEventStore store = tested.Store;

        await store.ClaimAsync("a", "slow", Short, Token);
        await tested.PassAsync(Short * 2);

        Assert.True(await store.CompleteAsync("a", "slow", Long, Token));
        Assert.Equal(CallbackClaim.Done, await store.ClaimAsync("a", "next", Long, Token));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_completed_event_is_forgotten_when_its_time_has_passed(string kind)
    {
        await using Tested tested = Open(kind);
        ICallbackEventStore store = tested.Store;

        await store.ClaimAsync("a", "one", Long, Token);
        await store.CompleteAsync("a", "one", Short, Token);
        await tested.PassAsync(Short * 2);

        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("a", "two", Long, Token));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_of_many_concurrent_claimants_gets_the_claim(string kind)
    {
        await using Tested tested = Open(kind);
        Task<CallbackClaim>[] claims = new Task<CallbackClaim>[100];
        for (int i = 0; i < claims.Length; i++)
        {
            string owner = $"owner {i}";
            claims[i] = Task.Run(() => tested.Store.ClaimAsync("a", owner, Long, Token).AsTask(), Token);
        }

        CallbackClaim[] outcomes = await Task.WhenAll(claims);

        Assert.Single(outcomes, CallbackClaim.Claimed);
        Assert.Equal(99, Array.FindAll(outcomes, outcome => outcome == CallbackClaim.Busy).Length);
    }

    private Tested Open(string kind)
    {
        if (kind == "memory")
        {
            FakeTimeProvider time = new();
            return new Tested(new InProcessEventStore(time), null, time);
        }

        redis.Require();
        // Uses the real time, because the server has its own clock.
        ServiceProvider services = new ServiceCollection()
            .AddFetchHiveCallbacks()
            .AddRedis(options =>
            {
                options.Configuration = redis.Configuration;
                options.KeyPrefix = Guid.NewGuid().ToString("N") + ":";
            })
            .Services.BuildServiceProvider();
        return new Tested(services.GetRequiredService<ICallbackEventStore>(), services, null);
    }

    private sealed class Tested(ICallbackEventStore store, ServiceProvider? services, FakeTimeProvider? time) : IAsyncDisposable
    {
        public ICallbackEventStore Store => store;

        public Task PassAsync(TimeSpan span)
        {
            time?.Advance(span);
            return time is null ? Task.Delay(span, Token) : Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
