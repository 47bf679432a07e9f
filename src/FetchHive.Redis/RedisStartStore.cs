using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>
/// For each deployment, a sorted set of the starts in progress, ordered by their expiry in milliseconds. The instances' clocks only matter
/// for starts whose process died.
/// </summary>
internal sealed class RedisStartStore(RedisConnection connection, TimeProvider time) : ICallbackStartStore
{
    private const string Kind = "starts";

    public async ValueTask AddAsync(string deploymentKey, string startId, TimeSpan expiry, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisKey key = connection.Key(Kind, deploymentKey);
        long now = Now();
        // Sent together, in this order.
        Task removed = database.SortedSetRemoveRangeByScoreAsync(key, double.NegativeInfinity, now);
        Task added = database.SortedSetAddAsync(key, startId, now + expiry.TotalMilliseconds);
        Task expires = database.KeyExpireAsync(key, expiry);
        await Task.WhenAll(removed, added, expires).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(string deploymentKey, string startId, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        await database
            .SortedSetRemoveAsync(connection.Key(Kind, deploymentKey), startId)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask<bool> AnyAsync(string deploymentKey, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        long count = await database
            .SortedSetLengthAsync(connection.Key(Kind, deploymentKey), Now(), double.PositiveInfinity, flags: CommandFlags.DemandMaster)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return count > 0;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
