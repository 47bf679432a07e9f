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

        // Those that are let in together may overtake each other on their way.
        if (limit == 1)
        {
            Assert.Equal(order.Order(StringComparer.Ordinal), order);
        }
    }

    [Fact]
    public async Task A_time_limit_that_passes_in_the_queue_names_the_slots()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using Gate gate = new(1, async (_, _) =>
        {
            await go.Task;
            return Done();
        });
        FakeTime time = new();
        gate.Client.Sender.Time = time;
        Task<string> first = gate.CallAsync("first");

        Task<string> second = gate.CallAsync("second");
        time.Advance(TimeSpan.FromMinutes(10));

        FetchHiveTimeoutException exception = await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => second);
        Assert.False(exception.MayHaveRun);
        Assert.Contains("slots of FetchHiveOptions.MaxConcurrency", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no run was started", exception.Message, StringComparison.Ordinal);
        go.SetResult();
        await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => first);
        Assert.Equal("x", await gate.CallAsync("third"));
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

        OperationCanceledException exception = await Assert.ThrowsAsync<OperationCanceledException>(() => second);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Contains("slots of FetchHiveOptions.MaxConcurrency", exception.Message, StringComparison.Ordinal);
        go.SetResult();
        await first;
        await third;
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task A_slot_comes_back_whatever_became_of_the_call()
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
    public async Task A_call_that_its_caller_left_goes_to_its_end_and_gives_its_slot_back()
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
    public async Task A_disposed_client_does_not_keep_the_waiting()
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

        public Gate(int count, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
        {
            _http = new HttpClient(new StubHandler(answer)) { Timeout = Timeout.InfiniteTimeSpan };
            Client = new FetchHiveClient(_http, new FetchHiveOptions { ApiKey = Calls.Key, MaxConcurrency = count });
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
