using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tests.Kit;

namespace FetchHive.Resilience.Tests.Kit;

/// <summary>An emulator, a call to it, and the fault between them.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    public const string Variant = "production";

    private readonly CancellationTokenSource _caller =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly AttemptCounter _counter;
    private FetchHiveClient? _client;

    private FaultScene(FetchHiveEmulator hive, string deployment)
    {
        Hive = hive;
        Deployment = deployment;
        Options = new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress };
        _counter = new AttemptCounter(deployment);
    }

    public FetchHiveEmulator Hive { get; }

    public string Deployment { get; }

    public FetchHiveOptions Options { get; }

    public FakeTime Time { get; } = new();

    /// <summary>The HttpClient that sends the call; null for the client's own connections.</summary>
    public HttpClient? Http { get; set; }

    public JsonObject Inputs { get; } = new() { ["topic"] = "t" };

    /// <summary>Runs while the call is under way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>A server that is disposed of after the call.</summary>
    public IAsyncDisposable? Server { get; set; }

    public FetchHiveClient Client
    {
        get
        {
            if (_client is null)
            {
                _client = Http is null ? new FetchHiveClient(Options) : new FetchHiveClient(Http, Options);
                _client.Sender.Time = Time;
            }

            return _client;
        }
    }

    public int Attempts => _counter.Attempts;

    public int Runs => Hive.Requests.Count(request => request.RunStarted);

    public static async Task<FaultScene> StartAsync()
    {
        string deployment = "fault-" + Guid.NewGuid().ToString("N");
        FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.Configure(options => options.MaxRequestBytes = 256 << 20)
                .Deploy(deployment, Variant, start => start.TakesText("topic").Returns("x")),
            TestContext.Current.CancellationToken);
        return new FaultScene(hive, deployment);
    }

    /// <summary>Sets a client whose connections come from a function.</summary>
    public void Connect(Func<CancellationToken, ValueTask<System.IO.Stream>> connect) =>
        Http = new HttpClient(
            new SocketsHttpHandler { ConnectCallback = (_, token) => connect(token) })
        { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Lets the call time out when the emulator has received the request, or when another condition is true.</summary>
    public void TimeOut(Func<bool>? when = null, TimeSpan? after = null) => Meanwhile = async () =>
    {
        await UntilAsync(when ?? (() => Hive.Requests.Count > 0));
        Time.Advance(after ?? Options.Timeout);
    };

    /// <summary>Cancels the call when the emulator has received the request, or when another condition is true.</summary>
    public void Cancel(Func<bool>? when = null) => Meanwhile = async () =>
    {
        await UntilAsync(when ?? (() => Hive.Requests.Count > 0));
        await _caller.CancelAsync();
    };

    /// <summary>Makes the call.</summary>
    /// <returns>The exception that the call threw; null when it returned its result.</returns>
    public async Task<Exception?> CallAsync()
    {
        Task<WorkflowRun<JsonElement>> call = Client.InvokeAsync(Deployment, Variant, Inputs, cancellationToken: _caller.Token);
        if (Meanwhile is not null)
        {
            await Meanwhile();
        }

        try
        {
            // A call that hangs fails the test, instead of hanging it.
            await call.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            return null;
        }
        catch (Exception exception) when (call.IsCompleted)
        {
            return exception;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        Http?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        await Hive.DisposeAsync();
        _counter.Dispose();
        _caller.Dispose();
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "What was waited for did not come within a minute.");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
