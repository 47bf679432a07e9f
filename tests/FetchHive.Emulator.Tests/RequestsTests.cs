using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class RequestsTests
{
    [Fact]
    public async Task A_request_is_recorded_as_it_came()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        const string Body = """
            { "deployment" : "research-brief", "variant":"production",
              "inputs": {"topic":"Caf\u00e9 \ud83d\udc1d","max_words":1.50}, "user":"u-1",
              "metadata": {"plan":"pro"}, "async": {"enabled":true,"callback_url":"https://example.com/cb?x=1"} }
            """;
        var request = new HttpRequestMessage(HttpMethod.Post,
            caller.Endpoint + "?q=1")
        { Content = new StringContent(Body, null, "application/json") };
        request.Headers.Add("X-Custom", ["a", "b"]);

        Response response = await caller.SendAsync(request);

        ReceivedRequest received = Assert.Single(hive.Requests);
        Assert.Equal("POST", received.Method);
        Assert.Equal("/v1/workflow/invoke", received.Path);
        Assert.Equal("?q=1", received.Query);
        Assert.Equal("Bearer " + hive.ApiKey, received.Headers["authorization"]);
        Assert.Equal("a,b", received.Headers["x-custom"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(Body, received.BodyText);
        Assert.Equal("research-brief", received.Deployment);
        Assert.Equal("production", received.Variant);
        Assert.Equal("Café 🐝", (string?)received.Inputs!["topic"]);
        Assert.Equal("1.50", received.Inputs["max_words"]!.ToJsonString());
        Assert.Equal("pro", (string?)received.Metadata!["plan"]);
        Assert.Equal("u-1", received.User);
        Assert.Equal("https://example.com/cb?x=1", received.CallbackUrl);
        Assert.Equal(202, received.StatusCode);
        Assert.True(received.RunStarted);
        Assert.Equal((string?)response.Json["request_id"], received.RequestId);
    }

    [Fact]
    public async Task Whatever_is_absent_or_of_the_wrong_type_reads_as_null()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        await caller.PostAsync("""{"deployment":1,"variant":null,"inputs":[],"metadata":"x","user":{},"async":7}""");

        ReceivedRequest received = Assert.Single(hive.Requests);
        Assert.NotNull(received.Body);
        Assert.Null(received.Deployment);
        Assert.Null(received.Variant);
        Assert.Null(received.Inputs);
        Assert.Null(received.Metadata);
        Assert.Null(received.User);
        Assert.Null(received.CallbackUrl);
    }

    [Fact]
    public async Task A_function_that_changes_its_inputs_does_not_change_the_record()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .TakesText("topic")
            .Returns(inputs =>
            {
                inputs["topic"] = "changed";
                return inputs["topic"];
            })));
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync();

        Assert.Equal("changed", (string?)response.Json["output"]);
        Assert.Equal("State of enterprise AI in 2026", (string?)hive.Requests[0].Inputs!["topic"]);
    }

    [Fact]
    public async Task A_snapshot_does_not_change_and_can_be_taken_while_requests_come_in()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        await caller.InvokeAsync();
        IReadOnlyList<ReceivedRequest> before = hive.Requests;

        var calls = new List<Task>();
        for (int i = 0; i < 100; i++)
        {
            calls.Add(caller.InvokeAsync());
            foreach (ReceivedRequest request in hive.Requests)
            {
                Assert.Equal("POST", request.Method);
            }
        }

        await Task.WhenAll(calls);

        Assert.Single(before);
        Assert.Equal(101, hive.Requests.Count);
        Assert.Same(before[0], hive.Requests[0]);
        hive.ClearRequests();
        Assert.Empty(hive.Requests);
    }

    [Fact]
    public async Task Only_the_newest_requests_are_kept()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.MaxRecordedRequests = 3);
        using var caller = new Caller(hive);

        for (int i = 0; i < 5; i++)
        {
            await caller.InvokeAsync(new JsonObject { ["topic"] = $"{i}" });
        }

        IReadOnlyList<ReceivedRequest> requests = hive.Requests;
        Assert.Equal(3, requests.Count);
        Assert.Equal("2", (string?)requests[0].Inputs!["topic"]);
        Assert.Equal("4", (string?)requests[2].Inputs!["topic"]);
    }

    [Fact]
    public async Task ToString_shows_neither_key_nor_body()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        await caller.InvokeAsync();

        Assert.Equal("POST /v1/workflow/invoke -> 200", hive.Requests[0].ToString());
    }
}
