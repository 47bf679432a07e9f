using System;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>
/// The connection that the stores share. It is opened on first use. It is closed on disposal, unless the application owns it.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable, IDisposable
{
    private readonly FetchHiveRedisOptions _options;
    private readonly object _lock = new();
    private readonly IConnectionMultiplexer? _others;
    private Task<ConnectionMultiplexer>? _opening;

    public RedisConnection(FetchHiveRedisOptions options, IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options.KeyPrefix);
        _options = options;
        if (options.Connection is not null)
        {
            _others = options.Connection(provider) ?? throw new InvalidOperationException(
                "FetchHiveRedisOptions.Connection returned null. It must return an open connection.");
        }
        else if (string.IsNullOrWhiteSpace(options.Configuration))
        {
            _others = provider.GetService(typeof(IConnectionMultiplexer)) as IConnectionMultiplexer ?? throw new InvalidOperationException(
                "AddRedis has no server to connect to. Set FetchHiveRedisOptions.Configuration, such as \"localhost:6379\", or register "
                    + "an IConnectionMultiplexer as a service.");
        }
    }

    public string Key(string kind, string key) => $"{_options.KeyPrefix}{kind}:{key}";

    public async ValueTask<IDatabase> DatabaseAsync(CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken).ConfigureAwait(false)).GetDatabase(_options.Database);

    public async ValueTask<ISubscriber> SubscriberAsync(CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken).ConfigureAwait(false)).GetSubscriber();

    /// <summary>Whether this was disposed. A failure after that is final.</summary>
    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        if (End() is { } opening)
        {
            // Connecting can't be cancelled. It ends on its own.
            opening.ContinueWith(
                static task => task.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (End() is { IsCompletedSuccessfully: true } opened)
        {
            await (await opened.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            Dispose();
        }
    }

    private async ValueTask<IConnectionMultiplexer> OpenAsync(CancellationToken cancellationToken)
    {
        Task<ConnectionMultiplexer> opening;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            if (_others is not null)
            {
                return _others;
            }

            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
            {
                ConfigurationOptions configuration = ConfigurationOptions.Parse(_options.Configuration!);
                // If the server is unreachable, the connection is made when it is back. Until then, the stores throw, and callbacks are
                // answered with 503.
                configuration.AbortOnConnectFail = false;
                _opening = ConnectionMultiplexer.ConnectAsync(configuration);
            }

            opening = _opening;
        }

        // If a caller stops waiting, the connection is still opened for the others. There is never a second connection.
        return opening.IsCompletedSuccessfully
            ? await opening.ConfigureAwait(false)
            : await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<ConnectionMultiplexer>? End()
    {
        lock (_lock)
        {
            IsDisposed = true;
            return _opening;
        }
    }
}
