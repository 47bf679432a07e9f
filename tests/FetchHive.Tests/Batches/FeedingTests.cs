using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Batches;

/// <summary>When rows are taken, when a batch stops, and what happens then to rows under way.</summary>
public sealed class FeedingTests
{
    [Fact]
    public async Task No_more_rows_are_taken_than_are_under_way_or_unread()
    {
        using BatchKit kit = new();
        int taken = 0;
        IEnumerable<string> Rows()
        {
            for (int i = 0; i < 50; i++)
            {
                taken++;
                yield return $"row {i}";
            }
        }

        int given = 0;
        BatchOptions options = kit.Options(static options => options.Concurrency = 4);
        await foreach (BatchResult<string, string> result in kit.Run(Rows(), options))
        {
            given++;
            Assert.InRange(taken - given, 0, 4);
        }

        Assert.Equal((50, 50), (taken, given));
    }

    [Fact]
    public async Task Leaving_early_waits_for_what_was_sent_and_keeps_it()
    {
        using BatchKit kit = new();
        TaskCompletionSource go = new();
        kit.Respond = async (topic, token) =>
        {
            if (topic != "a")
            {
                await go.Task.WaitAsync(token);
            }

            return BatchKit.Completed($"\"{topic}\"");
        };
        Task leaving = Task.Run(async () =>
        {
            await foreach (BatchResult<string, string> result in kit.Run(Names(100)))
            {
                while (kit.Sent < 3)
                {
                    await Task.Delay(1, Calls.Token);
                }

                break;
            }
        }, Calls.Token);
        while (kit.Sent < 3)
        {
            await Task.Delay(1, Calls.Token);
        }

        Assert.False(leaving.IsCompleted);
        go.SetResult();
        await leaving;
        int sent = kit.Sent;
        Assert.InRange(sent, 3, 4);
        Assert.Equal(1 + (2 * sent), kit.Lines().Length);
    }

    [Fact]
    public async Task Cancelling_yields_what_was_sent_and_then_throws()
    {
        using BatchKit kit = new();
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource go = new();
        kit.Respond = async (topic, token) =>
        {
            // All three calls are under way: cancel, and let them complete.
            if (kit.Sent == 3)
            {
                await cancellation.CancelAsync();
                go.TrySetResult();
            }

            await go.Task.WaitAsync(token);
            return BatchKit.Completed($"\"{topic}\"");
        };
        (List<BatchResult<string, string>> results, OperationCanceledException failure) =
            await BatchKit.FailAsync<OperationCanceledException, string, string>(
                WorkflowBatch.RunAsync(Names(100), static row => row, kit.CallAsync, kit.Options(), cancellation.Token));
        Assert.Equal(cancellation.Token, failure.CancellationToken);
        Assert.Equal(3, results.Count);
        Assert.All(results, static result => Assert.Equal(BatchOutcome.Succeeded, result.Outcome));

        kit.Respond = static (topic, _) => Task.FromResult(BatchKit.Completed($"\"{topic}\""));
        Assert.Equal(100, (await BatchKit.AllAsync(kit.Run(Names(100)))).Count(static result => result.Outcome == BatchOutcome.Succeeded));
        Assert.All(kit.Runs.Values, static runs => Assert.Equal(1, runs));
    }

    [Fact]
    public async Task Cancelling_does_not_send_rows_that_wait_for_a_slot_of_the_client()
    {
        FetchHiveOptions oneAtATime = new() { MaxRetries = 0, MaxConcurrency = 1, BaseAddress = new Uri("http://localhost/v1") };
        using BatchKit kit = new(oneAtATime);
        using CancellationTokenSource cancellation = new();
        kit.Respond = async (topic, _) =>
        {
            await cancellation.CancelAsync();
            return BatchKit.Completed($"\"{topic}\"");
        };
        (List<BatchResult<string, string>> results, _) = await BatchKit.FailAsync<OperationCanceledException, string, string>(
            WorkflowBatch.RunAsync(Names(100), static row => row, kit.CallAsync, kit.Options(), cancellation.Token));
        Assert.Equal(1, kit.Sent);
        Assert.Single(results, static result => result.Outcome == BatchOutcome.Succeeded);
        Assert.All(results.Where(static result => result.Outcome != BatchOutcome.Succeeded), static result =>
            Assert.Equal(BatchOutcome.NotRun, result.Outcome));
    }

