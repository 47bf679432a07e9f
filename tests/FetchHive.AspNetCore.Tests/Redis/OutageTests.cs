using System;
using System.Net;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests.Redis;

/// <summary>What happens while Redis is unavailable. Uses its own server, because the tests end it.</summary>
public sealed class OutageTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task Nothing_is_acknowledged_while_Redis_is_down_and_a_wait_continues_when_it_is_back()
    {
        redis.Require();
        int handled = 0;
        await using Receiver app = await Starter.StartAsync(
            new Service(),
            options => options.Secrets["research-brief"] = [Receiver.Secret],
            (_, _) =>
            {
                handled++;
                return Task.CompletedTask;
            },
            builder => builder.AddRedis(options => options.Configuration = redis.Configuration
                + ",syncTimeout=1000,asyncTimeout=1000,connectTimeout=1000"));
        AcceptedRun<string> run = await app.StartRunAsync();
        Task<string> waiting = app.Tracker.WaitAsync(run, TimeSpan.FromMinutes(2), Receiver.Token);
        await Task.Delay(200, Receiver.Token);

        redis.End();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.DeliverAsync(Receiver.Completed("req_1", "at last")));
        Assert.Equal(0, handled);

        await redis.RestartAsync();
        HttpStatusCode status;
        while ((status = await app.DeliverAsync(Receiver.Completed("req_1", "at last"))) == HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(200, Receiver.Token);
        }

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, handled);
        Assert.Equal("at last", await waiting);
    }
}
