using System;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace ResearchBrief;

/// <summary>Prints each request as it goes out, without its headers: one of them is the key.</summary>
internal sealed class RequestPrinter(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Console.WriteLine($"> {request.Method} {request.RequestUri!.AbsolutePath}");
        Console.WriteLine(JsonNode.Parse(body)!.ToJsonString(Indented));
        return await base.SendAsync(request, cancellationToken);
    }
}
