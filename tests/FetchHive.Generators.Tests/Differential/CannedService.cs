using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Keeps the request, and responds with a given output.</summary>
internal sealed class CannedService : HttpMessageHandler
{
    private string? _body;
    private string _output = "null";

    public CannedService() =>
        Client = new FetchHiveClient(new HttpClient(this), new FetchHiveOptions { ApiKey = "fhk_test", MaxRetries = 0 });

    public FetchHiveClient Client { get; }

    /// <summary>Returns the JSON text that a call sent under <paramref name="part"/>.</summary>
    public async Task<string> SentAsync(string part, Func<FetchHiveClient, Task> call)
    {
        _body = null;
        _output = "\"\"";
        await call(Client);
        using JsonDocument body = JsonDocument.Parse(_body ?? throw new InvalidOperationException("Nothing was sent."));
        return body.RootElement.TryGetProperty(part, out JsonElement sent) ? sent.GetRawText() : "nothing";
    }

    /// <summary>Returns the result of a call whose response has a given output.</summary>
    public async Task<object?> ReadAsync(string output, Func<FetchHiveClient, Task<object?>> call)
    {
        _output = output;
        return await call(Client);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _body = await request.Content!.ReadAsStringAsync(cancellationToken);
        string response = $$"""{"request_id":"req_1","run_status":"completed","output":{{_output}}}""";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(response, Encoding.UTF8, "application/json") };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Client.Dispose();
        }

        base.Dispose(disposing);
    }
}
