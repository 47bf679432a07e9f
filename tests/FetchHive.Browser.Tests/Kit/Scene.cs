using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;
using Microsoft.Playwright;

namespace FetchHive.Browser.Tests.Kit;

/// <summary>An emulator with its page open in a browser, and a program that calls it.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly Queue<HttpStatusCode> _receiver = new();

    private Scene(FetchHiveEmulator hive, IPage page)
    {
        Hive = hive;
        Page = page;
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Add(message.Text);
            }
        };
    }

    public FetchHiveEmulator Hive { get; }

    public IPage Page { get; }

    /// <summary>The errors of the page's script.</summary>
    public List<string> Errors { get; } = [];

    public Uri Address => new(Hive.BaseAddress, "/");

    public ILocator Requests => Page.Locator("#requests > li");

    public ILocator Newest => Requests.First;

    public static async Task<Scene> OpenAsync(
        Chromium chromium, Action<FetchHiveEmulatorBuilder>? configure = null, BrowserNewContextOptions? options = null)
    {
        IPage page = await chromium.OpenAsync(options);
        FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive =>
            {
                hive.Configure(options =>
                {
                    options.ServesPage = true;
                    options.CallbackRetryDelays = [TimeSpan.Zero];
                });
                (configure ?? DeployBriefs)(hive);
            },
            TestContext.Current.CancellationToken);
        var scene = new Scene(hive, page);
        hive.DeliverCallbacksTo((_, _) => Task.FromResult(new HttpResponseMessage(
            scene._receiver.TryDequeue(out HttpStatusCode status) ? status : HttpStatusCode.OK)));
        await page.GotoAsync(scene.Address.AbsoluteUri);
        await Assertions.Expect(page.Locator("#connection")).ToHaveTextAsync("Live");
        return scene;
    }

    public static void DeployBriefs(FetchHiveEmulatorBuilder hive) => hive
        .Deploy("research-brief", "production", start => start
            .TakesText("topic")
            .TakesArray("companies", required: false)
            .Returns(inputs => new JsonObject
            {
                ["title"] = $"A brief on {inputs["topic"]}",
                ["companies"] = inputs["companies"]?.DeepClone(),
                ["confidence"] = 0.82,
            }))
        .Deploy("summarise", "v2", start => start.TakesText("text").Fails("The model is deprecated.", "model_deprecated"));

    /// <summary>The receiver of callbacks responds with these statuses, one after another, and then with 200.</summary>
    public void ReceiverAnswers(params HttpStatusCode[] statuses) => Array.ForEach(statuses, _receiver.Enqueue);

    /// <summary>Makes a call as a program would.</summary>
    public async Task<HttpStatusCode> CallAsync(
        string topic, string? callbackUrl = null, string deployment = "research-brief", string variant = "production")
    {
        var body = new JsonObject
        {
            ["deployment"] = deployment,
            ["variant"] = variant,
            ["inputs"] = new JsonObject { [deployment == "summarise" ? "text" : "topic"] = topic },
        };
        if (callbackUrl is not null)
        {
            body["async"] = new JsonObject { ["enabled"] = true, ["callback_url"] = callbackUrl };
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Hive.BaseAddress.AbsoluteUri + "/workflow/invoke"))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Hive.ApiKey);
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await Hive.DisposeAsync();
        _http.Dispose();
    }
}
