using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class ResponseTests
{
    [Fact]
    public async Task A_direct_call_waits_for_the_output()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync();

        Assert.Equal(200, response.Status);
        Assert.Equal("application/json; charset=utf-8", response.Headers["Content-Type"]);
        Assert.Equal(["request_id", "run_status", "output"], Names(response.Json));
        Assert.Matches("^req_[0-9a-f]{32}$", (string?)response.Json["request_id"]);
        Assert.Equal("completed", (string?)response.Json["run_status"]);
        Assert.Equal("A brief on State of enterprise AI in 2026", (string?)response.Json["output"]);
    }

    [Fact]
    public async Task Request_ids_are_UUIDs_of_version_7_and_differ()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        string first = (string)(await caller.InvokeAsync()).Json["request_id"]!;
        string second = (string)(await caller.InvokeAsync()).Json["request_id"]!;

        Assert.NotEqual(first, second);
        Assert.Equal('7', first["req_".Length + 12]);
        Assert.Contains(first["req_".Length + 16], "89ab");
        long milliseconds = Convert.ToInt64(first.Substring("req_".Length, 12), 16);
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), DateTimeOffset.UtcNow.AddHours(-1),
            DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Theory]
    [InlineData(false, "running")]
    [InlineData(true, "queued")]
    public async Task A_call_with_callback_delivery_is_answered_at_once_with_the_secret(bool queued, string status)
    {
        var never = new TaskCompletionSource<string?>();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start =>
        {
            start.TakesText("topic").UsesWebhookSecret("the secret").Returns(_ => never.Task);
            if (queued)
            {
                start.QueuesRuns();
            }
        }));
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(null, ("async", Briefs.Async()));

        Assert.Equal(202, response.Status);
        Assert.Equal(["request_id", "run_status", "webhook_secret"], Names(response.Json));
        Assert.Matches("^req_[0-9a-f]{32}$", (string?)response.Json["request_id"]);
        Assert.Equal(status, (string?)response.Json["run_status"]);
        Assert.Equal("the secret", (string?)response.Json["webhook_secret"]);
        Assert.Equal("the secret", hive.GetWebhookSecret(Briefs.Deployment));
    }

    [Fact]
    public async Task A_run_with_callback_delivery_takes_place()
    {
        var ran = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .TakesText("topic")
            .Returns(inputs =>
            {
                ran.SetResult((string?)inputs["topic"]);
                return "done";
            })));
        using var caller = new Caller(hive);

        await caller.InvokeAsync(null, ("async", Briefs.Async()));

        Assert.Equal("State of enterprise AI in 2026",
            await ran.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Async_that_is_not_enabled_is_a_direct_call()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(null, ("async", new JsonObject { ["enabled"] = false }));

        Assert.Equal("completed", (string?)response.Json["run_status"]);
    }

    [Fact]
    public async Task The_accepted_status_can_be_200()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.AcceptedStatus = 200);
        using var caller = new Caller(hive);

        Assert.Equal(200, (await caller.InvokeAsync(null, ("async", Briefs.Async()))).Status);
    }

    [Fact]
    public async Task An_image_workflow_yields_settings_and_assets()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Deploy("default", "v", start => start.ReturnsImage())
            .Deploy("own", "v", start => start.ReturnsImage(
                new JsonObject { ["model"] = "gpt-image-1", ["image_quality"] = "high" },
                new EmulatedImage
                {
                    Id = "a",
                    FileUrl = new Uri("https://files.example.com/a.webp"),
                    FileName = "a.webp",
                    FileSize = 12,
                    FileType = "image/webp"
                },
                new EmulatedImage())));
        using var caller = new Caller(hive);

        JsonNode byDefault = (await caller.PostAsync("""{"deployment":"default","variant":"v"}""")).Json["output"]!;
        JsonNode own = (await caller.PostAsync("""{"deployment":"own","variant":"v"}""")).Json["output"]!;

        AssertJson("""
            {"settings":{"model":"grok-imagine-image-quality","provider":"xai","image_count":1},
             "assets":[{"id":"asset_1","file_url":"https://uploads.example.com/image_1.png","file_name":"image_1.png","file_size":505042,"file_type":"image/png"}]}
            """, byDefault);
        AssertJson("""
            {"settings":{"model":"gpt-image-1","image_quality":"high"},
             "assets":[{"id":"a","file_url":"https://files.example.com/a.webp","file_name":"a.webp","file_size":12,"file_type":"image/webp"},
                       {"id":"asset_2","file_url":"https://uploads.example.com/image_2.png","file_name":"image_2.png","file_size":505042,"file_type":"image/png"}]}
            """, own);
    }

    [Fact]
    public async Task Every_form_of_Returns_yields_its_output()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Deploy("d", "text", start => start.Returns("text"))
            .Deploy("d", "node", start => start.Returns(new JsonArray(1, "b", null)))
            .Deploy("d", "number", start => start.Returns(42))
            .Deploy("d", "null", start => start.Returns((JsonNode?)null))
            .Deploy("d", "text function", start => start.TakesAnyValue("x").Returns(inputs => $"<{inputs["x"]}>"))
            .Deploy("d", "node function", start => start.TakesAnyValue("x").Returns(inputs => inputs["x"]))
            .Deploy("d", "object function",
            start => start.TakesAnyValue("x").Returns(inputs => new JsonObject { ["y"] = (int)inputs["x"]! + 1 }))
            .Deploy("d", "text task", start => start.TakesAnyValue("x").Returns(async inputs =>
            {
                await Task.Yield();
                return $"<{inputs["x"]}>";
            }))
            .Deploy("d", "node task", start => start.TakesAnyValue("x").Returns(async inputs =>
            {
                await Task.Yield();
                return inputs["x"];
            }))
            .Deploy("d", "text task with token", start => start.TakesAnyValue("x").Returns(async (inputs, cancellationToken) =>
            {
                await Task.Delay(1, cancellationToken);
                return $"<{inputs["x"]}>";
            }))
            .Deploy("d", "node task with token", start => start.TakesAnyValue("x").Returns(async (inputs, cancellationToken) =>
            {
                await Task.Delay(1, cancellationToken);
                return inputs["x"];
            })));
        using var caller = new Caller(hive);

        Assert.Equal("\"text\"", await OutputAsync("text", sendsX: false));
        Assert.Equal("""[1,"b",null]""", await OutputAsync("node", sendsX: false));
        Assert.Equal("""[1,"b",null]""", await OutputAsync("node", sendsX: false));
        Assert.Equal("42", await OutputAsync("number", sendsX: false));
        Assert.Equal("null", await OutputAsync("null", sendsX: false));
        Assert.Equal("\"\\u003C7\\u003E\"", await OutputAsync("text function"));
        Assert.Equal("7", await OutputAsync("node function"));
        Assert.Equal("""{"y":8}""", await OutputAsync("object function"));
        Assert.Equal("\"\\u003C7\\u003E\"", await OutputAsync("text task"));
        Assert.Equal("7", await OutputAsync("node task"));
        Assert.Equal("\"\\u003C7\\u003E\"", await OutputAsync("text task with token"));
        Assert.Equal("7", await OutputAsync("node task with token"));

        async Task<string> OutputAsync(string variant, bool sendsX = true)
        {
            Response response = await caller.PostAsync(sendsX
                ? $$$"""{"deployment":"d","variant":"{{{variant}}}","inputs":{"x":7}}"""
                : $$"""{"deployment":"d","variant":"{{variant}}"}""");
            Assert.Equal("completed", (string?)response.Json["run_status"]);
            return response.Json["output"]?.ToJsonString() ?? "null";
        }
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0.1, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData("deflate", null)]
    [InlineData(null, null)]
    public async Task Responses_are_compressed_as_the_caller_accepts(string? accepted, string? expected)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        var request = new HttpRequestMessage(HttpMethod.Post, caller.Endpoint)
        {
            Content = new StringContent("""{"deployment":"research-brief","variant":"production","inputs":{"topic":"AI"}}""", null,
                "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        Response response = await caller.SendAsync(request);

        Assert.Equal(200, response.Status);
        Assert.Equal(expected, response.Headers.TryGetValue("Content-Encoding", out string? encoding) ? encoding : null);
        Assert.Equal("A brief on AI", (string?)Decoded(response, expected)["output"]);
    }

    [Fact]
    public async Task Compression_can_be_turned_off()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CompressResponses = false);
        using var caller = new Caller(hive);
        var request =
            new HttpRequestMessage(HttpMethod.Post, caller.Endpoint) { Content = new StringContent("{}", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");

        Assert.False((await caller.SendAsync(request)).Headers.ContainsKey("Content-Encoding"));
    }

    private static JsonNode Decoded(Response response, string? encoding)
    {
        using var body = new System.IO.MemoryStream(response.Body);
        using System.IO.Stream stream = encoding switch
        {
            "br" => new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress),
            _ => body,
        };
        return JsonNode.Parse(stream)!;
    }

    private static string[] Names(JsonObject json)
    {
        var names = new System.Collections.Generic.List<string>();
        foreach ((string name, _) in json)
        {
            names.Add(name);
        }

        return [.. names];
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
