using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Tests;

/// <summary>
/// One timer serves many calls. None of the tests depends on how fast the machine is: a call may be found over its time by a slow one, but never before its time,
/// and one that waits for ever is always cancelled.
/// </summary>
public sealed class CallTimerTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(1);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_cancelled_when_its_time_is_over_and_not_before()
    {
        using CallTimer timer = new(TimeSpan.FromMilliseconds(30));
        long started = Stopwatch.GetTimestamp();

        await CancelledAsync(timer.Start());

        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(30));
        Assert.False(timer.TryStop());
    }

    [Fact]
    public async Task A_call_has_its_whole_time_after_one_that_took_most_of_it()
    {
        TimeSpan timeout = TimeSpan.FromMilliseconds(200);
        for (int i = 0; i < 3; i++)
        {
            using CallTimer timer = new(timeout);
            timer.Start();
            await Task.Delay(150, Test);
            if (!timer.TryStop())
            {
                continue;
            }

            long started = Stopwatch.GetTimestamp();
            await CancelledAsync(timer.Start());
            Assert.True(Stopwatch.GetElapsedTime(started) >= timeout);
        }
    }

    [Fact]
    public async Task A_call_after_a_rest_has_its_time()
    {
        using CallTimer timer = new(TimeSpan.FromMilliseconds(20));
        timer.Start();
        if (timer.TryStop())
        {
            // Long enough for the timer to fire and find nobody.
            await Task.Delay(200, Test);
            await CancelledAsync(timer.Start());
        }

        Assert.False(timer.TryStop());
    }

    [Fact]
    public async Task Calls_in_a_row_are_never_cut_short_however_the_timer_fires_between_them()
    {
        TimeSpan timeout = TimeSpan.FromMilliseconds(25);
        Task[] rows = new Task[8];
        for (int row = 0; row < rows.Length; row++)
        {
            int seed = row;
            rows[row] = Task.Run(
                () =>
                {
                    Random random = new(seed);
                    CallTimer timer = new(timeout);
                    long began = Stopwatch.GetTimestamp();
                    while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(600))
                    {
                        long started = Stopwatch.GetTimestamp();
                        CancellationToken token = timer.Start().Token;
                        Thread.SpinWait(random.Next(1, 20_000));
                        bool isCancelled = token.IsCancellationRequested;
                        if (timer.TryStop())
                        {
                            Assert.False(isCancelled);
                            continue;
                        }

                        Assert.True(Stopwatch.GetElapsedTime(started) >= timeout);
                        timer.Dispose();
                        timer = new CallTimer(timeout);
                    }

                    timer.Dispose();
                },
                Test);
        }

        await Task.WhenAll(rows);
    }

    [Fact]
    public async Task A_cancelled_source_serves_no_other_call()
    {
        using CallTimer timer = new(Forever);

        await timer.Start().CancelAsync();

        Assert.False(timer.TryStop());
    }

    [Fact]
    public async Task Nothing_of_the_first_caller_stays_with_the_timer()
    {
        AsyncLocal<string?> ambient = new() { Value = "first caller" };
        using CallTimer timer = new(TimeSpan.FromMilliseconds(10));
        TaskCompletionSource<string?> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        CancellationTokenSource source = timer.Start();
        await using (source.Token.UnsafeRegister(_ => seen.TrySetResult(ambient.Value), null))
        {
            Assert.Null(await seen.Task.WaitAsync(Forever, Test));
        }
    }

    [Fact]
    public void The_time_that_is_left_shrinks_from_the_whole()
    {
        using CallTimer timer = new(Forever);

        timer.Start();

        Assert.InRange(timer.Remaining, TimeSpan.FromSeconds(1), Forever + TimeSpan.FromMilliseconds(16));
        Assert.True(timer.TryStop());
    }

    private static async Task CancelledAsync(CancellationTokenSource source)
    {
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (source.Token.UnsafeRegister(_ => cancelled.TrySetResult(), null))
        {
            await cancelled.Task.WaitAsync(Forever, Test);
        }
    }
}
