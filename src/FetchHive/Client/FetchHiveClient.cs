using System;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace FetchHive;

/// <summary>
/// Sends calls to one Fetch Hive workspace. It is thread-safe: create one and share it. Pass it to the <c>Create</c> method of your
/// annotated interfaces.
/// </summary>
public sealed partial class FetchHiveClient : IDisposable
{
    private readonly RequestChannel _channel;
    private volatile bool _isDisposed;

    /// <summary>Creates a client that owns its connections.</summary>
    /// <param name="options">The settings; null for the defaults and the key from <c>FETCH_HIVE_API_KEY</c>. They are copied.</param>
    /// <param name="loggerFactory">Creates the client's logger, of the category <c>FetchHive</c>; null for no logging. Logs never contain a
    /// key, an input or an output.</param>
    /// <exception cref="InvalidOperationException">The API key is missing, or an option is out of range; the message names it.</exception>
    public FetchHiveClient(FetchHiveOptions? options = null, ILoggerFactory? loggerFactory = null)
        : this(Settings(options), static settings => RequestChannel.Own(settings.Endpoint), loggerFactory)
    {
    }

    /// <summary>
    /// Creates a client that sends through your own <see cref="HttpClient"/>, which is neither changed nor disposed. Its
    /// <see cref="HttpClient.BaseAddress"/> isn't used. Its <see cref="HttpClient.Timeout"/> applies in addition to
    /// <see cref="FetchHiveOptions.Timeout"/>, so set it to infinite.
    /// </summary>
    /// <param name="httpClient">The HttpClient.</param>
    /// <param name="options">The settings; null for the defaults and the key from <c>FETCH_HIVE_API_KEY</c>. They are copied.</param>
    /// <param name="loggerFactory">Creates the client's logger, of the category <c>FetchHive</c>; null for no logging. Logs never contain a
    /// key, an input or an output.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The API key is missing, or an option is out of range; the message names it.</exception>
    public FetchHiveClient(HttpClient httpClient, FetchHiveOptions? options = null, ILoggerFactory? loggerFactory = null)
        : this(Settings(options), _ => RequestChannel.Of(NotNull(httpClient)), loggerFactory)
    {
    }

    internal FetchHiveClient(
        ClientSettings settings,
        Func<ClientSettings, RequestChannel> open,
        ILoggerFactory? loggerFactory,
        CallbackRunObservers? observers = null)
    {
        _channel = open(settings);
        Sender = new WorkflowSender(settings, _channel, new CallLog(loggerFactory)) { Observers = observers };
    }

    internal WorkflowSender Sender { get; }

    /// <summary>
    /// Closes the connections that the client owns; those of your own HttpClient stay open. Calls in flight may fail. Calls that wait for a
    /// slot fail.
    /// </summary>
    public void Dispose()
    {
        _isDisposed = true;
        Sender.Dispose();
        _channel.Dispose();
    }

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    private static ClientSettings Settings(FetchHiveOptions? options) =>
        ClientSettings.Create(
            options ?? new FetchHiveOptions(), workspace: null, Environment.GetEnvironmentVariable(OptionsRules.EnvironmentVariable));

    private static HttpClient NotNull(HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        return httpClient;
    }
}
