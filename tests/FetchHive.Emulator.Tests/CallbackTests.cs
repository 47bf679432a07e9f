using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>What a receiver gets: bodies and signatures, and what can be read from them.</summary>
public sealed class CallbackTests
{
    private static readonly string Id = "req_";

    public static TheoryData<CallbackSignatureEncoding> Encodings => [.. Enum.GetValues<CallbackSignatureEncoding>()];

    public static TheoryData<CallbackBodyForm> Forms => [.. Enum.GetValues<CallbackBodyForm>()];

    [Fact]
    public async Task A_run_that_completes_is_posted_to_its_callback_URL_signed_with_the_secret_of_the_response()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        SentCallback sent = Assert.Single(await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken));

        Received received = Assert.Single(receiver.Received);
        string requestId = (string)response.Json["request_id"]!;
        Assert.StartsWith(Id, requestId, StringComparison.Ordinal);
        Assert.Equal(
            $$$"""{"event_type":"workflow.completed","request_id":"{{{requestId}}}","data":"""
            + """{"output":"A brief on State of enterprise AI in 2026"}}""",
            Encoding.UTF8.GetString(received.Body));
        Assert.Equal(("POST", "/callback", "application/json"), (received.Method, received.Path, received.ContentType));
        Assert.Equal(CallbackSignatureResult.Valid, received.Verify((string)response.Json["webhook_secret"]!));
        Assert.Matches("^[0-9a-f]{64}$", received.Signature!);

        Assert.Equal((requestId, Briefs.Deployment, Briefs.Variant, receiver.Url),
            (sent.RequestId, sent.Deployment, sent.Variant, sent.Url));
        Assert.Equal((1, 1, 200, null, true), (sent.Copy, sent.Attempt, sent.StatusCode, sent.Failure, sent.IsDelivered));
        Assert.Equal(received.Signature, sent.Signature);
        Assert.Equal("application/json", sent.Headers["content-type"]);
        Assert.Equal(received.Body, sent.BodyBytes.ToArray());
        Assert.Equal(requestId, (string?)sent.Body!["request_id"]);
        Assert.Equal($"{requestId}, copy 1, attempt 1: 200", sent.ToString());
    }

    [Fact]
    public async Task A_run_that_fails_is_posted_with_its_error()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync((FetchHiveEmulatorBuilder hive) => hive
            .Deploy("failing", "v", start => start.Fails("The model \"x\" is gone.", "model_deprecated"))
            .Deploy("broken", "v",
            start => start.Returns(new Func<JsonObject, string?>(_ => throw new InvalidOperationException("Oops.")))));
        using var caller = new Caller(hive);

        await caller.PostAsync(
            $$$"""{"deployment":"failing","variant":"v","async":{"enabled":true,"callback_url":"{{{receiver.Url}}}"}}""");
        await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken);
        await caller.PostAsync($$$"""{"deployment":"broken","variant":"v","async":{"enabled":true,"callback_url":"{{{receiver.Url}}}"}}""");
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken);

        Assert.Equal("workflow.failed", (string?)sent[0].Body!["event_type"]);
        Assert.Equal("""{"error":"The model \u0022x\u0022 is gone.","error_code":"model_deprecated"}""",
            sent[0].Body!["data"]!.ToJsonString());
        var broken = Assert.IsType<FailedWorkflowCallback<JsonElement>>(WorkflowCallback.Read(sent[1].BodyBytes.Span));
        Assert.Contains("threw InvalidOperationException: Oops.", broken.Error, StringComparison.Ordinal);
        Assert.Equal("internal_server_error", broken.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_signature_comes_in_the_chosen_spelling(CallbackSignatureEncoding encoding)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CallbackSignatures = encoding);
        using var caller = new Caller(hive);

        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken);

        Received received = Assert.Single(receiver.Received);
        Assert.Equal(CallbackSignature.Sign(received.Body, hive.GetWebhookSecret(Briefs.Deployment), encoding), received.Signature);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_of_the_body_is_read_by_the_library(CallbackBodyForm form)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Configure(options =>
            {
                options.CallbackBodies = form;
                options.CallbacksEchoMetadata = true;
                options.CallbackFields = new JsonObject { ["delivered_at"] = "2026-04-03", ["nothing"] = null };
            })
            .Deploy("d", "v", start => start.TakesAnyValue("fail", required: false).Returns(inputs => inputs["fail"] is null
                ? new JsonObject { ["title"] = "AI" }
                : throw new EmulatedRunFailureException("No.", "some_code"))));
        using var caller = new Caller(hive);

        string rest = $$$""" "metadata":{"plan":"pro"},"async":{"enabled":true,"callback_url":"{{{receiver.Url}}}"} """;
        await caller.PostAsync($$"""{"deployment":"d","variant":"v",{{rest}}}""");
        await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken);
        await caller.PostAsync($$"""{"deployment":"d","variant":"v","inputs":{"fail":true},{{rest}}}""");
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken);

        bool hasEvent = form is CallbackBodyForm.EventType or CallbackBodyForm.EventTypeAndRunStatus;
        var completed = Assert.IsType<CompletedWorkflowCallback<JsonElement>>(WorkflowCallback.Read(sent[0].BodyBytes.Span));
        Assert.Equal("AI", completed.Output.GetProperty("title").GetString());
        Assert.Equal(hasEvent ? "workflow.completed" : null, completed.EventType);
        Assert.Equal("pro", completed.Payload.GetProperty("metadata").GetProperty("plan").GetString());
        Assert.Equal("2026-04-03", completed.Payload.GetProperty("delivered_at").GetString());
        Assert.Equal(JsonValueKind.Null, completed.Payload.GetProperty("nothing").ValueKind);
        Assert.Equal(form != CallbackBodyForm.EventType, completed.Payload.TryGetProperty("run_status", out _));
        Assert.Equal(form != CallbackBodyForm.DirectResponse, completed.Payload.TryGetProperty("data", out _));
        var failed = Assert.IsType<FailedWorkflowCallback<JsonElement>>(WorkflowCallback.Read(sent[1].BodyBytes.Span));
        Assert.Equal(("No.", "some_code"), (failed.Error, failed.ErrorCode));
        Assert.Equal(hasEvent ? "workflow.failed" : null, failed.EventType);
    }

    [Theory]
    [InlineData(false, """{"output":{"title":"AI"}}""")]
    [InlineData(true, """{"output":"{\u0022title\u0022:\u0022AI\u0022}"}""")]
    public async Task An_output_can_come_as_a_text_with_JSON_in_it(bool asText, string data)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Configure(options => options.CallbackOutputsAsText = asText)
            .Deploy(Briefs.Deployment, Briefs.Variant, start => start.Returns(_ => new JsonObject { ["title"] = "AI" })));
        using var caller = new Caller(hive);

        await caller.InvokeAsync([], ("async", Briefs.Async(receiver.Url)));
        SentCallback sent = Assert.Single(await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken));

        Assert.Equal(data, sent.Body!["data"]!.ToJsonString());
        Assert.Equal("AI", WorkflowCallback.Read(sent.BodyBytes.Span).GetOutput().GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_direct_call_has_no_callback()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        await caller.InvokeAsync();
        await caller.InvokeAsync(null, ("async", new JsonObject { ["enabled"] = false }));

        Assert.Empty(await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Callbacks_to_other_machines_are_not_sent_unless_that_is_wanted()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(null, ("async", Briefs.Async("https://example.com/callback")));
        SentCallback sent = Assert.Single(await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken));

        Assert.Equal(202, response.Status);
        Assert.False(sent.IsDelivered);
        Assert.Null(sent.StatusCode);
        Assert.Equal(
            "Not sent: example.com is another machine. Give a callback URL on loopback, call DeliverCallbacksTo, or set "
            + "FetchHiveEmulatorOptions.CallbacksToOtherMachines.",
            sent.Failure);
    }

    [Fact]
    public async Task Callbacks_can_be_forgotten_and_only_the_newest_are_kept()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.MaxRecordedRequests = 2);
        using var caller = new Caller(hive);

        hive.DeliverNext(new CallbackDelivery { Times = 3 });
        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken);
        hive.ClearCallbacks();

        Assert.Equal([2, 3], sent.Select(callback => callback.Copy));
        Assert.Empty(hive.Callbacks);
        ArgumentOutOfRangeException exception =
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            hive.WaitForCallbacksAsync(3, TestContext.Current.CancellationToken));
        Assert.Contains("MaxRecordedRequests", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => hive.WaitForCallbacksAsync(0, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Options_refuse_impossible_values()
    {
        var options = new FetchHiveEmulatorOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.CallbackBodies = (CallbackBodyForm)9);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.CallbackSignatures = (CallbackSignatureEncoding)9);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.CallbackTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentException>(() => options.CallbackRetryDelays = [TimeSpan.FromSeconds(-1)]);
        Assert.Throws<ArgumentException>(() => options.CallbackRetryDelays = new TimeSpan[101]);
        Assert.Throws<ArgumentNullException>(() => options.CallbackRetryDelays = null!);
        Assert.Throws<ArgumentNullException>(() => options.TimeProvider = null!);
        Assert.Contains("CallbackDelivery.Body",
            Assert.Throws<ArgumentException>(() => options.CallbackFields = new JsonObject { ["data"] = 1 }).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallbackDelivery { Times = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallbackDelivery { Delay = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentException>(() => new CallbackDelivery { Secret = " " });
        Assert.DoesNotContain("another", new CallbackDelivery { Secret = "another" }.ToString(), StringComparison.Ordinal);
    }
}
