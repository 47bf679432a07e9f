using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Batches;

/// <summary>A journal in its own folder, and a service that counts the runs of each topic.</summary>
internal sealed class BatchKit : IDisposable
{
    public static readonly WorkflowDeployment Deployment = new("brief", "production");

    private static readonly RequestName Topic = new("topic");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fetchhive-batch-");
    private readonly HttpClient _http;

    public BatchKit(FetchHiveOptions? options = null)
    {
        _http = new HttpClient(new StubHandler(ServeAsync)) { Timeout = Timeout.InfiniteTimeSpan };
        Client = NewClient(options);
    }

    public string Journal => Path.Combine(_folder.FullName, "briefs.jsonl");

    public FetchHiveClient Client { get; }

    public ConcurrentDictionary<string, int> Runs { get; } = new();

    public int Sent => Runs.Values.Sum();

    /// <summary>Makes the response for a topic. By default, it is a completed run whose output contains the topic.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage>> Respond { get; set; } =
        static (topic, _) => Task.FromResult(Completed(JsonSerializer.Serialize("about " + topic)));

    public static HttpResponseMessage Completed(string output) =>
        Body($$"""{"request_id":"req_1","run_status":"completed","output":{{output}}}""");

    public static HttpResponseMessage Body(string body, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public FetchHiveClient NewClient(FetchHiveOptions? options = null)
    {
        options ??= new FetchHiveOptions { MaxRetries = 0, BaseAddress = new Uri("http://localhost/v1") };
        options.ApiKey = Calls.Key;
        return new FetchHiveClient(_http, options);
    }

    public BatchOptions Options(Action<BatchOptions>? configure = null)
    {
        BatchOptions options = new(Journal);
        configure?.Invoke(options);
        return options;
    }

    public Task<string> CallAsync(string topic, CancellationToken token) =>
        Request(Client, topic).SendForOutputAsync(OutputReader.Text, token);

    public static WorkflowRequest Request(FetchHiveClient client, string topic, WorkflowDeployment? deployment = null)
    {
        WorkflowRequest request = WorkflowRequest.Create(client, deployment ?? Deployment);
        request.BeginInputs().WriteString(Topic, topic);
        return request;
    }

    public IAsyncEnumerable<BatchResult<string, string>> Run(IEnumerable<string> rows, BatchOptions? options = null) =>
        Of(rows, static row => row, CallAsync, options ?? Options());

    public static IAsyncEnumerable<BatchResult<TRow, T>> Of<TRow, T>(
        IEnumerable<TRow> rows, Func<TRow, string> key, Func<TRow, CancellationToken, Task<T>> call, BatchOptions options) =>
        WorkflowBatch.RunAsync(rows, key, call, options, Calls.Token);

    public Task<List<BatchResult<string, string>>> RunAllAsync(params string[] rows) => AllAsync(Run(rows));

    public static async Task<List<BatchResult<TRow, T>>> AllAsync<TRow, T>(IAsyncEnumerable<BatchResult<TRow, T>> results)
    {
        List<BatchResult<TRow, T>> all = [];
        await foreach (BatchResult<TRow, T> result in results)
        {
            all.Add(result);
        }

        return all;
    }

    /// <summary>Returns the results before the batch throws, and the exception.</summary>
    public static async Task<(List<BatchResult<TRow, T>> Results, TException Failure)> FailAsync<TException, TRow, T>(
        IAsyncEnumerable<BatchResult<TRow, T>> results)
        where TException : Exception
    {
        List<BatchResult<TRow, T>> all = [];
        TException failure = await Assert.ThrowsAnyAsync<TException>(async () =>
        {
            await foreach (BatchResult<TRow, T> result in results)
            {
                all.Add(result);
            }
        });
        return (all, failure);
    }

    public string[] Lines() => File.ReadAllLines(Journal);

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<HttpResponseMessage> ServeAsync(HttpRequestMessage request, CancellationToken token)
    {
        using JsonDocument body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(token));
        string topic = body.RootElement.GetProperty("inputs").GetProperty("topic").GetString()!;
        Runs.AddOrUpdate(topic, 1, static (_, count) => count + 1);
        HttpResponseMessage response = await Respond(topic, token);
        response.RequestMessage = request;
        return response;
    }
}
