using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.Emulator.Tests;

/// <summary>When callbacks are delivered, how often, and what happens when the receiver fails.</summary>
public sealed class CallbackDeliveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copies_can_come_one_after_another()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { Times = 3 });
        await StartAsync(caller, receiver);
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);

        Assert.Equal([(1, 1), (2, 1), (3, 1)], sent.Select(callback => (callback.Copy, callback.Attempt)));
        Assert.Single(receiver.Received.Select(received => Convert.ToHexString(received.Body) + received.Signature).Distinct());
    }

    [Fact]
    public async Task Copies_can_come_all_at_once()
    {
        const int Times = 50;
        int inside = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = await Receiver.StartAsync(async (_, _) =>
        {
            if (Interlocked.Increment(ref inside) == Times)
            {
                all.SetResult();
            }

            await all.Task.WaitAsync(Patience, Token);
        });
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { Times = Times, Concurrently = true });
        await StartAsync(caller, receiver);
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);

        Assert.Equal(Times, sent.Count(callback => callback.IsDelivered));
        Assert.Equal(Enumerable.Range(1, Times), sent.Select(callback => callback.Copy).Order());
    }

    [Fact]
    public async Task A_callback_can_fail_to_come()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.DeliverNext(CallbackDelivery.Never);
        await StartAsync(caller, receiver);

        Assert.Empty(await hive.WaitForCallbacksAsync(Token));
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task A_callback_can_be_held_back_by_the_clock()
    {
        var time = new FakeTimeProvider();
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.TimeProvider = time);
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { Delay = TimeSpan.FromMinutes(10) });
        await StartAsync(caller, receiver);
        time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Task<IReadOnlyList<SentCallback>> all = hive.WaitForCallbacksAsync(Token);
        Assert.False(all.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        Assert.Single(await all.WaitAsync(Patience, Token));
    }

    [Fact]
    public async Task Callbacks_can_come_out_of_order()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { After = hive.WaitForCallbacksAsync(1, Token) });
        string first = await StartAsync(caller, receiver);
        string second = await StartAsync(caller, receiver);
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);

        Assert.Equal([second, first], sent.Select(callback => callback.RequestId));
    }

    [Fact]
    public async Task A_gate_that_fails_opens_too()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { After = Task.FromException(new InvalidOperationException()) });
        await StartAsync(caller, receiver);

        Assert.True(Assert.Single(await hive.WaitForCallbacksAsync(Token)).IsDelivered);
    }

    [Fact]
    public async Task A_callback_comes_after_the_response_unless_it_is_to_come_before_it()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool?[] answered = new bool?[2];
        FetchHiveEmulator? hive = null;
        await using Receiver receiver = await Receiver.StartAsync((_, _) =>
        {
            int run = answered[0] is null ? 0 : 1;
            answered[run] = hive!.Requests[run].StatusCode is not null;
            return Task.CompletedTask;
        });
        await using (hive = await Briefs.StartAsync())
        {
            using var caller = new Caller(hive);

            await StartAsync(caller, receiver);
            await hive.WaitForCallbacksAsync(Token);
            hive.DeliverNext(new CallbackDelivery { BeforeResponse = true });
            await StartAsync(caller, receiver);
            Assert.Equal(2, hive.Callbacks.Count);
        }

        Assert.Equal([true, false], answered);
    }

    [Fact]
    public async Task A_response_waits_for_the_first_attempt_only()
    {
        await using Receiver receiver = await Receiver.StartAsync(503, 200);
        var time = new FakeTimeProvider();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.TimeProvider = time);
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { BeforeResponse = true });
        await StartAsync(caller, receiver);
        Assert.Equal(503, Assert.Single(hive.Callbacks).StatusCode);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([503, 200], (await hive.WaitForCallbacksAsync(Token)).Select(callback => callback.StatusCode));
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_again_by_the_schedule_until_it_is_given_up()
    {
        await using Receiver receiver = await Receiver.StartAsync(500, 401, 302, 503);
        var time = new FakeTimeProvider();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.CallbackRetryDelays = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)];
        });
        using var caller = new Caller(hive);

        await StartAsync(caller, receiver);
        await hive.WaitForCallbacksAsync(1, Token);
        time.Advance(TimeSpan.FromSeconds(1));
        await hive.WaitForCallbacksAsync(2, Token);
        time.Advance(TimeSpan.FromMinutes(1));
        await hive.WaitForCallbacksAsync(3, Token);
        time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(3, receiver.Received.Length);
        time.Advance(TimeSpan.FromTicks(1));
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);

        Assert.Equal([(1, 500), (2, 401), (3, 302), (4, 503)], sent.Select(callback => (callback.Attempt, callback.StatusCode!.Value)));
        Assert.All(sent, callback => Assert.False(callback.IsDelivered));
        Assert.Single(receiver.Received.Select(received => received.Signature).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_accepts_a_callback_late_is_not_tried_again()
    {
        await using Receiver receiver = await Receiver.StartAsync(500, 204);
        await using FetchHiveEmulator hive =
            await Briefs.StartAsync(options => options.CallbackRetryDelays = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero]);
        using var caller = new Caller(hive);

        await StartAsync(caller, receiver);

        Assert.Equal([500, 204], (await hive.WaitForCallbacksAsync(Token)).Select(callback => callback.StatusCode));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using Receiver receiver = await Receiver.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CallbackRetryDelays = []);
        using var caller = new Caller(hive);

        await StartAsync(caller, receiver);

        Assert.Equal(307, Assert.Single(await hive.WaitForCallbacksAsync(Token)).StatusCode);
        Assert.Equal("/callback", Assert.Single(receiver.Received).Path);
    }

    [Fact]
    public async Task A_missing_receiver_is_a_failure_that_says_so()
    {
        string url;
        await using (Receiver receiver = await Receiver.StartAsync())
        {
            url = receiver.Url;
        }

        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CallbackRetryDelays = []);
        using var caller = new Caller(hive);
        await caller.InvokeAsync(null, ("async", Briefs.Async(url)));

        SentCallback sent = Assert.Single(await hive.WaitForCallbacksAsync(Token));
        Assert.Null(sent.StatusCode);
        Assert.StartsWith("The receiver did not answer: ", sent.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_takes_too_long_is_a_failure_that_says_so()
    {
        var time = new FakeTimeProvider();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = await Receiver.StartAsync(async (_, context) =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options =>
            (options.TimeProvider, options.CallbackRetryDelays, options.CallbackTimeout) = (time, [], TimeSpan.FromSeconds(20)));
        using var caller = new Caller(hive);

        await StartAsync(caller, receiver);
        await arrived.Task.WaitAsync(Patience, Token);
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("The receiver did not answer within 20 s.", Assert.Single(await hive.WaitForCallbacksAsync(Token)).Failure);
    }

    [Fact]
    public async Task Signatures_and_bodies_can_be_wrong()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        CallbackDelivery[] deliveries =
        [
            new() { Secret = "another" },
            new() { Tamper = body => [.. body, (byte)'\n'] },
            new() { Signature = _ => null },
            new() { Signature = genuine => genuine + "," + genuine },
            new() { Body = requestId => $$"""{"event_type":"workflow.cancelled","request_id":"{{requestId}}"}""",
                SignatureEncoding = CallbackSignatureEncoding.Base64 },
        ];

        string requestId = "";
        foreach (CallbackDelivery delivery in deliveries)
        {
            hive.DeliverNext(delivery);
            requestId = await StartAsync(caller, receiver);
            await hive.WaitForCallbacksAsync(Token);
        }

        string secret = hive.GetWebhookSecret(Briefs.Deployment);
        Assert.Equal(
            [CallbackSignatureResult.Mismatched, CallbackSignatureResult.Mismatched, CallbackSignatureResult.Missing,
                CallbackSignatureResult.Malformed, CallbackSignatureResult.Valid],
            receiver.Received.Select(received => received.Verify(secret)));
        Assert.Equal(CallbackSignatureResult.Valid, receiver.Received[0].Verify("another"));
        Assert.Equal($$"""{"event_type":"workflow.cancelled","request_id":"{{requestId}}"}""",
            Encoding.UTF8.GetString(receiver.Received[^1].Body));
        Assert.EndsWith("=", receiver.Received[^1].Signature, StringComparison.Ordinal);
        Assert.Null(hive.Callbacks[2].Signature);
    }

    [Fact]
    public async Task A_function_that_throws_is_a_failure_that_says_so()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { Body = _ => throw new InvalidOperationException("Oops."), BeforeResponse = true });
        await StartAsync(caller, receiver);
        hive.DeliverNext(new CallbackDelivery { Signature = _ => "a\r\nb", BeforeResponse = true });
        await StartAsync(caller, receiver);

        Assert.Equal("Not sent: a function of the CallbackDelivery threw InvalidOperationException: Oops.", hive.Callbacks[0].Failure);
        Assert.Contains("ArgumentException: A signature may only contain visible ASCII characters", hive.Callbacks[1].Failure,
            StringComparison.Ordinal);
        Assert.Equal(2, hive.Callbacks.Count);
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task A_delivery_can_be_scripted_for_one_deployment_and_those_for_all_come_first()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Deploy(Briefs.Deployment, Briefs.Variant, Briefs.Deploy)
            .Deploy("other", "v", start => start.Returns("x")));
        using var caller = new Caller(hive);

        hive.DeliverNext(Briefs.Deployment, Briefs.Variant, new CallbackDelivery { Times = 2 });
        hive.DeliverNext(new CallbackDelivery { Times = 3 });
        await caller.PostAsync($$$"""{"deployment":"other","variant":"v","async":{"enabled":true,"callback_url":"{{{receiver.Url}}}"}}""");
        await hive.WaitForCallbacksAsync(Token);
        await StartAsync(caller, receiver);
        await hive.WaitForCallbacksAsync(Token);
        await StartAsync(caller, receiver);

        Assert.Equal(
            ["other", "other", "other", Briefs.Deployment, Briefs.Deployment, Briefs.Deployment],
            (await hive.WaitForCallbacksAsync(Token)).Select(callback => callback.Deployment));
        Assert.Throws<ArgumentException>(() => hive.DeliverNext("unknown", "v", CallbackDelivery.Never));
    }

    [Theory]
    [InlineData("receiver")]
    [InlineData("clock")]
    [InlineData("gate")]
    [InlineData("retry")]
    [InlineData("run")]
    public async Task Disposing_ends_what_is_under_way_and_those_who_wait_for_it(string waitsFor)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = await Receiver.StartAsync(async (_, context) =>
        {
            arrived.TrySetResult();
            context.Response.StatusCode = 500;
            await (waitsFor == "receiver" ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask);
        });
        FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Configure(options => options.TimeProvider = new FakeTimeProvider())
            .Deploy(Briefs.Deployment, Briefs.Variant, start => start.TakesText("topic").Returns(async (_, _) =>
            {
                await (waitsFor == "run" ? Task.Delay(Timeout.Infinite, CancellationToken.None) : Task.CompletedTask);
                return "x";
            })));
        using var caller = new Caller(hive);
        hive.DeliverNext(waitsFor switch
        {
            "clock" => new CallbackDelivery { Delay = TimeSpan.FromHours(1) },
            "gate" => new CallbackDelivery { After = new TaskCompletionSource().Task },
            _ => new CallbackDelivery(),
        });
        await StartAsync(caller, receiver);
        if (waitsFor is "receiver" or "retry")
        {
            await arrived.Task.WaitAsync(Patience, Token);
        }

        Task<IReadOnlyList<SentCallback>> waiting = hive.WaitForCallbacksAsync(waitsFor == "retry" ? 2 : 1, Token);
        await hive.DisposeAsync().AsTask().WaitAsync(Patience, Token);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience, Token));
        Assert.DoesNotContain(hive.Callbacks, callback => callback.IsDelivered);
    }

    [Fact]
    public async Task Disposing_frees_a_call_that_waits_for_its_callback()
    {
        FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        hive.DeliverNext(new CallbackDelivery { BeforeResponse = true, After = new TaskCompletionSource().Task });
        Task<Response> call = caller.InvokeAsync(null, ("async", Briefs.Async("http://127.0.0.1:9/callback")));
        while (hive.Requests.Count == 0)
        {
            await Task.Yield();
        }

        await hive.DisposeAsync().AsTask().WaitAsync(Patience, Token);

        // The response may still arrive.
        await Record.ExceptionAsync(() => call.WaitAsync(Patience, Token));
        Assert.True(call.IsCompleted);
        Assert.Empty(hive.Callbacks);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var cancelled = new CancellationTokenSource();
        Task<IReadOnlyList<SentCallback>> waiting = hive.WaitForCallbacksAsync(1, cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience, Token));
    }

    [Fact]
    public async Task Five_hundred_runs_are_all_delivered()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        string[] started = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => StartAsync(caller, receiver)));
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);

        Assert.Equal(started.Order(StringComparer.Ordinal),
            sent.Where(callback => callback.IsDelivered).Select(callback => callback.RequestId).Order(StringComparer.Ordinal));
    }

    private static async Task<string> StartAsync(Caller caller, Receiver receiver)
    {
        Response response = await caller.InvokeAsync(null, ("async", (JsonNode)Briefs.Async(receiver.Url)));
        Assert.Equal(202, response.Status);
        return (string)response.Json["request_id"]!;
    }
}
