using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Emulator;

namespace FetchHive.Contracts.Tests.Kit;

/// <summary>The emulator that a test class calls. It accepts any inputs, and shows what it received.</summary>
public sealed class Hive : IAsyncLifetime
{
    /// <summary>The deployment and variant of every interface in this project.</summary>
    public const string Deployment = "contracts";
    public const string Variant = "test";

    private FetchHiveEmulator? _emulator;
    private FetchHiveClient? _client;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public FetchHiveClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await FetchHiveEmulator.StartAsync(
            hive => hive
                .Configure(options => options.UnknownInputs = UnknownNames.Ignore)
                .Deploy(Deployment, Variant, start => start.Returns("")),
            Token);
        _client = new FetchHiveClient(new FetchHiveOptions { ApiKey = _emulator.ApiKey, BaseAddress = _emulator.BaseAddress });
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    /// <summary>The body of the one request that a call sends, as it went over the wire.</summary>
    public async Task<Body> BodyOfAsync(Func<FetchHiveClient, Task> call) => Assert.Single(await BodiesOfAsync(call));

    /// <summary>The bodies of all requests that a call sends.</summary>
    public async Task<IReadOnlyList<Body>> BodiesOfAsync(Func<FetchHiveClient, Task> call)
    {
        _emulator!.ClearRequests();
        await call(Client);
        return [.. _emulator.Requests.Select(request => new Body(JsonDocument.Parse(request.BodyBytes).RootElement, request.BodyText))];
    }

    /// <summary>The exception that a call throws before anything is sent.</summary>
    public async Task<TException> RefusalOfAsync<TException>(Func<FetchHiveClient, Task> call)
        where TException : Exception
    {
        _emulator!.ClearRequests();

        // Not awaited inside, because the call itself must throw, not its task.
        Exception? thrown = Record.Exception(() => { _ = call(Client); });
        await Task.Yield();
        Assert.Empty(_emulator.Requests);
        return Assert.IsType<TException>(thrown);
    }
}
