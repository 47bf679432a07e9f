using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>One key for each run. The value is the run as JSON. The key expires.</summary>
internal sealed class RedisRunStore(RedisConnection connection) : ICallbackRunStore
{
    private const string Kind = "run";

    // Parsed if there is no such run, so that the response time of a refusal doesn't reveal which runs exist.
    private static readonly string Nobodys = new RememberedRun
    {
        WebhookSecret = new string('x', 64),
        StartedAt = DateTimeOffset.UnixEpoch,
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    }.ToJson();

    public async ValueTask<RememberedRun> RememberAsync(
        string runKey, RememberedRun run, TimeSpan retention, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisKey key = connection.Key(Kind, runKey);
        string json = run.ToJson();
        while (true)
        {
            Task<bool> setting = database.StringSetAsync(key, json, retention, when: When.NotExists);
            if (await setting.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return run;
            }

            // A run never changes, so reading it afterwards is safe. It may be our own run, if the command was sent again after its first
            // response was lost.
            if (await ReadAsync(database, key, cancellationToken).ConfigureAwait(false) is { } first)
            {
                return first;
            }

            // The run expired between the two commands.
        }
    }

    public async ValueTask<RememberedRun?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(database, connection.Key(Kind, runKey), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<RememberedRun?> ReadAsync(IDatabase database, RedisKey key, CancellationToken cancellationToken)
    {
        string? json = await database
            .StringGetAsync(key, CommandFlags.DemandMaster)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        RememberedRun run = RememberedRun.FromJson(json ?? Nobodys);
        return json is null ? null : run;
    }
}
