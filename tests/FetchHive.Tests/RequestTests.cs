using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>Values that can't be sent throw before a byte is sent. All others are written in order.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly FetchHiveClient _client = new(new FetchHiveOptions { ApiKey = Calls.Key });

    public void Dispose() => _client.Dispose();

    /// <summary>The pool would keep the memory for minutes, and an array for each of several sizes.</summary>
    [Fact]
    public void The_memory_of_a_large_request_is_not_kept()
    {
        WeakReference bytes = Write(3 * 1024 * 1024);
        GC.Collect();
        Assert.False(bytes.IsAlive);
    }

    /// <summary>Only the method that needs the metadata fails, and nothing is sent.</summary>
    [Fact]
    public void An_output_without_metadata_fails_when_its_method_is_called()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };
        OutputReader<Version> reader = OutputReader.Json<Version>(options, acceptsNull: false);

        // Synchronously, so before the request is sent.
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Throws<InvalidOperationException>(() => { _ = Calls.Request(_client).SendForOutputAsync(reader, token); });
        Assert.Throws<InvalidOperationException>(() => { _ = Calls.Request(_client).SendForRunAsync(reader, token); });
        Assert.Throws<InvalidOperationException>(() => new CallbackContract<Version>(Calls.Deployment, "StartAsync", reader));
    }

    [Theory]
    [InlineData("/callback")]
    [InlineData("callback")]
    [InlineData("")]
    [InlineData("ftp://example.com/x")]
    [InlineData("mailto:someone@example.com")]
    [InlineData("file:///x")]
    public void A_callback_URL_that_cannot_be_called_is_refused(string url)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => WorkflowRequest.Create(_client, Calls.Deployment)
            .SetCallbackUrl(new Uri(url, UriKind.RelativeOrAbsolute), "callbackUrl"));
        Assert.Equal("callbackUrl", exception.ParamName);
        exception = Assert.Throws<ArgumentException>(
            () => WorkflowRequest.Create(_client, Calls.Deployment).SetCallbackUrlText(url, "hook"));
        Assert.Equal("hook", exception.ParamName);
        Assert.Throws<ArgumentNullException>("hook",
            () => WorkflowRequest.Create(_client, Calls.Deployment).SetCallbackUrlText(null!, "hook"));
    }

    [Fact]
    public async Task A_callback_URL_given_as_text_is_sent_as_written()
    {
        await using LoopbackServer server = new(Response.Json("""{"request_id":"r","run_status":"queued"}"""));
        using FetchHiveClient client = Calls.Client(server);
        WorkflowRequest request = WorkflowRequest.Create(client, Calls.Deployment);
        request.SetCallbackUrlText("https://EXAMPLE.com/ä b", "hook");
        request.BeginInputs();

        await request.SendForAcceptedRunAsync(

            new CallbackContract<Brief>(Calls.Deployment, "StartAsync", ResearchBrief.BriefOutput), Calls.Token);

        Assert.Equal("https://EXAMPLE.com/ä b", JsonNode.Parse(server.Request.Bytes)!["async"]!["callback_url"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("https://b\u00fccher.example/cb", "https://xn--bcher-kva.example/cb")]
    [InlineData("https://user:p@b\u00fccher.example:8443/cb?x=%C3%BC#f", "https://user:p@xn--bcher-kva.example:8443/cb?x=%C3%BC#f")]
    [InlineData("https://example.com/\u00fc", "https://example.com/%C3%BC")]
    [InlineData("http://[::1]:5000/cb", "http://[::1]:5000/cb")]
    public async Task An_internationalised_callback_host_is_sent_in_ASCII(string url, string sent)
    {
        await using LoopbackServer server = new(Response.Json("""{"request_id":"r","run_status":"queued"}"""));
        using FetchHiveClient client = Calls.Client(server);
        foreach (bool asText in new[] { false, true })
        {
            WorkflowRequest request = WorkflowRequest.Create(client, Calls.Deployment);
            if (asText)
            {
                request.SetCallbackUrlText(url, "hook");
            }
            else
            {
                request.SetCallbackUrl(new Uri(url), "hook");
            }

            request.BeginInputs();
            await request.SendForAcceptedRunAsync(
                new CallbackContract<Brief>(Calls.Deployment, "StartAsync", ResearchBrief.BriefOutput), Calls.Token);
        }

        string[] urls =
            [.. server.Requests.Select(request => JsonNode.Parse(request.Bytes)!["async"]!["callback_url"]!.GetValue<string>())];

        // An address that is given as text is sent as written, except for a host that isn't ASCII.
        Assert.Equal([sent, new Uri(url).Host.All(char.IsAscii) ? url : sent], urls);
    }

    [Fact]
    public void Metadata_needs_keys_that_occur_once()
    {
        WorkflowRequest request = Calls.Request(_client);
        request.ReserveMetadataKey("plan", "plan");
        Dictionary<string, MetadataValue> empty = new() { ["a"] = 1, [""] = 2 };
        Dictionary<string, MetadataValue> clash = new() { ["plan"] = 1 };
        KeyValuePair<string, MetadataValue>[] twice = [new("b", 1), new("b", 2)];

        ArgumentException exception = Assert.Throws<ArgumentException>("tags", () => request.WriteMetadata(empty, "tags"));
        Assert.Contains("empty key", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>("tags", () => request.WriteMetadata(clash, "tags"));
        Assert.Contains("'plan'", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>("tags", () => request.WriteMetadata(twice, "tags"));
        Assert.Contains("'b'", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("tags", () => request.WriteMetadata(null!, "tags"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_without_a_form_in_JSON_is_refused_with_its_key(double value)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("tags",
            () => Calls.Request(_client).WriteMetadata(new Dictionary<string, MetadataValue> { ["ratio"] = value }, "tags"));
        Assert.Contains("'ratio'", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("tags",
            () => Calls.Request(_client).WriteMetadata(new Dictionary<string, MetadataValue> { ["ratio"] = (float)value }, "tags"));
    }

    [Fact]
    public async Task Empty_metadata_sends_nothing_and_a_user_may_come_first()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using FetchHiveClient client = Calls.Client(server);

        WorkflowRequest empty = Calls.Request(client);
        empty.WriteMetadata([], "tags");
        await empty.SendAsync(Calls.Token);
        WorkflowRequest both = Calls.Request(client);
        both.SetUser("u");
        both.BeginMetadata().WritePropertyName(new RequestName("a")).WriteInt64Value(1);
        both.BeginMetadata().WritePropertyName(new RequestName("b")).WriteInt64Value(2);
        await both.SendAsync(Calls.Token);

        Assert.Equal("""{"deployment":"research-brief","variant":"production","inputs":{}}""", server.Requests[0].Body);
        Assert.Equal("""{"deployment":"research-brief","variant":"production","inputs":{},"metadata":{"a":1,"b":2},"user":"u"}""",
            server.Requests[1].Body);
    }

    [Fact]
    public void A_request_is_written_in_order_and_serves_one_call()
    {
        WorkflowRequest request = WorkflowRequest.Create(_client, Calls.Deployment);
        Assert.Throws<InvalidOperationException>(() => request.BeginMetadata());
        Action early = () => _ = request.SendAsync(Calls.Token);
        Assert.Throws<InvalidOperationException>(early);
        request.BeginInputs();
        Assert.Throws<InvalidOperationException>(() => request.BeginInputs());
        Assert.Throws<InvalidOperationException>(() => request.SetCallbackUrlText("https://example.com", "url"));
    }

    [Theory]
    [InlineData(null, "v")]
    [InlineData("", "v")]
    [InlineData("d", " ")]
    [InlineData("d", null)]
    public void A_deployment_and_a_variant_need_names(string? deployment, string? variant)
    {
        Assert.Throws<ArgumentException>(() => new WorkflowDeployment(deployment!, variant!));
        Action call = () => _ = _client.InvokeAsync(deployment!, variant!, null, cancellationToken: Calls.Token);
        Assert.Throws<ArgumentException>(call);
    }

    [Fact]
    public void A_default_immutable_array_is_refused()
    {
        ArgumentException exception =
            Assert.Throws<ArgumentException>("topics", () => WorkflowRequest.ThrowIfDefault(default(ImmutableArray<Company>), "topics"));

        Assert.Contains("ImmutableArray<FetchHive.Tests.Kit.Company>", exception.Message, StringComparison.Ordinal);
        WorkflowRequest.ThrowIfDefault(ImmutableArray<int>.Empty, "topics");
    }

    [Fact]
    public async Task A_call_by_name_sends_its_inputs_and_changes_none_of_them()
    {
        await using LoopbackServer server = new(Response.Completed("\"{\\\"a\\\":[1]}\""));
        using FetchHiveClient client = Calls.Client(server);
        JsonObject inputs = new() { ["topic"] = "ü", ["companies"] = new JsonArray(new JsonObject { ["name"] = "A" }), ["none"] = null };
        WorkflowCallOptions options = new() { Metadata = { ["k"] = true }, User = "u" };
        string before = inputs.ToJsonString();

        WorkflowRun<JsonElement> run = await client.InvokeAsync("d/1", "v", inputs, options, Calls.Token);
        await client.InvokeAsync("d", "v", null, cancellationToken: Calls.Token);
        await client.InvokeAsync("d", "v", null, new WorkflowCallOptions(), Calls.Token);

        Assert.Equal("""{"a":[1]}""", run.Output.GetRawText());
        Assert.Equal("""{"deployment":"d/1","variant":"v","inputs":{"topic":"ü","companies":["""
            + """{"name":"A"}],"none":null},"metadata":{"k":true},"user":"u"}""", server.Requests[0].Body);
        Assert.Equal("""{"deployment":"d","variant":"v","inputs":{}}""", server.Requests[1].Body);
        Assert.Equal(server.Requests[1].Body, server.Requests[2].Body);
        Assert.Equal(before, inputs.ToJsonString());
        Assert.Null(inputs.Parent);
        Assert.Equal((1, "u"), (options.Metadata.Count, options.User));
    }

    [Fact]
    public void Options_of_a_call_by_name_that_cannot_be_sent_are_named()
    {
        WorkflowCallOptions options = new() { Metadata = { [""] = true } };

        Action call = () => _ = _client.InvokeAsync("d", "v", null, options, Calls.Token);

        Assert.Contains("The metadata in 'options.Metadata' has an empty key", Assert.Throws<ArgumentException>(call).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => options.Metadata = null!);
    }

    [Fact]
    public async Task A_start_by_name_gives_the_accepted_run()
    {
        await using LoopbackServer server = new(Response.Json("""{"request_id":"r","run_status":"queued","webhook_secret":"s"}""", 202));
        using FetchHiveClient client = Calls.Client(server);

        AcceptedRun<JsonElement> run =
            await client.StartAsync("d", "v", [], new Uri("https://example.com/c"), new() { User = "u" }, Calls.Token);

        Assert.Equal(RunStatus.Queued, run.Status);
        Assert.Equal("d", run.Contract!.Deployment);
        Assert.Equal(
            """{"deployment":"d","variant":"v","async":{"enabled":true,"callback_url":"https://example.com/c"},"inputs":{},"user":"u"}""",
            server.Request.Body);
    }

    [Fact]
    public async Task The_metadata_keys_of_one_call_do_not_reach_the_next()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using FetchHiveClient client = Calls.Client(server);
        for (int i = 0; i < 40; i++)
        {
            WorkflowRequest request = Calls.Request(client);
            request.WriteMetadata(new Dictionary<string, MetadataValue> { ["k"] = i }, "m");
            await request.SendAsync(Calls.Token);
        }

        Assert.Equal(40, server.Requests.Count);
    }

    [Fact]
    public async Task A_request_that_was_dropped_halfway_does_not_disturb_the_next()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using FetchHiveClient client = Calls.Client(server);
        for (int i = 0; i < 40; i++)
        {
            Assert.Throws<ArgumentException>(() => Calls.Request(client)
                .WriteMetadata(new Dictionary<string, MetadataValue> { [""] = 1 }, "m"));
            await Calls.ReadAsync(client, OutputReader.Text);
        }

        Assert.All(server.Requests,
            request => Assert.Equal("""{"deployment":"research-brief","variant":"production","inputs":{}}""", request.Body));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Write(int length)
    {
        WorkflowRequest request = WorkflowRequest.Create(_client, Calls.Deployment);
        request.BeginInputs().WriteString(new RequestName("topic"), new string('x', length));
        WeakReference bytes = new(request.Body.Array);
        request.Release();
        return bytes;
    }
}
