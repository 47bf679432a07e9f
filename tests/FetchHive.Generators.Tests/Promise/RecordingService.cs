using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Promise;

/// <summary>Writes down what is sent, and gives the output that the input <c>kind</c> asks for.</summary>
internal sealed class RecordingService : HttpMessageHandler
{
    private readonly StringBuilder _sent = new();

    /// <summary>The bodies, one to a line.</summary>
    public string Sent => _sent.ToString();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        _sent.Append(body).Append('\n');
        using JsonDocument json = JsonDocument.Parse(body);
        bool isStart = json.RootElement.TryGetProperty("async", out _);
        return new HttpResponseMessage(isStart ? HttpStatusCode.Accepted : HttpStatusCode.OK)
        {
            Content = new StringContent(
                isStart
                    ? """{"request_id":"req_1","run_status":"running","webhook_secret":"whsec_1"}"""
                    : """{"request_id":"req_1","run_status":"completed","output":"""
                        + $$"""{{OutputFor(json.RootElement.GetProperty("inputs"))}}}""",
                Encoding.UTF8,
                "application/json"),
        };
    }

    private static string OutputFor(JsonElement inputs)
    {
        const string Answer = """
            {"Field":3,"the-title":"On bees","summary":"s","findings":[{"claim":"c","mood":"very_cross"},{"claim":"d","confidence":"1"}],
            "byMood":{"Calm":1.5},"id":"00112233-4455-6677-8899-aabbccddeeff","at":"2026-01-02T03:04:05Z","source":"https://acme.example/",
            "raw":{"x":[1]},"ratio":"NaN","secret":9,"unknown":1}
            """;
        return (inputs.TryGetProperty("kind", out JsonElement kind) ? kind.GetString() : inputs.TryGetProperty("topic", out kind)
            ? kind.GetString() : null) switch
        {
            "null" => "null",
            "image" =>
                """{"settings":{"model":"m"},"assets":[{"file_url":"https://acme.example/1.png","url":"https://acme.example/1.png"}]}""",
            "answer" => Answer,
            "answers" => $"[{Answer},{Answer}]",
            "counts" => """{"a":1,"b":null}""",
            "survey" => """{"choices":["a","b"],"grade":2}""",
            "poll" => """{"question":"Tea?","votes":3,"choices":["yes","no"]}""",
            "mood" => "\"very_cross\"",
            "points" => """[{"x":1,"y":2},{"x":3,"y":4}]""",
            "text" => "\"one\"",
            "texts" => """["one","two"]""",
            { } other => JsonSerializer.Serialize("On " + other),
            null => "\"nothing\"",
        };
    }
}
