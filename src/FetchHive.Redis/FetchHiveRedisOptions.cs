using System;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>Where the shared state of callbacks is stored.</summary>
public sealed class FetchHiveRedisOptions
{
    /// <summary>
    /// The servers, in the format of StackExchange.Redis: <c>redis.example:6379,password=…,ssl=true</c>. The package opens its own
    /// connection on first use. If both this and <see cref="Connection"/> are null, the application's <see cref="IConnectionMultiplexer"/>
    /// service is used.
    /// </summary>
    public string? Configuration { get; set; }

    /// <summary>Returns a connection that the application opens and closes. It takes precedence over <see cref="Configuration"/>.</summary>
    public Func<IServiceProvider, IConnectionMultiplexer>? Connection { get; set; }

    /// <summary>
    /// The prefix of all keys and channels. The default is <c>fetchhive:</c>. Instances that share callbacks need the same prefix.
    /// Different applications on one server need different prefixes.
    /// </summary>
    public string KeyPrefix { get; set; } = "fetchhive:";

    /// <summary>The number of the database. The default is -1: the connection's default database.</summary>
    public int Database { get; set; } = -1;
}