    [Fact]
    public async Task After_the_drain_timeout_calls_are_cancelled_and_in_doubt()
    {
        FakeTime time = new() { SkipsBelow = TimeSpan.Zero };
        using BatchKit kit = new();
        using CancellationTokenSource cancellation = new();
        kit.Respond = async (_, token) =>
        {
            await cancellation.CancelAsync();
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.Infinite, token);
            return BatchKit.Completed("\"never\"");
        };
        BatchOptions options = kit.Options(options =>
        {
            options.Concurrency = 1;
            options.Time = time;
            options.DrainTimeout = TimeSpan.FromSeconds(30);
        });
        (List<BatchResult<string, string>> results, _) = await BatchKit.FailAsync<OperationCanceledException, string, string>(
            WorkflowBatch.RunAsync(Names(9), static row => row, kit.CallAsync, options, cancellation.Token));
        BatchResult<string, string> result = Assert.Single(results);
        Assert.Equal(BatchOutcome.InDoubt, result.Outcome);
        Assert.True(Assert.IsType<FetchHiveCanceledException>(result.Error).MayHaveRun);
    }

    [Fact]
    public async Task A_cancellation_before_the_first_row_touches_nothing()
    {
        using BatchKit kit = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BatchKit.AllAsync(
            WorkflowBatch.RunAsync(Names(9), static row => row, kit.CallAsync, kit.Options(), new CancellationToken(canceled: true))));
        Assert.False(System.IO.File.Exists(kit.Journal));
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(402, "{}")]
    [InlineData(403, "{}")]
    [InlineData(404, "{}")]
    [InlineData(422, """{"error_code":"account_credit_cap_reached"}""")]
    [InlineData(429, """{"error_code":"api_rate_limit_exceeded"}""")]
    [InlineData(200, """{"run_status":"failed","error_code":"insufficient_hosted_llm_credits"}""")]
    public async Task A_failure_that_would_end_every_row_stops_the_batch_at_once(int status, string body)
    {
        using BatchKit kit = new() { Respond = (_, _) => Task.FromResult(BatchKit.Body(body, status)) };
        (List<BatchResult<string, string>> results, BatchStoppedException failure) =
            await BatchKit.FailAsync<BatchStoppedException, string, string>(
                kit.Run(Names(100), kit.Options(static options => options.Concurrency = 1)));
        Assert.Single(results);
        Assert.Equal(1, kit.Sent);
        Assert.IsAssignableFrom<FetchHiveException>(failure.InnerException);
        Assert.Contains(failure.InnerException!.Message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_consecutive_failures_stop_the_batch_and_those_with_a_success_between_them_do_not()
    {
        using BatchKit kit = new();
        int calls = 0;
        kit.Respond = (_, _) => Task.FromResult(++calls is 3 or > 5 ? BatchKit.Body("{}", 422) : BatchKit.Completed("\"x\""));
        (List<BatchResult<string, string>> results, BatchStoppedException failure) =
            await BatchKit.FailAsync<BatchStoppedException, string, string>(kit.Run(Names(100), kit.Options(static options =>
            {
                options.Concurrency = 1;
                options.MaxFailuresInARow = 4;
            })));
        Assert.Equal(9, results.Count);
        Assert.Contains("4 rows in a row", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_that_were_recorded_before_do_not_stop_a_batch()
    {
        using BatchKit kit = new() { Respond = static (_, _) => Task.FromResult(BatchKit.Body("""{"run_status":"failed"}""")) };
        static void NoLimit(BatchOptions options) => options.MaxFailuresInARow = null;
        await BatchKit.AllAsync(kit.Run(Names(30), kit.Options(NoLimit)));
        Assert.Equal(30, (await BatchKit.AllAsync(kit.Run(Names(30)))).Count(static result => result.IsReplayed));
        Assert.Equal(30, kit.Sent);
    }

    [Fact]
    public async Task Rows_that_throw_end_the_batch_after_the_results_before_them()
    {
        using BatchKit kit = new();
        static IEnumerable<string> Rows()
        {
            yield return "a";
            yield return "b";
            throw new InvalidOperationException("The table ended badly.");
        }

        (List<BatchResult<string, string>> results, InvalidOperationException failure) =
            await BatchKit.FailAsync<InvalidOperationException, string, string>(kit.Run(Rows()));
        Assert.Equal("The table ended badly.", failure.Message);
        Assert.Equal(2, results.Count);
    }

    [Fact]
    public async Task Slow_rows_do_not_hold_up_results()
    {
        using BatchKit kit = new();
        TaskCompletionSource seen = new();
        async IAsyncEnumerable<string> Rows([EnumeratorCancellation] CancellationToken token = default)
        {
            yield return "a";
            await seen.Task.WaitAsync(token);
            yield return "b";
        }

        List<string> given = [];
        await foreach (BatchResult<string, string> result in
            WorkflowBatch.RunAsync(Rows(Calls.Token), static row => row, kit.CallAsync, kit.Options(), Calls.Token))
        {
            given.Add(result.Row);
            seen.TrySetResult();
        }

        Assert.Equal(["a", "b"], given);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_slow_rows()
    {
        using BatchKit kit = new();
        using CancellationTokenSource cancellation = new();
        bool isDisposed = false;
        async IAsyncEnumerable<string> Rows([EnumeratorCancellation] CancellationToken token = default)
        {
            try
            {
                yield return "a";
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                isDisposed = true;
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (BatchResult<string, string> result in
                WorkflowBatch.RunAsync(Rows(Calls.Token), static row => row, kit.CallAsync, kit.Options(), cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
        Assert.True(isDisposed);
    }

    [Fact]
    public async Task Progress_has_the_counts_the_pace_and_the_remaining_time()
    {
        FakeTime time = new();
        using BatchKit kit = new();
        kit.Respond = (topic, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(30));
            return Task.FromResult(topic == "b" ? BatchKit.Body("""{"run_status":"failed"}""") : BatchKit.Completed("\"x\""));
        };
        Recorded progress = new();
        BatchOptions options = kit.Options(options =>
        {
            options.Concurrency = 1;
            options.Progress = progress;
            options.Time = time;
        });
        await BatchKit.AllAsync(kit.Run(["a", "b", "c", "d"], options));
        Assert.Equal(
            [
                "1 of 4 done, 2 per minute, 00:01:30 left",
                "1 of 4 done, 1 failed, 2 per minute, 00:01:00 left",
                "2 of 4 done, 1 failed, 2 per minute, 00:00:30 left",
                "3 of 4 done, 1 failed, 2 per minute, 00:00:00 left",
            ],
            progress.Texts);

        progress.Texts.Clear();
        await BatchKit.AllAsync(kit.Run(["a", "b", "c", "d"], options));
        Assert.Equal("3 of 4 done, 1 failed", progress.Texts.Last());
    }

    [Fact]
    public async Task Without_a_total_no_remaining_time_is_shown()
    {
        using BatchKit kit = new();
        Recorded progress = new();
        static IEnumerable<string> Rows()
        {
            yield return "a";
        }

        await BatchKit.AllAsync(kit.Run(Rows(), kit.Options(options => options.Progress = progress)));
        Assert.StartsWith("1 done", progress.Texts.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("left", progress.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        using BatchKit kit = new();
        ArgumentOutOfRangeException failure = Assert.Throws<ArgumentOutOfRangeException>(() =>
            kit.Run([], kit.Options(static options => options.Concurrency = 0)));
        Assert.Contains("BatchOptions.Concurrency is 0", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BatchOptions(" "));
    }

    [Fact]
    public async Task Each_enumeration_is_a_separate_round()
    {
        using BatchKit kit = new();
        IAsyncEnumerable<BatchResult<string, string>> batch = kit.Run(Names(20));
        await BatchKit.AllAsync(batch);
        Assert.All(await BatchKit.AllAsync(batch), static result => Assert.True(result.IsReplayed));
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(static i => i == 0 ? "a" : $"row {i}")];

    private sealed class Recorded : IProgress<BatchProgress>
    {
        public List<string> Texts { get; } = [];

        public void Report(BatchProgress value) => Texts.Add(value.ToString());
    }
}
