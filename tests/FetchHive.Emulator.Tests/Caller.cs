using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>A plain HTTP caller, because the tests check what is on the wire, without our own client.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly FetchHiveEmulator _hive;

    public Caller(FetchHiveEmulator hive)
    {
        _hive = hive;
    }

    /// <summary>Invokes the deployment that <see cref="Briefs.Deploy"/> deploys.</summary>
    public Task<Response> InvokeAsync(JsonObject? inputs = null, params (string Name, JsonNode? Value)[] fields)
    {
        var body =
            new JsonObject { ["deployment"] = Briefs.Deployment, ["variant"] = Briefs.Variant, ["inputs"] = inputs ?? Briefs.Inputs() };
        foreach ((string name, JsonNode? value) in fields)
        {
            body[name] = value;
        }

        return PostAsync(body.ToJsonString());
    }

    public Task<Response> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body));

    public Task<Response> PostAsync(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = content });
    }

    /// <summary>Sends with the right key, unless the request has its own Authorization header.</summary>
    public async Task<Response> SendAsync(HttpRequestMessage request)
    {
        if (!request.Headers.Contains("Authorization"))
        {
            request.Headers.Add("Authorization", "Bearer " + _hive.ApiKey);
        }

        using (request)
        using (HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken))
        {
            byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach ((string name, IEnumerable<string> values) in response.Headers)
            {
                headers[name] = string.Join(",", values);
            }

            foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
            {
                headers[name] = string.Join(",", values);
            }

            return new Response((int)response.StatusCode, body, headers);
        }
    }

    public Uri Endpoint => new(_hive.BaseAddress.AbsoluteUri + "/workflow/invoke");

    public void Dispose() => _http.Dispose();
}

internal sealed record Response(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Error => (string?)Json["error"];
}

/// <summary>The deployment that most tests call.</summary>
internal static class Briefs
{
    public const string Deployment = "research-brief";
    public const string Variant = "production";

    public static Task<FetchHiveEmulator> StartAsync(Action<FetchHiveEmulatorOptions>? configure = null) =>
        StartAsync(hive => hive.Configure(configure ?? (_ => { })).Deploy(Deployment, Variant, Deploy));

    public static Task<FetchHiveEmulator> StartAsync(Action<FetchHiveEmulatorBuilder> configure) =>
        FetchHiveEmulator.StartAsync(configure, TestContext.Current.CancellationToken);

    public static void Deploy(DeploymentBuilder start) => start
        .TakesText("topic")
        .TakesArray("companies", required: false)
        .TakesAnyValue("max_words", required: false)
        .Returns(inputs => $"A brief on {inputs["topic"]}");

    public static string Body() =>
        new JsonObject { ["deployment"] = Deployment, ["variant"] = Variant, ["inputs"] = Inputs() }.ToJsonString();

    public static JsonObject Inputs() => new() { ["topic"] = "State of enterprise AI in 2026" };

    public static JsonObject Async(string url = "https://example.com/callback") => new() { ["enabled"] = true, ["callback_url"] = url };
}
