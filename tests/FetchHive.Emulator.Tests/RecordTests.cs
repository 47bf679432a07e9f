using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary><c>GET /v1/public/requests/{id}</c>.</summary>
public sealed class RecordTests
{
    [Theory]
    [InlineData(RequestDataForm.Output, """{"output":"A brief on t"}""")]
    [InlineData(RequestDataForm.DirectResponse, """{"request_id":"{0}","run_status":"completed","output":"A brief on t"}""")]
    [InlineData(RequestDataForm.Bare, "\"A brief on t\"")]
    [InlineData(RequestDataForm.None, null)]
    public async Task A_completed_run_has_a_record_with_its_output_in_the_form_that_was_chosen(RequestDataForm form, string? data)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.RequestData = form);
        using var caller = new Caller(hive);
        Response response = await caller.InvokeAsync(
            new JsonObject { ["topic"] = "t" }, ("metadata", new JsonObject { ["customer"] = "c" }));
        string id = (string)response.Json["request_id"]!;

        Response record = await LookUpAsync(hive, caller, id);

        Assert.Equal(200, record.Status);
        Assert.Equal(id, (string?)record.Json["request_id"]);
        Assert.Equal("completed", (string?)record.Json["status"]);
        Assert.Equal("c", (string?)record.Json["user_metadata"]!["customer"]);
        Assert.NotNull(record.Json["generated_at"]);
        Assert.NotNull(record.Json["started_at"]);
        Assert.NotNull(record.Json["ended_at"]);
        Assert.Equal(data?.Replace("{0}", id, StringComparison.Ordinal), record.Json["data"]?.ToJsonString());
    }

    [Theory]
    [InlineData(RequestDataForm.Output, """{"error":"No sources.","error_code":"no_sources"}""")]
    [InlineData(RequestDataForm.Bare, null)]
    public async Task A_failed_run_has_a_record_with_its_error(RequestDataForm form, string? data)
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            builder =>
            {
                builder.Configure(options => options.RequestData = form);
                builder.Deploy(Briefs.Deployment, Briefs.Variant, start => start
                    .Returns(new Func<JsonObject, string?>(_ => throw new EmulatedRunFailureException("No sources.", "no_sources"))));
            },
            TestContext.Current.CancellationToken);
        using var caller = new Caller(hive);
        string id = (string)(await caller.InvokeAsync([])).Json["request_id"]!;

        Response record = await LookUpAsync(hive, caller, id);

        Assert.Equal("failed", (string?)record.Json["status"]);
        Assert.Equal(data, record.Json["data"]?.ToJsonString());
    }

    [Fact]
    public async Task A_run_under_way_has_a_record_without_an_end()
    {
        var end = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            builder =>
            {
                builder.Configure(options => options.MaxConcurrentRuns = 1);
                builder.Deploy(Briefs.Deployment, Briefs.Variant, start => start.Returns(async (_, cancellationToken) =>
                {
                    begun.TrySetResult();
                    return await end.Task.WaitAsync(cancellationToken);
                }));
            },
            TestContext.Current.CancellationToken);
        using var caller = new Caller(hive);
        string running = (string)(await caller.InvokeAsync([], ("async", Briefs.Async()))).Json["request_id"]!;
        await begun.Task;
        string queued = (string)(await caller.InvokeAsync([], ("async", Briefs.Async()))).Json["request_id"]!;

        JsonObject first = (await LookUpAsync(hive, caller, running)).Json;
        JsonObject second = (await LookUpAsync(hive, caller, queued)).Json;

        Assert.Equal("running", (string?)first["status"]);
        Assert.NotNull(first["started_at"]);
        Assert.Null(first["ended_at"]);
        Assert.Null(first["data"]);
        Assert.Equal("queued", (string?)second["status"]);
        Assert.Null(second["started_at"]);
        end.SetResult(null);
    }

    [Fact]
    public async Task An_unknown_request_is_refused_with_the_services_error()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await LookUpAsync(hive, caller, "req_none");

        Assert.Equal(404, response.Status);
        Assert.Equal("""{"error":"Request not found"}""", response.Json.ToJsonString());
    }

    [Fact]
    public async Task The_key_and_the_method_are_checked()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        Uri address = new(hive.BaseAddress + "/public/requests/req_1");

        using HttpRequestMessage stranger = new(HttpMethod.Get, address);
        stranger.Headers.Add("Authorization", "Bearer other");
        Assert.Equal(401, (await caller.SendAsync(stranger)).Status);

        Response posted = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, address));
        Assert.Equal(405, posted.Status);
        Assert.Equal("GET", posted.Headers["Allow"]);
    }

    private static Task<Response> LookUpAsync(FetchHiveEmulator hive, Caller caller, string id) =>
        caller.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri($"{hive.BaseAddress}/public/requests/{id}")));
}
