using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace FetchHive.AspNetCore.Tests.Redis;

/// <summary>What happens to claims, connections and waits that nobody waits for any more.</summary>
public sealed class GivenUpTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private readonly string _prefix = Guid.NewGuid().ToString("N") + ":";

    [Fact]
    public async Task A_claim_that_Redis_made_after_the_sender_had_gone_is_released()
    {
        redis.Require();
        int handled = 0;
        await using Receiver app = await Starter.StartAsync(
            new Service(),
            options =>
            {
                options.Secrets["research-brief"] = [Receiver.Secret];
                options.HandlingLease = TimeSpan.FromHours(1);
                options.DuplicateWait = TimeSpan.Zero;
            },
            (_, _) =>
            {
                Interlocked.Increment(ref handled);
                return Task.CompletedTask;
            },
            builder => builder.AddRedis(Options));
        Assert.Equal(HttpStatusCode.OK, await app.DeliverAsync(Receiver.Completed("req_0")));
        await using ConnectionMultiplexer own = await ConnectionMultiplexer.ConnectAsync(redis.Configuration);

        // The server accepts commands, and executes them when the pause is over.
        await own.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "1500", "ALL");
        using (CancellationTokenSource gone = new(TimeSpan.FromMilliseconds(300)))
        {
            using HttpRequestMessage request = new(HttpMethod.Post, Receiver.Path);
            request.Content = new ByteArrayContent(Receiver.Completed("req_1"));
            request.Headers.Add(CallbackSignature.HeaderName, CallbackSignature.Sign(Receiver.Completed("req_1"), Receiver.Secret));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Client.SendAsync(request, gone.Token));
        }

        // The server executes commands in order, so this ends after the commands that it accepted before.
        await own.GetDatabase().PingAsync();
        Assert.Equal(HttpStatusCode.OK, await app.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(2, handled);
    }

    [Fact]
    public async Task There_is_one_connection_however_many_callers_give_up_and_none_after_disposal()
    {
        redis.Require();
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        int port = ((IPEndPoint)silent.LocalEndpoint).Port;
        List<TcpClient> accepted = [];
        ServiceProvider provider = new ServiceCollection()
            .AddFetchHiveCallbacks()
            .AddRedis($"127.0.0.1:{port},{redis.Configuration},connectTimeout=1000,asyncTimeout=1000,name={_prefix}")
            .Services.BuildServiceProvider();
        ICallbackEventStore store = provider.GetRequiredService<ICallbackEventStore>();

        for (int i = 0; i < 10; i++)
        {
            using CancellationTokenSource gone = new(TimeSpan.FromMilliseconds(50));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                store.ClaimAsync(_prefix, "me", TimeSpan.FromMinutes(1), gone.Token).AsTask());
        }

        while (silent.Pending())
        {
            accepted.Add(await silent.AcceptTcpClientAsync(Receiver.Token));
        }

        // A connection has at most two sockets: one for commands and one for subscriptions.
        Assert.InRange(accepted.Count, 1, 2);
        accepted.ForEach(client => client.Dispose());
        silent.Stop();
        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync(_prefix, "me", TimeSpan.FromMinutes(1), Receiver.Token));
        Assert.InRange(await ConnectionsAsync(), 1, 2);

        await provider.DisposeAsync();
        while (await ConnectionsAsync() > 0)
        {
            await Task.Delay(50, Receiver.Token);
        }
    }

    [Fact]
    public async Task A_connection_that_is_still_being_opened_at_disposal_is_closed_once_it_is_open()
    {
        redis.Require();
        ServiceProvider provider = new ServiceCollection()
            .AddFetchHiveCallbacks()
            .AddRedis($"{redis.Configuration},name={_prefix}")
            .Services.BuildServiceProvider();
        ICallbackEventStore store = provider.GetRequiredService<ICallbackEventStore>();
        ValueTask<CallbackClaim> claim = store.ClaimAsync(_prefix, "me", TimeSpan.FromMinutes(1), Receiver.Token);

        await provider.DisposeAsync();
        try
        {
            await claim;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or RedisException)
        {
            // Both exceptions are fine, because the claim was under way.
        }

        while (await ConnectionsAsync() > 0)
        {
            await Task.Delay(50, Receiver.Token);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ClaimAsync(_prefix, "me", TimeSpan.FromMinutes(1), Receiver.Token)
            .AsTask());
    }

    [Fact]
    public async Task A_wait_ends_with_the_application()
    {
        redis.Require();
        Receiver app = await Starter.StartAsync(new Service(), stores: builder => builder.AddRedis(Options));
        Task<string> waiting = app.Tracker.WaitAsync(
            IResearchBrief.StartCallback, "req_x", Timeout.InfiniteTimeSpan, CancellationToken.None);
        ICallbackResultStore store = app.App.Services.GetRequiredService<ICallbackResultStore>();
        Task<ReadOnlyMemory<byte>> inner = store.WaitAsync("req_x", CancellationToken.None);
        await Task.Delay(300, Receiver.Token);
        Assert.False(waiting.IsCompleted || inner.IsCompleted);

        await app.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<Exception>(() => inner.WaitAsync(Receiver.Token));
        Assert.True(inner.IsFaulted);
    }

    [Fact]
    public async Task A_look_finds_what_another_instance_received()
    {
        redis.Require();
        await using Receiver one = await Starter.StartAsync(new Service(), stores: builder => builder.AddRedis(Options));
        await using Receiver two = await Starter.StartAsync(new Service(), stores: builder => builder.AddRedis(Options));
        AcceptedRun<string> run = await one.StartRunAsync();

        Assert.Null(await one.Tracker.TryGetResultAsync(run, Receiver.Token));
        Assert.Equal(HttpStatusCode.OK, await two.DeliverAsync(Receiver.Completed(run.RequestId, "from afar"), Service.Secret));

        Assert.Equal("from afar", (await one.Tracker.TryGetResultAsync(run, Receiver.Token))?.GetOutput());
        Assert.Equal("from afar", await one.Tracker.WaitAsync(run, TimeSpan.Zero, Receiver.Token));
    }

    private void Options(FetchHive.Redis.FetchHiveRedisOptions options)
    {
        options.Configuration = redis.Configuration;
        options.KeyPrefix = _prefix;
    }

    private async Task<int> ConnectionsAsync()
    {
        await using ConnectionMultiplexer own = await ConnectionMultiplexer.ConnectAsync(redis.Configuration);
        return (await own.GetServers().Single().ClientListAsync()).Count(client => client.Name == _prefix);
    }
}
