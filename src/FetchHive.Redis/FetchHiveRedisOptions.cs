using System;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>Where the shared memory of callbacks is.</summary>
public sealed class FetchHiveRedisOptions
{
    /// <summary>
    /// The servers, as StackExchange.Redis writes them: <c>redis.example:6379,password=…,ssl=true</c>. A connection of our own is opened on
    /// first use. When it is null, and so is <see cref="Connection"/>, the application's <see cref="IConnectionMultiplexer"/> service is
    /// used.
    /// </summary>
    public string? Configuration { get; set; }

    /// <summary>Gives a connection that somebody else opens and closes. It counts before <see cref="Configuration"/>.</summary>
    public Func<IServiceProvider, IConnectionMultiplexer>? Connection { get; set; }

    /// <summary>
    /// What all keys and channels begin with. The default is <c>fetchhive:</c>. Instances that share callbacks need the same; applications
    /// that don't, and use one server, need different ones.
    /// </summary>
    public string KeyPrefix { get; set; } = "fetchhive:";

    /// <summary>The database's number; -1, the default, is the connection's own.</summary>
    public int Database { get; set; } = -1;
}
