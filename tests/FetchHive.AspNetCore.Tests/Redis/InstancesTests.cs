using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace FetchHive.AspNetCore.Tests.Redis;

/// <summary>Several instances of one application, with Redis between them.</summary>
public sealed class InstancesTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly string _prefix = Guid.NewGuid().ToString("N") + ":";

    [Fact]
    public async Task The_result_reaches_a_wait_in_another_instance()
    {
        redis.Require();
        await using Receiver starts = await StartAsync(new Service());
        await using Receiver receives = await StartAsync(new Service());
        AcceptedRun<string> run = await starts.StartRunAsync();

        Task<string> waiting = starts.Tracker.WaitAsync(run, Long, Receiver.Token);
        await Task.Delay(200, Receiver.Token);
        Assert.False(waiting.IsCompleted);
        // Verified with the secret that the other instance received.
        Assert.Equal(HttpStatusCode.OK, await receives.DeliverAsync(Receiver.Completed("req_1", "from afar"), Service.Secret));

        Assert.Equal("from afar", await waiting);
        Assert.Equal("from afar", await starts.Tracker.WaitAsync(run, Long, Receiver.Token));
        Assert.Equal("from afar", await receives.Tracker.WaitAsync(run, Long, Receiver.Token));
    }

    [Fact]
    public async Task A_process_without_endpoints_can_wait()
    {
        redis.Require();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        new Service().AddTo(builder.Services);
        builder.Services.AddFetchHiveCallbacks().AddRedis(Options);
        using IHost worker = builder.Build();
        await worker.StartAsync(Receiver.Token);
        await using Receiver web = await StartAsync(new Service());
        AcceptedRun<string> run = await worker.Services.GetRequiredService<IResearchBrief>()
            .StartAsync("bees", web.CallbackUrl, Receiver.Token);

        Task<string> waiting = worker.Services.GetRequiredService<CallbackRunTracker>().WaitAsync(run, Long, Receiver.Token);
        Assert.Equal(HttpStatusCode.OK, await web.DeliverAsync(Receiver.Completed("req_1", "to the worker"), Service.Secret));

        Assert.Equal("to the worker", await waiting);
        await worker.StopAsync(Receiver.Token);
    }

    [Fact]
    public async Task Two_hundred_deliveries_to_two_instances_at_once_are_handled_once()
    {
        redis.Require();
        ConcurrentQueue<string> handled = new();
        async Task HandleAsync(WorkflowCallback<string> callback, CancellationToken cancellationToken)
        {
            await Task.Yield();
            handled.Enqueue(callback.RequestId);
        }

        await using Receiver one = await StartAsync(new Service(), handler: HandleAsync, secret: Receiver.Secret);
        await using Receiver two = await StartAsync(new Service(), handler: HandleAsync, secret: Receiver.Secret);

        HttpStatusCode[] statuses =
            await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? one : two).DeliverAsync(Receiver.Completed("req_1"))));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(["req_1"], handled);
    }

    [Fact]
    public async Task A_delivery_waits_for_the_one_that_another_instance_handles()
    {
        redis.Require();
        Gate gate = new();
        await using Receiver one = await StartAsync(new Service(), handler: (_, _) => gate.PassAsync(), secret: Receiver.Secret);
        await using Receiver two = await StartAsync(new Service(), handler: (_, _) => gate.PassAsync(), secret: Receiver.Secret);

        Task<HttpStatusCode> first = one.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);
        Task<HttpStatusCode> second = two.DeliverAsync(Receiver.Completed("req_1"));
        await Task.Delay(200, Receiver.Token);
        Assert.False(second.IsCompleted);
        gate.Open();

        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public async Task A_handler_that_takes_longer_than_its_lease_keeps_its_claim()
    {
        redis.Require();
        Gate gate = new();
        await using Receiver one =
            await StartAsync(new Service(), handler: (_, _) => gate.PassAsync(), secret: Receiver.Secret, lease: TimeSpan.FromSeconds(3));
        Task<HttpStatusCode> first = one.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);
        await Task.Delay(TimeSpan.FromSeconds(6.5), Receiver.Token);

        Task<HttpStatusCode> second = one.DeliverAsync(Receiver.Completed("req_1"));
        await Task.Delay(200, Receiver.Token);
        Assert.False(second.IsCompleted);
        gate.Open();

        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public async Task An_application_that_was_restarted_between_start_and_callback_loses_nothing()
    {
        redis.Require();
        string requestId;
        await using (Receiver first = await StartAsync(new Service()))
        {
            requestId = (await first.StartRunAsync()).RequestId;
        }

        ConcurrentQueue<string> handled = new();
        await using Receiver second = await StartAsync(new Service(), handler: (callback, _) =>
        {
            handled.Enqueue(callback.GetOutput());
            return Task.CompletedTask;
        });
        // No secret is configured: the secret from the start outlived the process that received it.
        Assert.Equal(HttpStatusCode.OK, await second.DeliverAsync(Receiver.Completed(requestId, "still there"), Service.Secret));

        Assert.Equal("still there", await second.Tracker.WaitAsync(IResearchBrief.StartCallback, requestId, Long, Receiver.Token));
        Assert.Equal(["still there"], handled);

        // The record of handled events outlives the process that handled them.
        await using Receiver third =
            await StartAsync(new Service(), handler: (_, _) => throw new InvalidOperationException("handled twice"));
        Assert.Equal(HttpStatusCode.OK, await third.DeliverAsync(Receiver.Completed(requestId, "still there"), Service.Secret));
    }

    [Fact]
    public async Task An_event_that_a_dead_process_had_claimed_is_handled_by_the_next_delivery_after_the_lease()
    {
        redis.Require();
        // A process that dies with a claim leaves a claim that nobody renews.
        await using Receiver app = await StartAsync(new Service(), handler: (_, _) => Task.CompletedTask, secret: Receiver.Secret);
        ICallbackEventStore store = app.App.Services.GetRequiredService<ICallbackEventStore>();
        string key = CallbackKeys.Event("research-brief", "req_1", completed: true, Receiver.Path);
        Assert.Equal(CallbackClaim.Claimed, await store.ClaimAsync(key, "died", TimeSpan.FromSeconds(1), Receiver.Token));

        Assert.Equal(HttpStatusCode.OK, await app.DeliverAsync(Receiver.Completed("req_1")));
        Assert.True(app.Logs.Has(30), app.Logs.Text);
    }

    [Fact]
    public async Task A_callback_before_the_starts_response_is_held_by_another_instance()
    {
        redis.Require();
        Service service = new();
        await using Receiver starts = await StartAsync(service);
        await using Receiver receives = await StartAsync(new Service());
        Task<HttpStatusCode>? delivery = null;
        service.BeforeResponse = async (id, cancellationToken) =>
        {
            delivery = receives.DeliverAsync(Receiver.Completed(id, "early"), Service.Secret);
            await Task.Delay(300, cancellationToken);
            Assert.False(delivery.IsCompleted);
        };

        AcceptedRun<string> run = await starts.StartRunAsync();

        Assert.Equal(HttpStatusCode.OK, await delivery!);
        Assert.Equal("early", await starts.Tracker.WaitAsync(run, Long, Receiver.Token));
        // No start is under way any more, so nothing else is held.
        ICallbackStartStore underWay = starts.App.Services.GetRequiredService<ICallbackStartStore>();
        Assert.False(await underWay.AnyAsync(CallbackKeys.Deployment("research-brief"), Receiver.Token));
    }

    [Fact]
    public async Task The_first_of_two_secrets_for_one_run_stays_whichever_instance_received_it()
    {
        redis.Require();
        await using Receiver first = await StartAsync(new Service());
        await using Receiver second = await StartAsync(new Service());
        ICallbackRunStore one = first.App.Services.GetRequiredService<ICallbackRunStore>();
        ICallbackRunStore other = second.App.Services.GetRequiredService<ICallbackRunStore>();
        RememberedRun mine = new() { WebhookSecret = "mine", Workspace = "Ünion 😀 1" };
        RememberedRun theirs = new() { WebhookSecret = "theirs" };

        foreach (RememberedRun? kept in new[]
        {
            await one.RememberAsync("run", mine, Long, Receiver.Token),
            await other.RememberAsync("run", theirs, Long, Receiver.Token),
            await one.RememberAsync("run", mine, Long, Receiver.Token),
            await other.FindAsync("run", Receiver.Token),
        })
        {
            Assert.Equal(("mine", "Ünion 😀 1"), (kept?.WebhookSecret, kept?.Workspace));
        }

        Assert.Null(await one.FindAsync("another run", Receiver.Token));
    }

    [Fact]
    public async Task Every_key_has_the_prefix_and_expires()
    {
        redis.Require();
        await using Receiver app = await StartAsync(new Service());
        await app.StartRunAsync();
        Assert.Equal(HttpStatusCode.OK, await app.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
        await app.App.Services.GetRequiredService<ICallbackStartStore>().AddAsync("research-brief", "under way", Long, Receiver.Token);

        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis.Configuration);
        IDatabase database = connection.GetDatabase();
        string[] keys = [.. connection.GetServers().Single().Keys(pattern: _prefix + "*").Select(key => key.ToString()[_prefix.Length..])
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "event:research-brief/req_1/completed/callbacks%2Fresearch-brief",
                "result:research-brief/req_1",
                "run:research-brief/req_1",
                "starts:research-brief",
            ],
            keys);
        foreach (string key in keys)
        {
            Assert.NotNull(await database.KeyTimeToLiveAsync(_prefix + key));
        }
    }

    [Fact]
    public async Task The_applications_own_connection_is_used_and_left_open()
    {
        redis.Require();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis.Configuration);
        foreach (Action<FetchHiveCallbackBuilder> use in new Action<FetchHiveCallbackBuilder>[]
        {
            builder => builder.AddRedis(),
            builder => builder.AddRedis(options =>
            {
                options.Connection = _ => connection;
                options.Configuration = "nowhere:1";
            }),
        })
        {
            ServiceCollection services = new();
            services.AddSingleton<IConnectionMultiplexer>(_ => connection);
            use(services.AddFetchHiveCallbacks());
            ServiceProvider provider = services.BuildServiceProvider();
            Assert.Equal(CallbackClaim.Claimed, await provider.GetRequiredService<ICallbackEventStore>().ClaimAsync(Guid.NewGuid()
                .ToString("N"), "me", Long, Receiver.Token));
        }

        Assert.True(connection.IsConnected);
    }

    [Fact]
    public void Without_a_server_to_connect_to_the_error_says_what_to_set()
    {
        using ServiceProvider provider = new ServiceCollection().AddFetchHiveCallbacks().AddRedis().Services.BuildServiceProvider();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ICallbackEventStore>);

        Assert.StartsWith("AddRedis has no server to connect to. Set FetchHiveRedisOptions.Configuration", exception.Message,
            StringComparison.Ordinal);
    }

    private void Options(FetchHive.Redis.FetchHiveRedisOptions options)
    {
        options.Configuration = redis.Configuration;
        options.KeyPrefix = _prefix;
    }

    private Task<Receiver> StartAsync(Service service, Func<WorkflowCallback<string>, CancellationToken, Task>? handler = null,
        string? secret = null, TimeSpan? lease = null) => Starter.StartAsync(
        service,
        options =>
        {
            options.HoldTime = Long;
            options.HandlingLease = lease ?? options.HandlingLease;
            if (secret is not null)
            {
                options.Secrets["research-brief"] = [secret];
            }
        },
        handler,
        builder => builder.AddRedis(Options));
}
