using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive.Tests.Kit;

/// <summary>Helpers for most tests: a key, a client for a server, and a call without inputs.</summary>
internal static class Calls
{
    public const string Key = "fhk_live_51f0c2d7a9e84b";

    public static readonly WorkflowDeployment Deployment = new("research-brief", "production");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Options without retries, because the server repeats one response, and most tests are about that one.</summary>
    public static FetchHiveOptions Options(LoopbackServer server) => new() { ApiKey = Key, BaseAddress = server.Address, MaxRetries = 0 };

    public static FetchHiveClient Client(LoopbackServer server) => new(Options(server));

    public static WorkflowRequest Request(FetchHiveClient client)
    {
        WorkflowRequest request = WorkflowRequest.Create(client, Deployment);
        request.BeginInputs();
        return request;
    }

    public static Task<T> ReadAsync<T>(FetchHiveClient client, OutputReader<T> output) => Request(client).SendForOutputAsync(output, Token);

    /// <summary>Serves one response and reads its output.</summary>
    public static async Task<T> ReadAsync<T>(Response response, OutputReader<T> output)
    {
        await using LoopbackServer server = new(response);
        using FetchHiveClient client = Client(server);
        return await ReadAsync(client, output);
    }

    /// <summary>Serves one response and returns the exception that it causes.</summary>
    public static Task<TException> FailAsync<TException>(Response response)
        where TException : Exception => Assert.ThrowsAsync<TException>(() => ReadAsync(response, OutputReader.Text));

    public static Task<TException> FailAsync<TException, T>(Response response, OutputReader<T> output)
        where TException : Exception => Assert.ThrowsAsync<TException>(() => ReadAsync(response, output));
}
