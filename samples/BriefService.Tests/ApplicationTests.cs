using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FetchHive;
using FetchHive.AspNetCore;
using FetchHive.Emulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BriefService.Tests;

/// <summary>The whole application in memory, against the emulator.</summary>
public sealed class ApplicationTests : IAsyncLifetime
{
    private FetchHiveEmulator _hive = null!;
    private WebApplicationFactory<Program> _application = null!;
    private HttpClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _hive = await FetchHiveEmulator.StartAsync(
            hive => hive
                .DeploySnippets()
                .Deploy("research-brief", "production", start => start.Returns(inputs => $"A brief on {inputs["topic"]}")),
            Token);
        _application = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("FetchHive:ApiKey", _hive.ApiKey)
            .UseSetting("FetchHive:BaseAddress", _hive.BaseAddress.ToString())
            .UseSetting("FetchHive:Callbacks:PublicBaseAddress", "https://briefs.example"));
        _client = _application.CreateClient();

        // The test server listens on no port, so callbacks reach it in the same way as the client's requests.
        _hive.DeliverCallbacksTo(_application.Server.CreateHandler());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
        await _hive.DisposeAsync();
    }

    [Fact]
    public async Task A_brief_is_there_when_its_callback_has_come()
    {
        // Holds the callback back until the test has looked.
        TaskCompletionSource looked = new();
        _hive.DeliverNext(new CallbackDelivery { After = looked.Task });

        using HttpResponseMessage started = await _client.PostAsync("/customers/acme/briefs?topic=bees", null, Token);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Equal(new BriefState("running"), await _client.GetFromJsonAsync<BriefState>(started.Headers.Location, Token));

        looked.SetResult();
        await _hive.WaitForCallbacksAsync(Token);
        Assert.Equal(
            new BriefState("completed", "A brief on bees"), await _client.GetFromJsonAsync<BriefState>(started.Headers.Location, Token));
    }

    [Fact]
    public async Task A_callback_that_comes_twice_is_archived_once()
    {
        _hive.DeliverNext(new CallbackDelivery { Times = 2, Concurrently = true });

        using HttpResponseMessage started = await _client.PostAsync("/customers/acme/briefs?topic=bees", null, Token);
        IReadOnlyList<SentCallback> sent = await _hive.WaitForCallbacksAsync(Token);

        Assert.Equal([200, 200], sent.Select(attempt => attempt.StatusCode!.Value));
        Assert.Equal(["A brief on bees"], (await _client.GetFromJsonAsync<string[]>("/customers/acme/briefs", Token))!);
    }

    [Fact]
    public async Task A_run_that_fails_is_said_to_have_failed()
    {
        _hive.DeliverNext(new CallbackDelivery
        {
            Body = id => $$$"""{"event_type":"workflow.failed","request_id":"{{{id}}}","data":{"error":"No sources"}}""",
        });

        using HttpResponseMessage started = await _client.PostAsync("/customers/acme/briefs?topic=bees", null, Token);
        await _hive.WaitForCallbacksAsync(Token);

        Assert.Equal(
            new BriefState("failed", Error: "No sources"), await _client.GetFromJsonAsync<BriefState>(started.Headers.Location, Token));
    }

    [Fact]
    public async Task A_run_that_was_kept_as_JSON_can_be_waited_for()
    {
        using HttpResponseMessage started = await _client.PostAsync("/customers/acme/briefs?topic=bees", null, Token);

        AcceptedRun<string>? kept = await started.Content.ReadFromJsonAsync<AcceptedRun<string>>(Token);
        CallbackRunTracker tracker = _application.Services.GetRequiredService<CallbackRunTracker>();

        Assert.Equal("A brief on bees", await tracker.WaitAsync(kept!, TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task A_browser_gets_the_run_without_its_secret()
    {
        using HttpResponseMessage started = await _client.PostAsync("/customers/acme/briefs?topic=bees", null, Token);

        Assert.Matches("""^\{"requestId":"req_[0-9a-f]+","status":"running"\}$""", await started.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task OpenAPI_says_that_a_status_is_a_string_and_nothing_of_a_secret()
    {
        string document = await _client.GetStringAsync("/openapi/v1.json", Token);

        using JsonDocument json = JsonDocument.Parse(document);
        JsonElement schemas = json.RootElement.GetProperty("components").GetProperty("schemas");
        JsonElement run = schemas.GetProperty("AcceptedRunOfstring").GetProperty("properties");
        Assert.Equal(["requestId", "status"], run.EnumerateObject().Select(property => property.Name));
        JsonElement status = run.GetProperty("status").TryGetProperty("$ref", out JsonElement reference)
            ? schemas.GetProperty(reference.GetString()!.Split('/')[^1])
            : run.GetProperty("status");
        Assert.Equal("string", status.GetProperty("type").GetString());
        Assert.DoesNotContain("secret", document, StringComparison.OrdinalIgnoreCase);
    }
}
