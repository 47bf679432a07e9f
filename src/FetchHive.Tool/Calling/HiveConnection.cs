using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Calling;

/// <summary>A client of the service, or of an emulator in this process.</summary>
internal sealed class HiveConnection : IAsyncDisposable
{
    private const string KeyVariable = "FETCH_HIVE_API_KEY";

    // The address is the same in every round of a batch, because a journal belongs to one address. The emulator listens on any free port,
    // so connections are redirected to it.
    private static readonly Uri EmulatorAddress = new("http://localhost/v1");

    private readonly FetchHiveEmulator? _emulator;
    private readonly HttpClient? _http;

    private HiveConnection(FetchHiveClient client, string name, FetchHiveEmulator? emulator = null, HttpClient? http = null)
    {
        Client = client;
        Name = name;
        _emulator = emulator;
        _http = http;
    }

    public FetchHiveClient Client { get; }

    /// <summary>The service or emulator that is called, for messages.</summary>
    public string Name { get; }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="CommandException">The key is missing, the address isn't allowed, or the emulator can't serve the
    /// snippet.</exception>
    public static async Task<HiveConnection> OpenAsync(
        CallSettings settings, SnippetOnDisk snippet, int? maxConcurrency, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return settings.IsEmulator
                ? await OpenEmulatorAsync(settings, snippet, maxConcurrency, cancellationToken).ConfigureAwait(false)
                : OpenService(settings, maxConcurrency, terminal);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException or IOException)
        {
            throw new CommandException(FailureMessages.Of(exception), innerException: exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _http?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static HiveConnection OpenService(CallSettings settings, int? maxConcurrency, Terminal terminal)
    {
        string? key = terminal.Environment(KeyVariable);
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new CommandException(
                $"The environment variable {KeyVariable} isn't set. Set it to the workspace's API key, or add --emulator to try it "
                + "without the service.");
        }

        FetchHiveOptions options = new() { ApiKey = key, Timeout = settings.Timeout, MaxConcurrency = maxConcurrency };
        if (settings.Address is { } address)
        {
            options.BaseAddress = address;
        }

        return new HiveConnection(new FetchHiveClient(options), options.BaseAddress.Host);
    }

    private static async Task<HiveConnection> OpenEmulatorAsync(
        CallSettings settings, SnippetOnDisk snippet, int? maxConcurrency, CancellationToken cancellationToken)
    {
        FetchHiveEmulator emulator = await FetchHiveEmulator.StartAsync(
            hive => hive.DeploySnippet(snippet.Path), cancellationToken).ConfigureAwait(false);
        HttpClient http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = async (_, token) => await ConnectAsync(emulator.BaseAddress, token).ConfigureAwait(false),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        FetchHiveOptions options = new()
        {
            ApiKey = emulator.ApiKey,
            BaseAddress = EmulatorAddress,
            Timeout = settings.Timeout,
            MaxConcurrency = maxConcurrency,
        };
        return new HiveConnection(new FetchHiveClient(http, options), "the emulator", emulator, http);
    }

    private static async ValueTask<Stream> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
