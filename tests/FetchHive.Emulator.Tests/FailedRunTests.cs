using System;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class FailedRunTests
{
    [Fact]
    public async Task A_failed_run_comes_with_its_status()
    {
        await using FetchHiveEmulator hive =
            await StartAsync(FailedRunResponse.RunStatus, start => start.Fails("No credits left.", "insufficient_hosted_llm_credits"));
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync([]);

        string? id = hive.Requests[0].RequestId;
        Assert.Equal(200, response.Status);
        Assert.Equal(
            $$"""{"request_id":"{{id}}","run_status":"failed","error":"No credits left.","error_code":"insufficient_hosted_llm_credits"}""",
            response.Text);
    }

    [Fact]
    public async Task A_failed_run_can_come_as_an_error()
    {
        await using FetchHiveEmulator hive =
            await StartAsync(FailedRunResponse.ErrorEnvelope, start => start.Fails("No credits left."), status: 502);
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync([]);

        string? id = hive.Requests[0].RequestId;
        Assert.NotNull(id);
        Assert.Equal(502, response.Status);
        Assert.Equal($$"""{"request_id":"{{id}}","error":"No credits left.","message":"No credits left."}""", response.Text);
    }

    [Fact]
    public async Task A_single_run_can_fail()
    {
        await using FetchHiveEmulator hive = await StartAsync(FailedRunResponse.RunStatus, start => start
            .TakesAnyValue("x", required: false)
            .Returns(inputs => inputs["x"] is null ? throw new EmulatedRunFailureException("No x.", "no_x") : "fine"));
        using var caller = new Caller(hive);

        Response failed = await caller.InvokeAsync([]);
        Response completed = await caller.InvokeAsync(new System.Text.Json.Nodes.JsonObject { ["x"] = 1 });

        Assert.Equal("failed", (string?)failed.Json["run_status"]);
        Assert.Equal("No x.", failed.Error);
        Assert.Equal("no_x", (string?)failed.Json["error_code"]);
        Assert.Equal("completed", (string?)completed.Json["run_status"]);
    }

    [Fact]
    public async Task A_mistake_in_the_tests_own_function_is_reported_as_one()
    {
        await using FetchHiveEmulator hive = await StartAsync(
            FailedRunResponse.RunStatus,
            start =>
                start.Returns(inputs => ((string?)inputs["absent"])!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync([]);

        Assert.Equal(500, response.Status);
        Assert.Contains("\"research-brief\"/\"production\" threw NullReferenceException", response.Error);
        Assert.Equal("internal_server_error", (string?)response.Json["error_code"]);
    }

    [Fact]
    public async Task A_function_that_cancels_itself_is_a_mistake_too()
    {
        await using FetchHiveEmulator hive = await StartAsync(FailedRunResponse.RunStatus, start => start.Returns(
            (_, _) => Task.FromException<string?>(new OperationCanceledException())));
        using var caller = new Caller(hive);

        Assert.Equal(500, (await caller.InvokeAsync([])).Status);
    }

    private static Task<FetchHiveEmulator> StartAsync(FailedRunResponse response, Action<DeploymentBuilder> deploy, int status = 500) =>
        Briefs.StartAsync(hive => hive
            .Configure(options =>
            {
                options.FailedRuns = response;
                options.FailedRunStatus = status;
            })
            .Deploy(Briefs.Deployment, Briefs.Variant, deploy));
}
