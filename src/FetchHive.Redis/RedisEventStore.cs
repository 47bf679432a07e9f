using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>One key for each event: <c>claimed {owner}</c> while it is being handled, then <c>done</c>. Both expire.</summary>
internal sealed class RedisEventStore(RedisConnection connection) : ICallbackEventStore
{
    private const string Kind = "event";
    private const string Done = "done";

    // An event that another owner has claimed by now must not be changed. So the check and the change are one atomic step.
    private const string Complete = """
        local value = redis.call('GET', KEYS[1])
        if value == false or value == ARGV[1] then
          redis.call('SET', KEYS[1], 'done', 'PX', ARGV[2])
          return 1
        end
        return 0
        """;

    private const string Release = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then
          return redis.call('DEL', KEYS[1])
        end
        return 0
        """;

    private const string Renew = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then
          return redis.call('PEXPIRE', KEYS[1], ARGV[2])
        end
        return 0
        """;

    public async ValueTask<CallbackClaim> ClaimAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisKey key = connection.Key(Kind, eventKey);
        RedisValue mine = Mine(owner);
        while (true)
        {
            if (await database.StringSetAsync(key, mine, lease, when: When.NotExists).WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return CallbackClaim.Claimed;
            }

            RedisValue value = await database
                .StringGetAsync(key, CommandFlags.DemandMaster)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            if (!value.IsNull)
            {
                // The claim may be our own, if the command was sent again after its first response was lost.
                return value == Done ? CallbackClaim.Done : value == mine ? CallbackClaim.Claimed : CallbackClaim.Busy;
            }

            // The claim ended between the two commands.
        }
    }

    public ValueTask<bool> RenewAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        EvaluateAsync(Renew, eventKey, owner, lease, cancellationToken);

    public ValueTask<bool> CompleteAsync(string eventKey, string owner, TimeSpan retention, CancellationToken cancellationToken) =>
        EvaluateAsync(Complete, eventKey, owner, retention, cancellationToken);

    public async ValueTask ReleaseAsync(string eventKey, string owner, CancellationToken cancellationToken) =>
        await EvaluateAsync(Release, eventKey, owner, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);

    private static RedisValue Mine(string owner) => "claimed " + owner;

    private async ValueTask<bool> EvaluateAsync(
        string script, string eventKey, string owner, TimeSpan time, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisResult result = await database
            .ScriptEvaluateAsync(script, [connection.Key(Kind, eventKey)], [Mine(owner), (long)time.TotalMilliseconds])
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return (long)result == 1;
    }
}
