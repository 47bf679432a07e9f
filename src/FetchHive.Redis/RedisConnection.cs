using System;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>The connection that the stores share: opened on first use, and closed if it is ours.</summary>
internal sealed class RedisConnection : IAsyncDisposable, IDisposable
{
    private readonly FetchHiveRedisOptions _options;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly IConnectionMultiplexer? _others;
    private ConnectionMultiplexer? _own;

    public RedisConnection(FetchHiveRedisOptions options, IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options.KeyPrefix);
        _options = options;
        if (options.Connection is not null)
        {
            _others = options.Connection(provider) ?? throw new InvalidOperationException("FetchHiveRedisOptions.Connection gave null. Let it give an open connection.");
        }
        else if (string.IsNullOrWhiteSpace(options.Configuration))
        {
            _others = provider.GetService(typeof(IConnectionMultiplexer)) as IConnectionMultiplexer ?? throw new InvalidOperationException(
                "UseRedis has no server to connect to. Set FetchHiveRedisOptions.Configuration, such as \"localhost:6379\", or register an IConnectionMultiplexer as a service.");
        }
    }

    public string Key(string kind, string key) => $"{_options.KeyPrefix}{kind}:{key}";

    public async ValueTask<IDatabase> DatabaseAsync(CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken).ConfigureAwait(false)).GetDatabase(_options.Database);

    public async ValueTask<ISubscriber> SubscriberAsync(CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken).ConfigureAwait(false)).GetSubscriber();

    public void Dispose()
    {
        _own?.Dispose();
        _opening.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync().ConfigureAwait(false);
        }

        _opening.Dispose();
    }

    private async ValueTask<IConnectionMultiplexer> OpenAsync(CancellationToken cancellationToken)
    {
        if ((_others ?? _own) is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_own is null)
            {
                ConfigurationOptions configuration = ConfigurationOptions.Parse(_options.Configuration!);
                // A server that is away for a while is connected to when it is back; meanwhile the stores throw, and callbacks are answered with 503.
                configuration.AbortOnConnectFail = false;
                _own = await ConnectionMultiplexer.ConnectAsync(configuration).WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return _own;
        }
        finally
        {
            _opening.Release();
        }
    }
}
