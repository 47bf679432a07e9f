using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive.Tests.Kit;

/// <summary>What most tests need: a key, a client for a server, and a call without inputs.</summary>
internal static class Calls
{
    public const string Key = "fhk_live_51f0c2d7a9e84b";

    public static readonly WorkflowDeployment Deployment = new("research-brief", "production");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Without retries: the server gives one answer again and again, and most tests are about that one.</summary>
    public static FetchHiveOptions Options(LoopbackServer server) => new() { ApiKey = Key, BaseAddress = server.Address, MaxRetries = 0 };

    public static FetchHiveClient Client(LoopbackServer server) => new(Options(server));

    public static WorkflowRequest Request(FetchHiveClient client)
    {
        WorkflowRequest request = WorkflowRequest.Create(client, Deployment);
        request.BeginInputs();
        request.EndInputs();
        return request;
    }

    public static Task<T> ReadAsync<T>(FetchHiveClient client, OutputReader<T> output) => Request(client).SendForOutputAsync(output, Token);

    /// <summary>Serves one reply and reads its output.</summary>
    public static async Task<T> ReadAsync<T>(Reply reply, OutputReader<T> output)
    {
        await using LoopbackServer server = new(reply);
        using FetchHiveClient client = Client(server);
        return await ReadAsync(client, output);
    }

    /// <summary>Serves one reply and gives the exception it becomes.</summary>
    public static Task<TException> FailAsync<TException>(Reply reply)
        where TException : Exception => Assert.ThrowsAsync<TException>(() => ReadAsync(reply, OutputReader.Text));

    public static Task<TException> FailAsync<TException, T>(Reply reply, OutputReader<T> output)
        where TException : Exception => Assert.ThrowsAsync<TException>(() => ReadAsync(reply, output));
}
