using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Each event is handled once, on a real server with the in-memory store.</summary>
public sealed class OnceTests
{
    [Fact]
    public async Task A_further_delivery_is_acknowledged_and_not_handled_again()
    {
        Counter counter = new();
        await using Receiver receiver = await Receiver.StartAsync(counter.HandleAsync);

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        // The sender may serialize the body again, for example with the number of the attempt.
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(
            System.Text.Encoding.UTF8.GetBytes(
                """{"request_id":"req_1","run_status":"completed","attempt":2,"data":{"output":"A brief"}}""")));

        Assert.Equal(["req_1 completed"], counter.Handled);
        Assert.True(receiver.Logs.Has(31));
    }

    [Fact]
    public async Task Different_runs_outcomes_and_deployments_are_different_events()
    {
        Counter counter = new();
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(options =>
            {
                options.Secrets["research-brief"] = [Receiver.Secret];
                options.Secrets["profile"] = [Receiver.Secret];
            }),
            app =>
            {
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, counter.HandleAsync);
                app.MapFetchHiveCallback("/profile", IProfiles.StartCallback, counter.HandleAsync);
            });

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("REQ_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Failed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Failed("req_1"), path: "/profile"));

        Assert.Equal(["req_1 completed", "REQ_1 completed", "req_1 failed", "req_1 failed"], counter.Handled);
    }

    [Fact]
    public async Task Two_hundred_deliveries_at_once_are_handled_once_and_all_acknowledged()
    {
        Counter counter = new();
        await using Receiver receiver = await Receiver.StartAsync(async (callback, cancellationToken) =>
        {
            await Task.Yield();
            await counter.HandleAsync(callback, cancellationToken);
        });

        HttpStatusCode[] statuses =
            await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => receiver.DeliverAsync(Receiver.Completed("req_1"))));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(["req_1 completed"], counter.Handled);
    }

    [Fact]
    public async Task A_delivery_that_finds_another_being_handled_waits_for_its_success()
    {
        Gate gate = new();
        await using Receiver receiver = await Receiver.StartAsync((_, _) => gate.PassAsync());

        Task<HttpStatusCode> first = receiver.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);
        Task<HttpStatusCode> second = receiver.DeliverAsync(Receiver.Completed("req_1"));
        await Task.Delay(200, Receiver.Token);
        Assert.False(second.IsCompleted);
        gate.Open();

        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public async Task When_the_first_fails_the_one_that_waits_takes_over()
    {
        Gate gate = new();
        await using Receiver receiver = await Receiver.StartAsync(async (_, _) =>
        {
            int turn = await gate.PassAsync();
            if (turn == 1)
            {
                throw new InvalidOperationException("the first fails");
            }
        }, OnlyByRelease);

        Task<HttpStatusCode> first = receiver.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);
        Task<HttpStatusCode> second = receiver.DeliverAsync(Receiver.Completed("req_1"));
        gate.Open();

        Assert.Equal(HttpStatusCode.InternalServerError, await first);
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(2, gate.Count);
    }

    [Fact]
    public async Task A_delivery_whose_handler_failed_is_handled_again()
    {
        int turns = 0;
        await using Receiver receiver = await Receiver.StartAsync((_, _) => ++turns < 3
            ? throw new InvalidOperationException("not yet") : Task.CompletedTask, OnlyByRelease);

        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(3, turns);
    }

    [Fact]
    public async Task A_delivery_that_would_wait_too_long_is_not_acknowledged()
    {
        Gate gate = new();
        await using Receiver receiver =
            await Receiver.StartAsync((_, _) => gate.PassAsync(), options => options.DuplicateWait = TimeSpan.Zero);

        Task<HttpStatusCode> first = receiver.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.True(receiver.Logs.Has(32));
        gate.Open();
        Assert.Equal(HttpStatusCode.OK, await first);
    }

    [Fact]
    public async Task A_handler_finishes_although_the_sender_has_hung_up()
    {
        Gate gate = new();
        CancellationToken handlers = default;
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = await Receiver.StartAsync(async (_, cancellationToken) =>
        {
            handlers = cancellationToken;
            await gate.PassAsync();
            done.SetResult();
        });
        byte[] body = Receiver.Completed("req_1");
        using CancellationTokenSource hangUp = new();
        using System.Net.Http.HttpRequestMessage request =
            new(System.Net.Http.HttpMethod.Post, Receiver.Path) { Content = new System.Net.Http.ByteArrayContent(body) };
        request.Headers.Add(CallbackSignature.HeaderName, CallbackSignature.Sign(body, Receiver.Secret));

        Task sending = receiver.Client.SendAsync(request, hangUp.Token);
        await gate.Entered(1);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Task.Delay(200, Receiver.Token);
        Assert.False(handlers.IsCancellationRequested);
        gate.Open();
        await done.Task.WaitAsync(Receiver.Token);

        // The event counts as handled.
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body));
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public async Task An_unavailable_store_leaves_the_event_to_a_further_delivery()
    {
        Counter counter = new();
        BrokenEventStore store = new();
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddSingleton<ICallbackEventStore>(store);
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, counter.HandleAsync));

        store.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Empty(counter.Handled);
        store.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Single(counter.Handled);
    }

    // With such a long lease, an event becomes free only if its claim is released.
    private static void OnlyByRelease(FetchHiveCallbackOptions options)
    {
        options.HandlingLease = TimeSpan.FromHours(1);
        options.DuplicateWait = TimeSpan.FromSeconds(20);
    }

    private sealed class Counter
    {
        private readonly ConcurrentQueue<string> _handled = new();

        public string[] Handled => [.. _handled];

        public Task HandleAsync<T>(WorkflowCallback<T> callback, CancellationToken cancellationToken)
        {
            _handled.Enqueue(callback.ToString().Replace(":", string.Empty, StringComparison.Ordinal));
            return Task.CompletedTask;
        }
    }
}
