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
    public void The_oldest_entries_go_when_they_weigh_too_much_and_one_that_is_too_heavy_is_not_kept()
    {
        BoundedMemory<int> memory = new(new FakeTimeProvider(), mostEntries: 10, mostWeight: 100);

        memory.Set("a", 1, 60, Hour);
        memory.Set("b", 2, 60, Hour);
        Assert.False(memory.TryGet("a", out _));
        memory.Set("b", 3, 40, Hour);
        memory.Set("c", 4, 60, Hour);
        Assert.True(memory.TryGet("b", out _));
        memory.Set("d", 5, 101, Hour);
        Assert.Equal(0, memory.Count);
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
        for (int i = 0; i <= InProcessEventStore.MostEvents; i++)
        {
            string key = i.ToString(CultureInfo.InvariantCulture);
            await store.ClaimAsync(key, "me", Hour, token);
            await store.CompleteAsync(key, "me", Hour, token);
        }

        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync("0", "me", Hour, token));
        Assert.Equal(CallbackClaim.Done, await store.ClaimAsync("1", "me", Hour, token));
    }

    [Fact]
    public async Task A_result_too_large_to_keep_still_reaches_who_waits()
    {
        InProcessResultStore store = new(new FakeTimeProvider());
        Task<ReadOnlyMemory<byte>> waiting = store.WaitAsync("run", Receiver.Token);

        await store.KeepAsync("run", new byte[(int)InProcessResultStore.MostBytes + 1], Hour, Receiver.Token);

        Assert.Equal(InProcessResultStore.MostBytes + 1, (await waiting).Length);
        Assert.False(store.WaitAsync("run", Receiver.Token).IsCompleted);
    }

    [Theory]
    [InlineData("research-brief", "req_1", "research-brief/req_1/completed")]
    [InlineData("Research/Brief", "REQ 1", "research%2Fbrief/REQ%201/completed")]
    public void Keys_are_readable_and_tell_apart_what_differs(string deployment, string requestId, string expected)
    {
        Assert.Equal(expected, CallbackKeys.Event(deployment, requestId, completed: true));
        Assert.NotEqual(CallbackKeys.Run("a/b", "c"), CallbackKeys.Run("a", "b/c"));
        Assert.InRange(CallbackKeys.Event(new string('ü', 300), requestId, completed: true).Length, 1, 256);
        Assert.NotEqual(CallbackKeys.Run(new string('ü', 300), "a"), CallbackKeys.Run(new string('ü', 300), "b"));
    }
}
