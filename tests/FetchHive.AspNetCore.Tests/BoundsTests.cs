using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.AspNetCore.Tests;

/// <summary>The memory in this process is bounded in number, bytes and age.</summary>
public sealed class BoundsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void The_oldest_entries_go_when_there_are_too_many()
    {
        BoundedMemory<int> memory = new(new FakeTimeProvider(), mostEntries: 2, mostWeight: 100);

        memory.Set("a", 1, 1, Hour);
        memory.Set("b", 2, 1, Hour);
        memory.Set("a", 3, 1, Hour);
        memory.Set("c", 4, 1, Hour);

        Assert.False(memory.TryGet("b", out _));
        Assert.True(memory.TryGet("a", out int a) && memory.TryGet("c", out int c) && (a, c) == (3, 4));
        Assert.Equal(2, memory.Count);
    }

    [Fact]
    public void The_oldest_entries_go_when_they_weigh_too_much_and_the_newest_stays()
    {
        BoundedMemory<int> memory = new(new FakeTimeProvider(), mostEntries: 10, mostWeight: 100);

        memory.Set("a", 1, 60, Hour);
        memory.Set("b", 2, 60, Hour);
        Assert.False(memory.TryGet("a", out _));
        memory.Set("b", 3, 40, Hour);
        memory.Set("c", 4, 60, Hour);
        Assert.True(memory.TryGet("b", out _));
        memory.Set("d", 5, 101, Hour);
        Assert.True(memory.TryGet("d", out _));
        Assert.Equal(1, memory.Count);
    }

    [Fact]
    public void Entries_go_when_their_time_has_passed()
    {
        FakeTimeProvider time = new();
        BoundedMemory<int> memory = new(time, mostEntries: 10, mostWeight: 100);

        memory.Set("a", 1, 1, Hour);
        memory.Set("b", 2, 1, Hour * 3);
        time.Advance(Hour);
        Assert.False(memory.TryGet("a", out _));
        Assert.True(memory.TryGet("b", out _));
        time.Advance(Hour * 2);
        memory.Set("c", 3, 1, Hour);
        Assert.Equal(1, memory.Count);
    }

    [Fact]
    public async Task The_event_store_holds_its_newest_events()
    {
        InProcessEventStore store = new(new FakeTimeProvider());
        CancellationToken token = Receiver.Token;
        for (int i = 0; i <= InProcessEventStore.MaxEvents; i++)
        {
            string key = i.ToString(CultureInfo.InvariantCulture);
            await store.ClaimAsync(key, "me", Hour, token);
            await store.CompleteAsync(key, "me", Hour, token);
        }

        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("0", "me", Hour, token));
        Assert.Equal(CallbackClaim.Done, await store.ClaimAsync("1", "me", Hour, token));
    }

    [Fact]
    public async Task A_heavy_result_is_kept_and_pushes_out_no_light_ones()
    {
        InProcessResultStore store = new(new FakeTimeProvider());
        CancellationToken token = Receiver.Token;
        for (int i = 0; i < 500; i++)
        {
            await store.KeepAsync($"light {i}", new byte[10], Hour, token);
        }

        Task<ReadOnlyMemory<byte>> waiting = store.WaitAsync("heavy", token);
        await store.KeepAsync("heavier than all together", new byte[(int)InProcessResultStore.MaxBytes + 1], Hour, token);
        await store.KeepAsync("heavy", new byte[InProcessResultStore.HeavyBytes + 1], Hour, token);

        Assert.Equal(InProcessResultStore.HeavyBytes + 1, (await waiting).Length);
        Assert.Equal(InProcessResultStore.HeavyBytes + 1, (await store.FindAsync("heavy", token))?.Length);
        Assert.Null(await store.FindAsync("heavier than all together", token));
        for (int i = 0; i < 500; i++)
        {
            Assert.Equal(10, (await store.FindAsync($"light {i}", token))?.Length);
        }

        await store.KeepAsync("heavier than all together", new byte[(int)InProcessResultStore.MaxBytes + 1], Hour, token);
        Assert.Equal((int)InProcessResultStore.MaxBytes + 1, (await store.FindAsync("heavier than all together", token))?.Length);
    }

    [Fact]
    public async Task A_result_that_is_replaced_by_a_lighter_or_heavier_one_is_kept_once()
    {
        InProcessResultStore store = new(new FakeTimeProvider());
        int heavy = InProcessResultStore.HeavyBytes + 1;
        foreach (int length in new[] { 1, heavy, 2, heavy + 1 })
        {
            await store.KeepAsync("run", new byte[length], Hour, Receiver.Token);
            Assert.Equal(length, (await store.FindAsync("run", Receiver.Token))?.Length);
        }
    }

    [Theory]
    [InlineData("research-brief", "req_1", "research-brief/req_1/completed/callbacks%2Fbrief")]
    [InlineData("Research/Brief", "REQ 1", "research%2Fbrief/REQ%201/completed/callbacks%2Fbrief")]
    public void Keys_are_readable_and_distinct(string deployment, string requestId, string expected)
    {
        Assert.Equal(expected, CallbackKeys.Event(deployment, requestId, completed: true, "/callbacks/Brief"));
        Assert.NotEqual(CallbackKeys.Event("a", "b", completed: true, "/c"), CallbackKeys.Event("a", "b", completed: true, "/d"));
        Assert.NotEqual(CallbackKeys.Run("a/b", "c"), CallbackKeys.Run("a", "b/c"));
        Assert.InRange(CallbackKeys.Event(new string('ü', 300), requestId, completed: true, "/callbacks/Brief").Length, 1, 256);
        Assert.NotEqual(CallbackKeys.Run(new string('ü', 300), "a"), CallbackKeys.Run(new string('ü', 300), "b"));
    }
}
