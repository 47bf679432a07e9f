using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.NoReflection.Tests;

/// <summary>An emulator and a client of it, for the tests of one class.</summary>
public sealed class Hive : IAsyncLifetime
{
    /// <summary>The deployment of all interfaces in these tests.</summary>
    public const string Deployment = "reader";

    /// <summary>The variant of all interfaces in these tests.</summary>
    public const string Variant = "test";

    /// <summary>The request id of every response that <see cref="RespondNext"/> scripts.</summary>
    public const string RequestId = "req_019d52846ea37682b03522fd0695cc43";

    private FetchHiveEmulator? _emulator;
    private FetchHiveClient? _client;

    public FetchHiveEmulator Emulator => _emulator ?? throw new InvalidOperationException("The emulator has not started.");

    public FetchHiveClient Client => _client ?? throw new InvalidOperationException("The client has not been made.");

    public static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await FetchHiveEmulator.StartAsync(hive => hive.Deploy(Deployment, Variant, start => start.Returns("ok")));
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

    /// <summary>Scripts the response to the next call.</summary>
    /// <param name="output">The output as JSON.</param>
    public void RespondNext(string output) =>
        Emulator.RespondNext(200, $$"""{"request_id":"{{RequestId}}","run_status":"completed","output":{{output}}}""");
}

/// <summary>A test class with a separate emulator for each test, so that a response that a failing test leaves over can't affect another
/// test.</summary>
public abstract class HiveTests : IAsyncLifetime
{
    protected Hive Hive { get; } = new();

    public ValueTask InitializeAsync() => Hive.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Hive.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
