using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>
/// One key for each run's secret, and for each deployment a sorted set of the starts that are under way, by the time in milliseconds after which they count no more. The clocks of the
/// instances only matter for starts whose process died.
/// </summary>
internal sealed class RedisSecretStore(RedisConnection connection, TimeProvider time) : ICallbackSecretStore
{
    private const string SecretKind = "secret";
    private const string StartsKind = "starts";

    public async ValueTask<string> RememberAsync(string runKey, string secret, TimeSpan retention, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisKey key = connection.Key(SecretKind, runKey);
        while (true)
        {
            Task<bool> setting = database.StringSetAsync(key, secret, retention, when: When.NotExists);
            if (await setting.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return secret;
            }

            // It never changes, so there is no harm in looking afterwards. It may be ours, when the command was sent again
            // after its first answer was lost.
            Task<RedisValue> getting = database.StringGetAsync(key, CommandFlags.DemandMaster);
            string? first = await getting.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (first is not null)
            {
                return first;
            }

            // It ended between the two commands.
        }
    }

    public async ValueTask<string?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        return await database.StringGetAsync(connection.Key(SecretKind, runKey), CommandFlags.DemandMaster).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask StartAsync(string deploymentKey, string startId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisKey key = connection.Key(StartsKind, deploymentKey);
        long now = Now();
        // Sent together, in this order.
        Task removed = database.SortedSetRemoveRangeByScoreAsync(key, double.NegativeInfinity, now);
        Task added = database.SortedSetAddAsync(key, startId, now + atMost.TotalMilliseconds);
        Task expires = database.KeyExpireAsync(key, atMost);
        await Task.WhenAll(removed, added, expires).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask EndAsync(string deploymentKey, string startId, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        await database.SortedSetRemoveAsync(connection.Key(StartsKind, deploymentKey), startId).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> IsStartingAsync(string deploymentKey, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        long count = await database
            .SortedSetLengthAsync(connection.Key(StartsKind, deploymentKey), Now(), double.PositiveInfinity, flags: CommandFlags.DemandMaster)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return count > 0;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
