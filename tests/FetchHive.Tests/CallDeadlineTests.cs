using System;
using System.Threading;

namespace FetchHive.Tests;

/// <summary>A token source serves several calls, one after another. No call may notice another.</summary>
public sealed class CallDeadlineTests
{
    [Fact]
    public void What_a_handler_registered_in_one_call_isnt_called_when_another_is_cancelled()
    {
        bool isCalled = false;
        using (CallDeadline first = Begin(CancellationToken.None))
        {
            first.Token.Register(() => isCalled = true);
        }

        using CancellationTokenSource caller = new();
        using CallDeadline second = Begin(caller.Token);
        caller.Cancel();

        Assert.True(second.Token.IsCancellationRequested);
        Assert.False(isCalled);
    }

    [Fact]
    public void A_cancelled_call_leaves_nothing_to_the_next()
    {
        using CancellationTokenSource caller = new();
        using (CallDeadline cancelled = Begin(caller.Token))
        {
            caller.Cancel();
            Assert.False(cancelled.HasPassed);
        }

        using CallDeadline next = Begin(CancellationToken.None);

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_call_whose_time_was_up_leaves_nothing_to_the_next()
    {
        using (CallDeadline late = new(TimeSpan.Zero, Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None))
        {
            Assert.True(late.Token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
            Assert.True(late.HasPassed);
        }

        using CallDeadline next = Begin(CancellationToken.None);

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_source_is_given_back_once()
    {
        CallDeadline ended = Begin(CancellationToken.None);
        ended.Dispose();
        ended.Dispose();

        using CancellationTokenSource caller = new();
        using CallDeadline first = Begin(caller.Token);
        using CallDeadline second = Begin(CancellationToken.None);
        caller.Cancel();

        Assert.True(first.Token.IsCancellationRequested);
        Assert.False(second.Token.IsCancellationRequested);
    }

    private static CallDeadline Begin(CancellationToken caller) =>
        new(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan, TimeProvider.System, caller);
}
