using System;
using FetchHive.AspNetCore;
using FetchHive.Redis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shares the state of callbacks between all instances of an application, in Redis.</summary>
public static class FetchHiveRedisExtensions
{
    /// <summary>
    /// Stores the state of callbacks on the Redis server of the application's <see cref="StackExchange.Redis.IConnectionMultiplexer"/>
    /// service.
    /// </summary>
    /// <param name="builder">The builder that <c>AddFetchHiveCallbacks</c> returned.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static FetchHiveCallbackBuilder AddRedis(this FetchHiveCallbackBuilder builder) => builder.AddRedis(static _ => { });

    /// <summary>Stores the state of callbacks on a Redis server.</summary>
    /// <param name="builder">The builder that <c>AddFetchHiveCallbacks</c> returned.</param>
    /// <param name="configuration">The servers, in the format of StackExchange.Redis:
    /// <c>redis.example:6379,password=…,ssl=true</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="configuration"/> is null, empty or white space.</exception>
    public static FetchHiveCallbackBuilder AddRedis(this FetchHiveCallbackBuilder builder, string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        return builder.AddRedis(options => options.Configuration = configuration);
    }

    /// <summary>
    /// Stores the state of callbacks on a Redis server: which events were handled, results that may be waited for, and the secrets of runs
    /// of deployments that have no configured secret. Everything expires, as set in <see cref="FetchHiveCallbackOptions"/>. Results and
    /// secrets are stored unencrypted: anyone who can read the server's keys can read them.
    /// </summary>
    /// <param name="builder">The builder that <c>AddFetchHiveCallbacks</c> returned.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FetchHiveCallbackBuilder AddRedis(this FetchHiveCallbackBuilder builder, Action<FetchHiveRedisOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = builder.Services;
        services.Configure(configure);
        services.TryAddSingleton(static p => new RedisConnection(p.GetRequiredService<IOptions<FetchHiveRedisOptions>>().Value, p));
        services.Replace(
            ServiceDescriptor.Singleton<ICallbackEventStore>(static p => new RedisEventStore(p.GetRequiredService<RedisConnection>())));
        services.Replace(ServiceDescriptor.Singleton<ICallbackResultStore>(static p => new RedisResultStore(
            p.GetRequiredService<RedisConnection>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILoggerFactory>())));
        services.Replace(ServiceDescriptor.Singleton<ICallbackRunStore>(static p =>
            new RedisRunStore(p.GetRequiredService<RedisConnection>())));
        services.Replace(ServiceDescriptor.Singleton<ICallbackStartStore>(static p =>
            new RedisStartStore(p.GetRequiredService<RedisConnection>(), p.GetRequiredService<TimeProvider>())));
        return builder;
    }
}
