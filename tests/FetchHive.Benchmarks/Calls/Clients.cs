using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Refit;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The compared ways to call, all over the same handler.</summary>
internal sealed class Clients
{
    private readonly HttpClient _http;
    private readonly byte[] _prebuilt;
    private readonly System.Uri _endpoint;

    public Clients(HttpMessageHandler handler, System.Uri baseAddress, IReadOnlyList<Company> companies)
    {
        _http = new HttpClient(handler);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Workload.ApiKey);
        // The service asks for these headers, and the generated client sends them too, so that all requests are the same.
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Benchmark/1.0");
        _endpoint = new System.Uri(baseAddress.AbsoluteUri + "/workflow/invoke");
        _prebuilt = JsonSerializer.SerializeToUtf8Bytes(Workload.Body(companies), HandWrittenJson.Default.InvokeBody);

        var refitted = new HttpClient(handler) { BaseAddress = baseAddress };
        refitted.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
        refitted.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        refitted.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        refitted.DefaultRequestHeaders.UserAgent.ParseAdd("Benchmark/1.0");
        Refit = RestService.For<IRefitBrief>(
            refitted, new RefitSettings(new SystemTextJsonContentSerializer(HandWrittenJson.Default.Options)));

        // The documentation requires this of a caller's HttpClient.
        var own = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        FetchHiveOptions options = new() { ApiKey = Workload.ApiKey, BaseAddress = baseAddress };
        Generated = IResearchBrief.Create(new FetchHiveClient(own, options));
        Owning = IResearchBrief.Create(
            new FetchHiveClient(ClientSettings.Create(options, workspace: null, environmentKey: null), _ => RequestChannel.Own(handler),
                loggerFactory: null));
    }

    /// <summary>The client that Refit generates. It serializes with the context of the hand-written client.</summary>
    public IRefitBrief Refit { get; }

    /// <summary>The client that this project generates, through a caller's HttpClient, like the others.</summary>
    public IResearchBrief Generated { get; }

    /// <summary>The client that this project generates, without a caller's HttpClient: the handler stands for its own
    /// connections.</summary>
    public IResearchBrief Owning { get; }

    /// <summary>The floor: prebuilt bytes out, a byte array in, nothing read.</summary>
    public async Task<byte[]> PrebuiltBytesAsync()
    {
        using var content = new ByteArrayContent(_prebuilt);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await _http.PostAsync(_endpoint, content).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
    }

    /// <summary>Hand-written, with source-generated System.Text.Json.</summary>
    public async Task<string> HandWrittenAsync(IReadOnlyList<Company> companies)
    {
        using HttpResponseMessage response =
            await _http.PostAsJsonAsync(_endpoint, Workload.Body(companies), HandWrittenJson.Default.InvokeBody).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        InvokeResponse<string>? envelope = await response.Content.ReadFromJsonAsync(HandWrittenJson.Default.InvokeResponseString)
            .ConfigureAwait(false);
        return envelope!.Output!;
    }

    /// <summary>Refit, with the same source-generated System.Text.Json.</summary>
    public async Task<string> RefitAsync(IReadOnlyList<Company> companies) =>
        (await Refit.RunAsync(Workload.Body(companies)).ConfigureAwait(false)).Output!;

    public async Task<Report> RefitReportAsync() =>
        (await Refit.ReportAsync(Workload.Body(Workload.Companies)).ConfigureAwait(false)).Output!;

    /// <summary>Dictionaries, as in the official SDKs of other languages.</summary>
    public async Task<string> DictionariesAsync(IReadOnlyList<Company> companies)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(_endpoint, Workload.Dictionaries(companies)).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        Dictionary<string, JsonElement>? envelope = await response.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>()
            .ConfigureAwait(false);
        return envelope!["output"].GetString()!;
    }

    /// <summary>A typed output, hand-written with source-generated System.Text.Json.</summary>
    public async Task<Report> HandWrittenReportAsync()
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(_endpoint, Workload.Body(Workload.Companies),
            HandWrittenJson.Default.InvokeBody).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        InvokeResponse<Report>? envelope = await response.Content.ReadFromJsonAsync(HandWrittenJson.Default.InvokeResponseReport)
            .ConfigureAwait(false);
        return envelope!.Output!;
    }
}
