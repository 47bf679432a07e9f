using System;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Faults;
using FetchHive.Emulator.Requests;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Tests;

/// <summary>Behaviour that a caller on the wire can't see: when a request is released from its run, and what a callback is made
/// from.</summary>
public sealed class RunEngineTests
{
    [Fact]
    public async Task Stopping_frees_a_request_from_a_run_that_ignores_its_token()
    {
        var never = new TaskCompletionSource<JsonNode?>();
        using var engine = new RunEngine(maxConcurrentRuns: null, maxRecordedRuns: 10, TimeProvider.System);
        EmulatedRun run = engine.Start(Deploy((_, _) => never.Task), Request("{}"), PickedFault.None)!;
        Task<RunOutcome> waiting = engine.WaitAsync(run);

        engine.Stop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            waiting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.False(run.Outcome.IsCompleted);
    }

    [Fact]
    public async Task A_run_has_all_that_the_delivery_of_its_callback_needs()
    {
        using var engine = new RunEngine(maxConcurrentRuns: null, maxRecordedRuns: 10, TimeProvider.System);
        Deployment deployment = Deploy((inputs, _) => inputs["fail"] is null
            ? Task.FromResult(inputs["x"])
            : throw new EmulatedRunFailureException("failed", "some_code"));

        EmulatedRun completed = engine.Start(
            deployment,
            Request(
                """{"inputs":{"x":"kept"},"metadata":{"plan":"pro"},"async":{"enabled":true,"callback_url":"https://example.com/1"}}"""),
            PickedFault.None)!;
        EmulatedRun failed = engine.Start(
            deployment,
            Request("""{"inputs":{"fail":1},"async":{"enabled":true,"callback_url":"https://example.com/2"}}"""),
            PickedFault.None)!;
        EmulatedRun direct = engine.Start(deployment, Request("""{"inputs":{"x":"direct"}}"""), PickedFault.None)!;

        Assert.Null(direct.CallbackUrl);
        Assert.Equal("https://example.com/1", completed.CallbackUrl);
        Assert.Equal("pro", (string?)completed.Metadata!["plan"]);
        Assert.Same(deployment, completed.Deployment);
        var output = Assert.IsType<RunOutcome.Completed>(await completed.Outcome);
        Assert.Equal("\"kept\"", Encoding.UTF8.GetString(output.Output.Span));
        Assert.Equal(new RunOutcome.Failed("failed", "some_code"), await failed.Outcome);
    }

    private static Deployment Deploy(WorkflowFunction function) => new()
    {
        Name = "d",
        Variant = "v",
        Inputs = [],
        Function = function,
        IsQueued = false,
        RequiresCallback = false,
        WebhookSecret = "secret",
    };

    private static InvokeRequest Request(string body)
    {
        JsonObject json = RequestJson.Parse(Encoding.UTF8.GetBytes(body), out _)!;
        return InvokeRequest.Read(json, new FetchHiveEmulatorOptions(), out _)!;
    }
}
