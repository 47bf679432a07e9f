using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace FetchHive.Redis;

/// <summary>
/// One key for each result, and a message on a channel of the same name when the result is stored. Messages can be lost (while a connection
/// is down, or before the subscription). So the key is read once the subscription is active, after each message, and at intervals.
/// </summary>
internal sealed partial class RedisResultStore(RedisConnection connection, TimeProvider time, ILoggerFactory loggers) : ICallbackResultStore
{
    private const string Kind = "result";

    private static readonly TimeSpan NowAndThen = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = loggers.CreateLogger("FetchHive.Callbacks");

    public bool IsShared => true;

    public async ValueTask KeepAsync(string runKey, ReadOnlyMemory<byte> body, TimeSpan retention, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        string key = connection.Key(Kind, runKey);
        // Copied: if the wait is cancelled, the command is still sent, and by then the memory may have been reused.
        byte[] copy = body.ToArray();
        await database.StringSetAsync(key, copy, retention).WaitAsync(cancellationToken).ConfigureAwait(false);
        await database.PublishAsync(RedisChannel.Literal(key), RedisValue.EmptyString).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(string runKey, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        RedisValue body = await database
            .StringGetAsync(connection.Key(Kind, runKey), CommandFlags.DemandMaster)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        // The cast is needed: a null of a byte array would be an empty body.
        return body.IsNull ? (ReadOnlyMemory<byte>?)null : (byte[])body!;
    }

    public async Task<ReadOnlyMemory<byte>> WaitAsync(string runKey, CancellationToken cancellationToken)
    {
        bool isAway = false;
        while (true)
        {
            try
            {
                return await ListenAsync(connection.Key(Kind, runKey), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
                when (!connection.IsDisposed && exception is RedisException or TimeoutException or ObjectDisposedException)
            {
                // A long wait survives a restart of the server. It ends with the application or with its own timeout.
                cancellationToken.ThrowIfCancellationRequested();
                if (!isAway)
                {
                    isAway = true;
                    Away(_logger, runKey, exception);
                }
            }

            await Task.Delay(BeforeNextTry, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ListenAsync(string key, CancellationToken cancellationToken)
    {
        IDatabase database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
        ISubscriber subscriber = await connection.SubscriberAsync(cancellationToken).ConfigureAwait(false);
        ChannelMessageQueue messages = await subscriber
            .SubscribeAsync(RedisChannel.Literal(key))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        try
        {
            while (true)
            {
                RedisValue body = await database
                    .StringGetAsync(key, CommandFlags.DemandMaster)
                    .WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
                if (!body.IsNull)
                {
                    return (byte[])body!;
                }

                await MessageOrTimeAsync(messages, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await LeaveAsync(messages).ConfigureAwait(false);
        }
    }

    private async Task MessageOrTimeAsync(ChannelMessageQueue messages, CancellationToken cancellationToken)
    {
        using CancellationTokenSource enough = new(NowAndThen, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            await messages.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    private static async Task LeaveAsync(ChannelMessageQueue messages)
    {
        try
        {
            await messages.UnsubscribeAsync(CommandFlags.FireAndForget).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            // The subscription was lost with the connection.
        }
    }

    [LoggerMessage(60, LogLevel.Warning, "Redis can't be reached while waiting for the result {Run}. The wait tries again until its own "
        + "timeout has passed.")]
    private static partial void Away(ILogger logger, string run, Exception exception);
}
