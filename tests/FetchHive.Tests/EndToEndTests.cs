using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

public sealed class EndToEndTests
{
    private static readonly Company[] Companies =
        [new("Fetch Hive", new Uri("https://fetchhive.com/Über uns")), new("Ada \"&\" Söhne", new Uri("relative", UriKind.Relative))];

    [Fact]
    public async Task A_call_sends_the_documented_body_and_headers_and_gives_the_output()
    {
        await using LoopbackServer server = new(Response.Completed("\"State of enterprise AI in 2026: …\""));
        using FetchHiveClient client = Calls.Client(server);
        ResearchBrief briefs = new(client);

        string brief = await briefs.RunAsync("KI im Büro 🚀 </script>", Companies, 500,
            new CallerInfo("cus_123", "enterprise", false, 12, null), "user-7", Calls.Token);

        Assert.Equal("State of enterprise AI in 2026: …", brief);
        Received request = server.Request;
        Assert.Equal("POST", request.Method);
        Assert.Equal("/v1/workflow/invoke", request.Target);
        Assert.Equal("Bearer " + Calls.Key, request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.StartsWith("FetchHive.NET/0.1.0", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.DoesNotContain("+", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.Contains("br", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"KI im Büro \uD83D\uDE80 </script>","companies":["""
            + """{"name":"Fetch Hive","website":"https://fetchhive.com/Über uns"},{"name":"Ada """
            + """\"&\" Söhne","website":"relative"}],"max_words":500},"metadata":{"customer_id":"cus_123","plan":"enterprise","trial":"""
            + """false,"invoice_count":12,"region":null},"user":"user-7"}""",
            request.Body);
        Assert.Equal("KI im Büro 🚀 </script>", JsonNode.Parse(request.Bytes)!["inputs"]!["topic"]!.GetValue<string>());
    }

    [Fact]
    public async Task Unused_fields_are_not_sent()
    {
        await using LoopbackServer server = new(Response.Completed("\"\""));
        using FetchHiveClient client = Calls.Client(server);

        string brief = await new ResearchBrief(client).RunAsync("x", [], null, null, null, Calls.Token);

        Assert.Equal(string.Empty, brief);
        Assert.Equal("""{"deployment":"research-brief","variant":"production","inputs":{"topic":"x","companies":[]}}""",
            server.Request.Body);
    }

    [Fact]
    public async Task A_lone_surrogate_is_sent_as_the_replacement_character_and_the_body_stays_JSON()
    {
        await using LoopbackServer server = new(Response.Completed("\"\""));
        using FetchHiveClient client = Calls.Client(server);

        await new ResearchBrief(client).RunAsync("a\uD800b\u0001\u2028\u007f", [], null, null, null, Calls.Token);

        Assert.Equal("a\uFFFDb\u0001\u2028\u007f", JsonNode.Parse(server.Request.Bytes)!["inputs"]!["topic"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_dictionary_of_metadata_is_copied_beside_the_keys_of_parameters()
    {
        await using LoopbackServer server =
            new(Response.Completed("""{"title":"T","findings":[{"claim":"C","confidence":0.5}],"word_count":3}"""));
        using FetchHiveClient client = Calls.Client(server);
        Dictionary<string, MetadataValue> metadata = new()
        {
            ["s"] = "text",
            ["n"] = null,
            ["i"] = -1,
            ["u"] = ulong.MaxValue,
            ["f"] = 0.1f,
            ["d"] = 0.1,
            ["m"] = 1.10m,
            ["b"] = true,
        };

        Brief brief = await new ResearchBrief(client).ReadAsync(["a", "b"], metadata, "pro", Calls.Token);

        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topics":["a","b"]},"metadata":{"s":"text","n":null,"i":"""
            + """-1,"u":18446744073709551615,"f":0.1,"d":0.1,"m":1.10,"b":true,"plan":"pro"}}""",
            server.Request.Body);
        Assert.Equal(3, brief.WordCount);
        Assert.Equal(new Finding("C", 0.5), Assert.Single(brief.Findings));
    }

    [Fact]
    public async Task A_call_for_the_envelope_gives_it()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using FetchHiveClient client = Calls.Client(server);

        WorkflowRun<string> run = await new ResearchBrief(client).RunWithEnvelopeAsync("t", Calls.Token);

        Assert.Equal("req_019d52846ea37682b03522fd0695cc43", run.RequestId);
        Assert.Equal(RunStatus.Completed, run.Status);
        Assert.Equal("x", run.Output);
    }

    [Theory]
    [InlineData("running", 200)]
    [InlineData("queued", 202)]
    [InlineData("completed", 202)]
    [InlineData("paused", 202)]
    public async Task A_call_with_a_callback_URL_asks_for_callback_delivery(string status, int http)
    {
        await using LoopbackServer server =
            new(Response.Json($$"""{"request_id":"req_1","run_status":"{{status}}","webhook_secret":"whs_verysecret"}""", http));
        using FetchHiveClient client = Calls.Client(server);

        AcceptedRun<Brief> run = await new ResearchBrief(client).StartAsync("t", new Uri("https://example.com/a b?c=d"), Calls.Token);

        Assert.Equal("req_1", run.RequestId);
        Assert.Equal(new RunStatus(status), run.Status);
        Assert.Equal("whs_verysecret", run.WebhookSecret);
        Assert.DoesNotContain("whs_verysecret", run.ToString(), StringComparison.Ordinal);
        Assert.Equal("StartAsync", run.Contract!.Method);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","async":{"enabled":"""
            + """true,"callback_url":"https://example.com/a%20b?c=d"},"inputs":{"topic":"t"}}""",
            server.Request.Body);
    }

    [Fact]
    public async Task A_call_without_a_result_does_not_look_at_the_output()
    {
        await using LoopbackServer server = new(Response.Json("""{"run_status":"completed"}"""));
        using FetchHiveClient client = Calls.Client(server);

        await new ResearchBrief(client).FinishAsync("t", Calls.Token);
    }

    [Fact]
    public async Task Many_calls_at_once_each_get_their_own_response()
    {
        await using LoopbackServer server = new(request =>
            Response.Completed(JsonSerializer.Serialize(JsonNode.Parse(request.Bytes)!["inputs"]!["topic"]!.GetValue<string>())).Chunked());
        using FetchHiveClient client = Calls.Client(server);
        ResearchBrief briefs = new(client);
        string[] topics = [.. Enumerable.Range(0, 300).Select(i => i + new string((char)('a' + (i % 26)), i * 17))];

        string[] outputs =
            await Task.WhenAll(topics.Select(topic => Task.Run(() => briefs.RunAsync(topic, [], null, null, null, Calls.Token))));

        Assert.Equal(topics, outputs);
    }
}
