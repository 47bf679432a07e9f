using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Programs;

/// <summary>The same call written by hand, with source-generated System.Text.Json.</summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var first = new FirstResponse(arguments);
        // Accepts compressed responses, as the generated client does.
        using var http =
            new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli | DecompressionMethods.GZip });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Inputs.ApiKey);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Benchmark/1.0");
        var body = new InvokeBody
        {
            Deployment = "research-brief",
            Variant = "production",
            Inputs = new BriefInputs { Topic = Inputs.Topic, Companies = Inputs.Companies(), MaxWords = Inputs.MaxWords },
            Metadata = Inputs.Caller(),
        };
        using HttpResponseMessage response = await http.PostAsJsonAsync(new Uri(first.BaseAddress.AbsoluteUri + "/workflow/invoke"), body,
            HandWrittenJson.Default.InvokeBody);
        response.EnsureSuccessStatusCode();
        InvokeResponse? envelope = await response.Content.ReadFromJsonAsync(HandWrittenJson.Default.InvokeResponse);
        first.Report(envelope!.Output!.Length);
    }
}

internal sealed class InvokeBody
{
    public required string Deployment { get; init; }

    public required string Variant { get; init; }

    public required BriefInputs Inputs { get; init; }

    public required Caller Metadata { get; init; }
}

internal sealed class BriefInputs
{
    public required string Topic { get; init; }

    public required IReadOnlyList<Company> Companies { get; init; }

    public required int MaxWords { get; init; }
}

internal sealed class InvokeResponse
{
    public string? RequestId { get; init; }

    public string? RunStatus { get; init; }

    public string? Output { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InvokeBody))]
[JsonSerializable(typeof(InvokeResponse))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
