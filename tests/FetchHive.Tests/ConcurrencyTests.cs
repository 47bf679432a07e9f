using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_calls_than_the_limit_are_under_way_and_they_come_in_order(int limit)
    {
        ConcurrentQueue<TaskCompletionSource> waiting = new();
        ConcurrentQueue<string> order = new();
        int active = 0;
        int most = 0;
        using Gate gate = new(limit, async (request, token) =>
        {
            order.Enqueue(await request.Content!.ReadAsStringAsync(token));
            TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (waiting)
            {
                most = Math.Max(most, ++active);
            }

            waiting.Enqueue(turn);
            await turn.Task;
            lock (waiting)
            {
                active--;
            }

            return Done();
        });
        List<Task<string>> calls = [];
        for (int i = 0; i < 20; i++)
        {
            calls.Add(gate.CallAsync($"call {i:00}"));
        }

        for (int ended = 0; ended < 20; ended++)
        {
            TaskCompletionSource? next;
            while (!waiting.TryDequeue(out next))
            {
                await Task.Delay(2, Calls.Token);
            }

            next.SetResult();
        }

        await Task.WhenAll(calls);
        Assert.Equal(limit, most);

        // Calls that get their slots together may overtake each other before they are sent.
        if (limit == 1)
        {
            Assert.Equal(order.Order(StringComparer.Ordinal), order);
        }
    }

    [Fact]
    public async Task A_time_limit_for_the_queue_names_the_slots()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using Gate gate = new(
            1,
            async (_, _) =>
            {
                await go.Task;
                return Done();
            },
            queueTimeout: TimeSpan.FromMinutes(6));
        FakeTime time = new();
        gate.Client.Sender.Time = time;
        Task<string> first = gate.CallAsync("first");

        Task<string> second = gate.CallAsync("second");
        time.Advance(TimeSpan.FromMinutes(6));

        FetchHiveTimeoutException exception = await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => second);
        Assert.False(exception.MayHaveRun);
        Assert.Contains("00:06:00 (FetchHiveOptions.QueueTimeout)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("slots of FetchHiveOptions.MaxConcurrency", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no run was started", exception.Message, StringComparison.Ordinal);
        go.SetResult();
        Assert.Equal("x", await first);
        Assert.Equal("x", await gate.CallAsync("third"));
    }

    [Fact]
    public async Task A_burst_of_500_succeeds_with_the_defaults_however_long_its_last_calls_wait()
    {
        ConcurrentQueue<TaskCompletionSource> running = new();
        using Gate gate = new(3, async (_, token) =>
        {
            TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            running.Enqueue(turn);
            await turn.Task.WaitAsync(token);
            return Done();
        });
        FakeTime time = new() { SkipsBelow = TimeSpan.Zero };
        gate.Client.Sender.Time = time;
        List<Task<string>> calls = [];
        for (int i = 0; i < 500; i++)
        {
            calls.Add(gate.CallAsync("call"));
        }

        // Each run takes nine minutes, so the last calls wait for more than a day.
        for (int ended = 0; ended < 500;)
        {
            int batch = Math.Min(3, 500 - ended);
            while (running.Count < batch)
            {
                await Task.Delay(1, Calls.Token);
            }

            time.Advance(TimeSpan.FromMinutes(9));
            for (; batch > 0 && running.TryDequeue(out TaskCompletionSource? turn); batch--)
            {
                turn.SetResult();
                ended++;
            }
        }

        Assert.All(await Task.WhenAll(calls), output => Assert.Equal("x", output));
        Assert.Equal(0, time.Timers);
    }

    [Fact]
    public async Task A_call_has_its_whole_time_when_it_leaves_the_queue_and_no_more()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int sent = 0;
        using Gate gate = new(1, async (_, token) =>
        {
            if (Interlocked.Increment(ref sent) == 1)
            {
                await go.Task;
                return Done();
            }

            await Task.Delay(Timeout.Infinite, token);
            return Done();
        });
        FakeTime time = new() { SkipsBelow = TimeSpan.Zero };
        gate.Client.Sender.Time = time;
        Task<string> first = gate.CallAsync("first");
        Task<string> second = gate.CallAsync("second");
        time.Advance(TimeSpan.FromMinutes(9));
        go.SetResult();
        Assert.Equal("x", await first);
        while (Volatile.Read(ref sent) < 2)
        {
            await Task.Delay(1, Calls.Token);
        }

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("FetchHiveOptions.Timeout", (await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => second)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_the_queue_counts_all_waits_of_a_call()
    {
        ConcurrentQueue<TaskCompletionSource> running = new();
        int sent = 0;
        using Gate gate = new(
            1,
            async (_, _) =>
            {
                int number = Interlocked.Increment(ref sent);
                TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
                running.Enqueue(turn);
                await turn.Task;
                HttpResponseMessage response = number == 2 ? new(HttpStatusCode.ServiceUnavailable) : Done();
                response.Headers.TryAddWithoutValidation("Retry-After", "60");
                return response;
            },
            queueTimeout: TimeSpan.FromMinutes(10));
        FakeTime time = new() { SkipsBelow = TimeSpan.Zero };
        gate.Client.Sender.Time = time;
        Task<string> first = gate.CallAsync("first");
        Task<string> second = gate.CallAsync("second");

        // Six minutes in the queue, an attempt, and a minute before the retry. Four of the ten minutes of QueueTimeout are left for the
        // second wait.
        time.Advance(TimeSpan.FromMinutes(6));
        await EndAsync();
        await first;
        await EndAsync();
        await UntilAsync(() => time.Timers == 2);
        Task<string> third = gate.CallAsync("third");
        await UntilAsync(() => Volatile.Read(ref sent) == 3);
        time.Advance(TimeSpan.FromMinutes(1));

        // The call is in the queue again. The number of timers wouldn't show it.
        await UntilAsync(() => time.UntilNext == TimeSpan.FromMinutes(4));
        time.Advance(TimeSpan.FromMinutes(3));
        await Task.Delay(20, Calls.Token);
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));

        FetchHiveTimeoutException exception = await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => second);
        Assert.False(exception.MayHaveRun);
        Assert.Contains("FetchHiveOptions.QueueTimeout", exception.Message, StringComparison.Ordinal);
        await EndAsync();
        Assert.Equal("x", await third);

        async Task EndAsync()
        {
            TaskCompletionSource? turn = null;
            await UntilAsync(() => running.TryDequeue(out turn));
            turn!.SetResult();
        }

        static async Task UntilAsync(Func<bool> condition)
        {
            while (!condition())
            {
                await Task.Delay(1, Calls.Token);
            }
        }
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_queue_at_once_and_takes_no_slot()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int sent = 0;
        using Gate gate = new(1, async (_, _) =>
        {
            sent++;
            await go.Task;
            return Done();
        });
        using CancellationTokenSource source = new();
        Task<string> first = gate.CallAsync("first");
        Task<string> second = gate.CallAsync("second", source);
        Task<string> third = gate.CallAsync("third");

        await source.CancelAsync();

        FetchHiveCanceledException exception = await Assert.ThrowsAsync<FetchHiveCanceledException>(() => second);
        Assert.False(exception.MayHaveRun);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Contains("slots of FetchHiveOptions.MaxConcurrency", exception.Message, StringComparison.Ordinal);
        go.SetResult();
        await first;
        await third;
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task A_slot_is_given_back_however_the_call_ends()
    {
        int attempt = 0;
        using Gate gate = new(1, (_, _) => (attempt++ % 4) switch
        {
            0 => throw new HttpRequestException(HttpRequestError.UserAuthenticationError, "no"),
            1 => throw new TaskCanceledException("mine"),
            2 => Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError)),
            _ => Task.FromResult(Done("not JSON")),
        });

        for (int i = 0; i < 12; i++)
        {
            await Assert.ThrowsAnyAsync<FetchHiveException>(() => gate.CallAsync("x"));
        }
    }

    [Fact]
    public async Task A_call_that_its_caller_left_runs_to_its_end_and_gives_its_slot_back()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using Gate gate = new(1, async (_, _) =>
        {
            await go.Task;
            return Done();
        });

        await Assert.ThrowsAsync<TimeoutException>(() => gate.CallAsync("left").WaitAsync(TimeSpan.FromMilliseconds(20), Calls.Token));
        go.SetResult();

        Assert.Equal("x", await gate.CallAsync("next"));
    }

    [Fact]
    public async Task Between_retries_a_call_holds_no_slot()
    {
        int attempt = 0;
        using Gate gate = new(1, (_, _) =>
        {
            if (attempt++ > 0)
            {
                return Task.FromResult(Done());
            }

            HttpResponseMessage busy = new(HttpStatusCode.ServiceUnavailable);
            busy.Headers.TryAddWithoutValidation("Retry-After", "400");
            return Task.FromResult(busy);
        });
        FakeTime time = new();
        gate.Client.Sender.Time = time;

        Task<string> first = gate.CallAsync("first");
        while (time.Timers < 2)
        {
            await Task.Delay(2, Calls.Token);
        }

        Assert.Equal("x", await gate.CallAsync("second"));
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(400));
        Assert.Equal("x", await first);
    }

    [Fact]
    public async Task Disposing_a_client_ends_the_calls_that_wait()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Gate gate = new(1, async (_, _) =>
        {
            await go.Task;
            return Done();
        });
        Task<string> first = gate.CallAsync("first");
        Task<string> second = gate.CallAsync("second");

        gate.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => second);
        go.SetResult();
        Assert.Equal("x", await first);
    }

    private static HttpResponseMessage Done(string body = """{"run_status":"completed","output":"x"}""") =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Gate : IDisposable
    {
        private readonly HttpClient _http;

        public Gate(
            int count, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond, TimeSpan? queueTimeout = null)
        {
            _http = new HttpClient(new StubHandler(respond)) { Timeout = Timeout.InfiniteTimeSpan };
            Client = new FetchHiveClient(_http,
                new FetchHiveOptions
                {
                    ApiKey = Calls.Key,
                    MaxConcurrency = count,
                    QueueTimeout = queueTimeout ?? Timeout.InfiniteTimeSpan
                });
        }

        public FetchHiveClient Client { get; }

        public Task<string> CallAsync(string name, CancellationTokenSource? source = null) =>
            new ResearchBrief(Client).RunAsync(name, [], null, null, null, source?.Token ?? Calls.Token);

        public void Dispose()
        {
            Client.Dispose();
            _http.Dispose();
        }
    }
}
