using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>A web application on a loopback port, with methods that send callbacks to it.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Path = "/callbacks/research-brief";
    public const string Secret = "whsec_5f1d0c7be2a94c33";

    private Receiver(WebApplication app, LogSink logs)
    {
        App = app;
        Logs = logs;
        Client = new HttpClient
        {
            BaseAddress =
            new Uri(app.Urls.GetEnumerator() is var urls && urls.MoveNext()
            ? urls.Current : throw new InvalidOperationException("No address."))
        };
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public WebApplication App { get; }

    public LogSink Logs { get; }

    public HttpClient Client { get; }

    public CallbackRunTracker Tracker => App.Services.GetRequiredService<CallbackRunTracker>();

    public Uri CallbackUrl => new(Client.BaseAddress!, Path);

    public static async Task<Receiver> StartAsync(Action<IServiceCollection> add, Action<WebApplication> map,
        string environment = "Production")
    {
        LogSink logs = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        // No configuration of this machine applies.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        add(builder.Services);
        WebApplication app = builder.Build();
        try
        {
            map(app);
            await app.StartAsync(Token);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new Receiver(app, logs);
    }

    /// <summary>Starts one with the secret configured and a handler for strings.</summary>
    public static Task<Receiver> StartAsync(Func<WorkflowCallback<string>, CancellationToken, Task> handler,
        Action<FetchHiveCallbackOptions>? configure = null, string environment = "Production") => StartAsync(
        services => services.AddFetchHiveCallbacks(options =>
        {
            options.Secrets["research-brief"] = [Secret];
            configure?.Invoke(options);
        }),
        app => app.MapFetchHiveCallback(Path, IResearchBrief.StartCallback, handler),
        environment);

    public static byte[] Completed(string requestId, string output = "A brief") =>
        Encoding.UTF8.GetBytes(
        $$$"""{"event_type":"workflow.completed","request_id":"{{{requestId}}}","data":{"output":"{{{output}}}"}}""");

    public static byte[] Failed(string requestId, string error = "The model is away") =>
        Encoding.UTF8.GetBytes($$$"""{"event_type":"workflow.failed","request_id":"{{{requestId}}}","data":{"error":"{{{error}}}"}}""");

    /// <summary>Delivers a body signed with the secret.</summary>
    public Task<HttpStatusCode> DeliverAsync(byte[] body, string secret = Secret, string path = Path) =>
        DeliverRawAsync(body, CallbackSignature.Sign(body, secret), path: path);

    public async Task<HttpStatusCode> DeliverRawAsync(byte[] body, string? signature, string? contentType = "application/json",
        string path = Path)
    {
        using HttpResponseMessage response = await SendAsync(body, signature, contentType, path);
        return response.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(byte[] body, string? signature, string? contentType = "application/json",
        string path = Path, bool chunked = false)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(CallbackSignature.HeaderName, signature);
        }

        request.Headers.TransferEncodingChunked = chunked ? true : null;
        return await Client.SendAsync(request, Token);
    }

    /// <summary>Stops as abruptly as a killed process: waits for nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using CancellationTokenSource now = new(TimeSpan.FromSeconds(5));
        await App.StopAsync(now.Token);
        await App.DisposeAsync();
    }
}
