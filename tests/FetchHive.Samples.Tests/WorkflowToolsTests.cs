using System;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using WorkflowTools;

namespace FetchHive.Samples.Tests;

/// <summary>Lists and calls the sample's tools with the MCP package's own client, on the emulator.</summary>
public sealed class WorkflowToolsTests
{
    private static readonly Dictionary<string, object?> Company = new() { ["name"] = "Acme" };

    private static readonly Dictionary<string, object?> Brief = new() { ["topic"] = "bees", ["companies"] = new[] { Company } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_sees_names_descriptions_and_schemas()
    {
        await using FetchHiveEmulator hive = await LocalHive.StartAsync();
        using FetchHiveClient client = ClientOf(hive);
        await using Connection connection = await Connection.OpenAsync(client);

        IList<McpClientTool> tools = await connection.Client.ListToolsAsync(cancellationToken: Token);

        Assert.Equal(["look_up_company", "research_brief"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        McpClientTool brief = tools.Single(tool => tool.Name == "research_brief");
        McpClientTool profile = tools.Single(tool => tool.Name == "look_up_company");
        Assert.Equal("Writes a brief on a topic, with an eye on some companies. Takes about a minute and costs credits.",
            brief.Description);

        JsonElement inputs = brief.JsonSchema.GetProperty("properties");
        Assert.Equal(["topic", "companies", "max_words"], inputs.EnumerateObject().Select(input => input.Name));
        Assert.Equal(["topic", "companies"], brief.JsonSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("What the brief is about, in a few words.", inputs.GetProperty("topic").GetProperty("description").GetString());
        Assert.Equal("array", inputs.GetProperty("companies").GetProperty("type").GetString());
        Assert.Equal(200, inputs.GetProperty("max_words").GetProperty("default").GetInt32());

        JsonElement aspects = profile.JsonSchema.GetProperty("properties").GetProperty("aspects").GetProperty("items");
        Assert.Equal(["Product", "Market"], aspects.GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["company"], profile.JsonSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_call_sends_the_metadata_of_the_application()
    {
        await using FetchHiveEmulator hive = await LocalHive.StartAsync();
        using FetchHiveClient client = ClientOf(hive);
        await using Connection connection = await Connection.OpenAsync(client);

        CallToolResult result = await connection.Client.CallToolAsync("research_brief", Brief, cancellationToken: Token);

        Assert.NotEqual(true, result.IsError);
        Assert.Equal("bees: enterprises move from experiments to operations; watch Acme.", TextOf(result));
        Assert.Equal("cus_1", (string?)Assert.Single(hive.Requests).Metadata!["customer_id"]);
    }

    [Fact]
    public async Task After_a_lost_response_the_agent_is_told_not_to_call_again()
    {
        await using FetchHiveEmulator hive = await LocalHive.StartAsync();
        using FetchHiveClient client = ClientOf(hive);
        await using Connection connection = await Connection.OpenAsync(client);
        hive.RespondNext(EmulatorResponse.Regular().Lost());

        CallToolResult result = await connection.Client.CallToolAsync("research_brief", Brief, cancellationToken: Token);

        Assert.True(result.IsError);
        JsonElement error = JsonElement.Parse(TextOf(result));
        Assert.Equal("may_have_run", error.GetProperty("errorCode").GetString());
        Assert.StartsWith("A run may have started and been charged for. Don't call the tool again",
            error.GetProperty("details").GetString(), StringComparison.Ordinal);
        Assert.Single(hive.Requests);
    }

    [Fact]
    public async Task A_wrong_choice_is_reported_and_not_sent()
    {
        await using FetchHiveEmulator hive = await LocalHive.StartAsync();
        using FetchHiveClient client = ClientOf(hive);
        await using Connection connection = await Connection.OpenAsync(client);
        Dictionary<string, object?> inputs = new() { ["company"] = Company, ["aspects"] = new[] { "Weather" } };

        CallToolResult result = await connection.Client.CallToolAsync("look_up_company", inputs, cancellationToken: Token);

        Assert.True(result.IsError);
        Assert.Contains("did_not_run", TextOf(result), StringComparison.Ordinal);
        Assert.Empty(hive.Requests);
    }

    [Fact]
    public async Task A_call_that_the_agent_cancels_is_cancelled_by_the_client()
    {
        using Endless endless = new();
        using HttpClient http = new(endless) { Timeout = Timeout.InfiniteTimeSpan };
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = "fhk_test" });
        await using Connection connection = await Connection.OpenAsync(client);
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<CallToolResult> call = connection.Client.CallToolAsync("research_brief", Brief, cancellationToken: source.Token).AsTask();
        await endless.Began.Task.WaitAsync(Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await endless.GivenUp.Task.WaitAsync(Token);
    }

    private static FetchHiveClient ClientOf(FetchHiveEmulator hive) =>
        new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress, MaxRetries = 0 });

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    /// <summary>An MCP server with the sample's tools, and a client that is connected to it by two pipes.</summary>
    private sealed class Connection : IAsyncDisposable
    {
        private readonly McpServer _server;

        private Connection(McpServer server, McpClient client)
        {
            _server = server;
            Client = client;
        }

        public McpClient Client { get; }

        public static async Task<Connection> OpenAsync(FetchHiveClient client)
        {
            Pipe toServer = new();
            Pipe toClient = new();
            McpServer server = McpServer.Create(
                new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()),
                Tools.ServerOptions(client, customerId: "cus_1"));
            _ = server.RunAsync(Token);
            return new Connection(
                server,
                await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()),
                    cancellationToken: Token));
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await _server.DisposeAsync();
        }
    }

    /// <summary>A connection on which no response comes.</summary>
    private sealed class Endless : HttpMessageHandler
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GivenUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            using CancellationTokenRegistration registration = cancellationToken.Register(() => GivenUp.TrySetResult());
            Began.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It never ends.");
        }
    }
}
