using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary><c>fetchhive emulate</c>: serves the snippets of a folder.</summary>
public sealed class EmulateTests : IDisposable
{
    private readonly WorkFolder _folder = Samples.Folder();
    private readonly Interruption _interruption = Interruption.ByHand();

    public void Dispose()
    {
        _interruption.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Address_key_and_secrets_are_printed_and_each_request_is_logged()
    {
        RunningTool tool = _folder.Start(_interruption, "emulate", "--port", "0");
        string start = await tool.OutputWithAsync("signed with ");
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = "fhk_emulator", BaseAddress = AddressOf(start) });
        WorkflowRun<JsonElement> run = await CallAsync(client);
        await Assert.ThrowsAsync<FetchHiveValidationException>(() => CallAsync(client, new JsonObject { ["topic"] = 1 }));
        string log = await tool.OutputWithAsync(" 422 ");
        _interruption.Interrupt();
        ToolResult result = (await tool.EndAsync()).Ended(0);

        Assert.Matches(
            @"^Address  http://127\.0\.0\.1:\d+/v1\nKey      fhk_emulator\nPage     http://127\.0\.0\.1:\d+/\n\n"
            + @"brief: live\. Callbacks are signed with emulator_secret_\w+\n\n"
            + $@"00:00:00 POST /v1/workflow/invoke brief/live 200 in 0\.00 s, {run.RequestId}\n"
            + @"00:00:00 POST /v1/workflow/invoke brief/live 422 in 0\.00 s: [^\n]*topic[^\n]*\n$",
            log);
        Assert.Equal(log, result.Out);
        Assert.Equal("Ctrl+C stops it.\n", result.Error);
    }

    [Fact]
    public async Task Callbacks_are_signed_and_each_attempt_is_logged()
    {
        using HttpListener receiver = Listen(out string url);
        RunningTool tool = _folder.Start(_interruption, "emulate", "--port", "0", "--json");
        JsonNode start = JsonNode.Parse((await tool.OutputWithAsync("\n")).Split('\n')[0])!;
        using FetchHiveClient client = new(new FetchHiveOptions
        {
            ApiKey = start["api_key"]!.GetValue<string>(),
            BaseAddress = new Uri(start["address"]!.GetValue<string>()),
        });

        Task<HttpListenerContext> received = receiver.GetContextAsync();
        await client.StartAsync("brief", "live", Inputs(), new Uri(url), cancellationToken: TestContext.Current.CancellationToken);
        HttpListenerContext callback = await received;
        byte[] body = new byte[callback.Request.ContentLength64];
        await callback.Request.InputStream.ReadExactlyAsync(body, TestContext.Current.CancellationToken);
        callback.Response.Close();
        string[] lines = (await tool.OutputWithAsync("\"event\":\"callback\"")).TrimEnd().Split('\n');
        _interruption.Interrupt();
        (await tool.EndAsync()).Ended(0);

        string secret = start["deployments"]![0]!["webhook_secret"]!.GetValue<string>();
        Assert.Equal(
            CallbackSignatureResult.Valid,
            CallbackSignature.Verify(body, callback.Request.Headers[CallbackSignature.HeaderName], secret));
        JsonNode log = JsonNode.Parse(lines[^1])!;
        Assert.Equal($"{url} 1 200", $"{log["url"]} {log["attempt"]} {log["status"]}");
    }

    [Fact]
    public async Task Runs_fail_by_chance_and_are_logged_as_such()
    {
        RunningTool tool = _folder.Start(_interruption, "emulate", "--port", "0", "--fail", "1", "--fault", "server-error");
        string start = await tool.OutputWithAsync("signed with ");
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = "fhk_emulator", BaseAddress = AddressOf(start) });

        await Assert.ThrowsAsync<FetchHiveServerException>(() => CallAsync(client));
        _interruption.Interrupt();
        (await tool.EndAsync()).Ended(0);

        Assert.Contains("Faults   ServerError at 100 %, delay 0 s\n", start, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        ToolResult result = (await _folder.RunAsync("emulate", "--port", port)).Ended(2);

        Assert.Equal(
            $"error: Port {port} isn't available: another program, or another emulator, may be using it. Choose another with --port, or 0 "
                + "for a free one.\n",
            result.Error);
    }

    [Fact]
    public async Task The_emulator_skips_the_same_folders_as_the_check()
    {
        _folder.Write("packages/web/other.fetchhive.sh", """{"deployment": "other", "variant": "live"}""");
        foreach (string made in (string[])["bin", "src/Obj", "artifacts", "node_modules", "TestResults", ".git"])
        {
            _folder.Write($"{made}/copies/copy.fetchhive.sh", "nonsense");
        }

        Directory.CreateSymbolicLink(_folder.FullPath("src/again"), _folder.Path);

        ToolResult check = (await _folder.RunAsync("check")).Ended(0);
        RunningTool tool = _folder.Start(_interruption, "emulate", "--port", "0", "--json");
        JsonNode start = JsonNode.Parse((await tool.OutputWithAsync("\n")).Split('\n')[0])!;
        _interruption.Interrupt();
        (await tool.EndAsync()).Ended(0);

        Assert.Equal("2 snippets, 0 errors, 0 warnings.\n", check.Error);
        Assert.Equal(
            ["brief", "other"],
            start["deployments"]!.AsArray().Select(deployed => deployed!["deployment"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Snippets_that_cannot_be_served_are_refused()
    {
        using WorkFolder empty = new();
        _folder.Write("bad.fetchhive.sh", "nonsense");

        ToolResult bad = (await _folder.RunAsync("emulate", "--port", "0")).Ended(2);
        ToolResult none = (await empty.RunAsync("emulate", "--port", "0")).Ended(2);
        ToolResult missing = (await empty.RunAsync("emulate", "nowhere")).Ended(2);

        Assert.Contains("bad.fetchhive.sh(1,1): 'bad.fetchhive.sh' can't be read: ", bad.Error, StringComparison.Ordinal);
        Assert.Contains("There is no snippet in ", none.Error, StringComparison.Ordinal);
        Assert.Equal("error: There is no folder nowhere.\n", missing.Error);
    }

    [Theory]
    [InlineData("--port 70000", "--port '70000': write a whole number from 0 to 65535.")]
    [InlineData("--fail 10%", "--fail '10%': write a share from 0 to 1, such as 0.1 for one run in ten.")]
    [InlineData("--fail 2", "--fail '2': write a share from 0 to 1, such as 0.1 for one run in ten.")]
    [InlineData("--fault all", "--fault says what happens to the runs that --fail picks. Add --fail.")]
    [InlineData("--delay 2", "--delay '2': write a number with a unit, such as 500ms, 2s, 10m or 1h; at most 24h.")]
    [InlineData("--delay 25h", "--delay '25h': write a number with a unit, such as 500ms, 2s, 10m or 1h; at most 24h.")]
    public async Task Bad_options_are_refused(string options, string complaint)
    {
        ToolResult result = (await _folder.RunAsync(["emulate", .. options.Split(' ')])).Ended(2);

        Assert.StartsWith($"error: {complaint}\n", result.Error, StringComparison.Ordinal);
    }

    private static JsonObject Inputs() => new() { ["topic"] = "Bees", ["companies"] = new JsonArray() };

    private static Task<WorkflowRun<JsonElement>> CallAsync(FetchHiveClient client, JsonObject? inputs = null) =>
        client.InvokeAsync("brief", "live", inputs ?? Inputs(), cancellationToken: TestContext.Current.CancellationToken);

    private static Uri AddressOf(string output) => new(output.Split('\n')[0]["Address".Length..].Trim());

    private static HttpListener Listen(out string url)
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook/";
        free.Stop();
        HttpListener listener = new();
        listener.Prefixes.Add(url);
        listener.Start();
        return listener;
    }
}
