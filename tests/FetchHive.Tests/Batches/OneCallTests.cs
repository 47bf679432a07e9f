using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace FetchHive.Tests.Batches;

/// <summary>A row is one call, no matter which code makes the call.</summary>
public sealed class OneCallTests
{
    private static readonly string[] ThreeRows = ["a", "b", "c"];

    [Fact]
    public async Task A_function_that_makes_no_call_stops_the_batch()
    {
        using BatchKit kit = new();
        (List<BatchResult<string, string>> results, BatchStoppedException failure) =
            await BatchKit.FailAsync<BatchStoppedException, string, string>(BatchKit.Of(
                ThreeRows, static row => row, static (_, _) => Task.FromResult("made up"), kit.Options(static o => o.Concurrency = 1)));
        Assert.Equal(BatchOutcome.NotRun, Assert.Single(results).Outcome);
        Assert.Equal(BatchRowProblem.NoCall, Assert.IsType<BatchRowException>(failure.InnerException).Problem);
        Assert.Contains("Leave rows that need no call out of the batch.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_gives_up_when_the_batch_is_cancelled_makes_no_mistake()
    {
        using BatchKit kit = new();
        using CancellationTokenSource cancelled = new();
        await Assert.ThrowsAsync<OperationCanceledException>(() => BatchKit.AllAsync(WorkflowBatch.RunAsync(
            ThreeRows,
            static row => row,
            async (_, token) =>
            {
                TaskCompletionSource stopped = new();
                using CancellationTokenRegistration registration = token.Register(stopped.SetResult);
                await cancelled.CancelAsync();
                await stopped.Task;
                return "nothing";
            },
            kit.Options(static o => o.Concurrency = 1),
            cancelled.Token)));
    }

    [Fact]
    public async Task A_call_that_a_queue_makes_with_the_token_of_the_row_belongs_to_the_row()
    {
        using BatchKit kit = new();
        CallQueue queue = new(kit);
        queue.Start();
        for (int round = 0; round < 2; round++)
        {
            List<BatchResult<string, string>> results = await BatchKit.AllAsync(
                BatchKit.Of(ThreeRows, static row => row, queue.CallAsync, kit.Options()));
            Assert.All(results, result => Assert.Equal(("about " + result.Key, round == 1), (result.GetValue(), result.IsReplayed)));
        }

        Assert.Equal(3, kit.Sent);
    }

    /// <summary>The worker runs in the first row's execution context, and makes the calls of all rows.</summary>
    [Fact]
    public async Task A_queue_that_the_first_row_starts_makes_the_calls_of_the_others_too()
    {
        using BatchKit kit = new();
        CallQueue queue = new(kit);
        List<BatchResult<string, string>> results = await BatchKit.AllAsync(BatchKit.Of(
            ThreeRows,
            static row => row,
            (row, token) =>
            {
                queue.Start();
                return queue.CallAsync(row, token);
            },
            kit.Options()));
        Assert.All(results, static result => Assert.Equal("about " + result.Key, result.GetValue()));
        Assert.Equal(3, kit.Sent);
    }

    [Fact]
    public async Task A_call_that_a_queue_makes_without_the_token_of_the_row_stops_the_batch()
    {
        using BatchKit kit = new();
        CallQueue queue = new(kit);
        queue.Start();
        (List<BatchResult<string, string>> results, BatchStoppedException failure) =
            await BatchKit.FailAsync<BatchStoppedException, string, string>(BatchKit.Of(
                ThreeRows,
                static row => row,
                (row, _) => queue.CallAsync(row, CancellationToken.None),
                kit.Options(static o => o.Concurrency = 1)));
        Assert.Equal(BatchOutcome.NotRun, Assert.Single(results).Outcome);
        Assert.Contains("pass the row's token", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_run_that_fails_unseen_is_in_doubt_and_stops_the_batch()
    {
        using BatchKit kit = new();
        kit.Respond = static (_, _) => Task.FromResult(BatchKit.Body("{}", 500));
        CallQueue queue = new(kit);
        queue.Start();
        (List<BatchResult<string, string>> results, BatchStoppedException failure) =
            await BatchKit.FailAsync<BatchStoppedException, string, string>(BatchKit.Of(
                ThreeRows,
                static row => row,
                (row, _) => queue.CallAsync(row, CancellationToken.None),
                kit.Options(static o => o.Concurrency = 1)));
        Assert.Equal(BatchOutcome.InDoubt, Assert.Single(results).Outcome);
        Assert.IsType<FetchHiveRequestException>(failure.InnerException!.InnerException, exactMatch: false);
        Assert.Contains("look for batch_key = a in the log history", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_call_that_still_waits_with_the_token_of_an_ended_row_is_not_sent()
    {
        using BatchKit kit = new();
        CallQueue queue = new(kit);
        Task<string>? stray = null;
        CancellationToken rows = default;
        await BatchKit.FailAsync<BatchStoppedException, string, string>(BatchKit.Of(
            ["a"],
            static row => row,
            (row, token) =>
            {
                rows = token;
                stray = queue.CallAsync(row, token);
                return Task.FromResult("early");
            },
            kit.Options()));
        TaskCompletionSource cancelled = new();
        using CancellationTokenRegistration registration = rows.Register(cancelled.SetResult);
        await cancelled.Task;
        queue.Start();
        await Assert.ThrowsAsync<FetchHiveCanceledException>(() => stray!);
        Assert.Equal(0, kit.Sent);
    }

    [Fact]
    public async Task A_second_call_is_not_sent()
    {
        using BatchKit kit = new();
        for (int round = 0; round < 2; round++)
        {
            BatchResult<string, string> result = Assert.Single(await BatchKit.AllAsync(BatchKit.Of(
                ["a"],
                static row => row,
                async (row, token) => await kit.CallAsync(row, token) + await kit.CallAsync(row + " again", token),
                kit.Options())));
            Assert.Equal((BatchOutcome.Failed, true), (result.Outcome, result.IsRecorded));
            Assert.Equal(BatchRowProblem.SecondCall, Assert.IsType<BatchRowException>(result.Error).Problem);
        }

        Assert.Equal("a", Assert.Single(kit.Runs).Key);
    }

    [Fact]
    public async Task A_call_after_the_end_of_the_function_is_not_sent()
    {
        using BatchKit kit = new();
        TaskCompletionSource ended = new();
        Task<string>? stray = null;
        await BatchKit.AllAsync(BatchKit.Of(
            ["a"],
            static row => row,
            async (row, token) =>
            {
                stray = Task.Run(async () =>
                {
                    await ended.Task;
                    return await kit.CallAsync("stray", CancellationToken.None);
                });
                return await kit.CallAsync(row, token);
            },
            kit.Options()));
        ended.SetResult();
        Assert.Equal(BatchRowProblem.SecondCall, (await Assert.ThrowsAsync<BatchRowException>(() => stray!)).Problem);
        Assert.Equal("a", Assert.Single(kit.Runs).Key);
    }

    [Fact]
    public async Task A_call_that_the_function_abandons_is_still_recorded()
    {
        using BatchKit kit = new();
        TaskCompletionSource go = new();
        kit.Respond = async (topic, _) =>
        {
            await go.Task;
            return BatchKit.Completed($"\"{topic}\"");
        };
        (List<BatchResult<string, string>> results, _) = await BatchKit.FailAsync<BatchStoppedException, string, string>(BatchKit.Of(
            ["a"],
            static row => row,
            (row, token) =>
            {
                _ = kit.CallAsync(row, token);
                go.SetResult();
                return Task.FromResult("early");
            },
            kit.Options()));
        BatchResult<string, string> result = Assert.Single(results);
        Assert.Equal((BatchOutcome.Failed, true), (result.Outcome, result.IsRecorded));
        Assert.Equal("a", Assert.Single(await kit.RunAllAsync("a")).GetValue());
        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_start_with_callback_delivery_is_refused_and_stops_the_batch()
    {
        using BatchKit kit = new();
        (List<BatchResult<string, AcceptedRun<JsonElement>>> results, BatchStoppedException failure) =
            await BatchKit.FailAsync<BatchStoppedException, string, AcceptedRun<JsonElement>>(BatchKit.Of(
                ThreeRows,
                static row => row,
                (row, token) => kit.Client.StartAsync(
                    "brief", "production", new() { ["topic"] = row }, new Uri("https://example.com/"), cancellationToken: token),
                kit.Options(o => o.Concurrency = 1)));
        Assert.Equal(BatchOutcome.NotRun, Assert.Single(results).Outcome);
        Assert.Equal(BatchRowProblem.CallbackDelivery, Assert.IsType<BatchRowException>(failure.InnerException).Problem);
        Assert.Equal(0, kit.Sent);
    }

    [Fact]
    public async Task A_batch_inside_a_row_is_refused()
    {
        using BatchKit kit = new();
        using BatchKit inner = new();
        BatchResult<string, string> result = Assert.Single(await BatchKit.AllAsync(BatchKit.Of(
            ["a"], static row => row, async (_, _) => Assert.Single(await inner.RunAllAsync("b")).GetValue(), kit.Options())));
        Assert.IsType<InvalidOperationException>(result.Error);
        Assert.Equal(0, inner.Sent);
    }

    /// <summary>Makes calls one after the other, in its own execution context.</summary>
    private sealed class CallQueue(BatchKit kit)
    {
        private readonly Channel<(string Row, CancellationToken Token, TaskCompletionSource<string> Result)> _calls =
            Channel.CreateUnbounded<(string, CancellationToken, TaskCompletionSource<string>)>();

        private int _isStarted;

        public void Start()
        {
            if (Interlocked.Exchange(ref _isStarted, 1) == 0)
            {
                _ = Task.Run(WorkAsync);
            }
        }

        public Task<string> CallAsync(string row, CancellationToken token)
        {
            TaskCompletionSource<string> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _calls.Writer.TryWrite((row, token, result));
            return result.Task;
        }

        private async Task WorkAsync()
        {
            await foreach ((string row, CancellationToken token, TaskCompletionSource<string> result) in _calls.Reader.ReadAllAsync())
            {
                try
                {
                    result.SetResult(await kit.CallAsync(row, token));
                }
                catch (Exception exception)
                {
                    result.SetException(exception);
                }
            }
        }
    }
}
