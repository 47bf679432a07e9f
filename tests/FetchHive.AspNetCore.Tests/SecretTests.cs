using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Secrets that aren't configured: those from the responses to starts.</summary>
public sealed class SecretTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_secret_that_came_with_the_start_verifies_that_runs_callback_and_no_others()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1"), "another"));
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_99"), Service.Secret));
        Assert.Equal(HttpStatusCode.Unauthorized,
            await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret, Starter.ProfilePath));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1", "verified"), Service.Secret));

        Assert.Equal("verified", await receiver.Tracker.WaitAsync(run, Long, Receiver.Token));
    }

    [Fact]
    public async Task If_secrets_are_configured_only_those_count()
    {
        await using Receiver receiver =
            await Starter.StartAsync(new Service(), options => options.Secrets["research-brief"] = [Receiver.Secret]);
        await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_callback_before_the_starts_response_is_kept_where_secrets_are_configured(string environment)
    {
        Service service = new();
        await using Receiver receiver =
            await Starter.StartAsync(service, options => options.Secrets["research-brief"] = [Receiver.Secret], environment: environment);
        service.BeforeResponse = async (id, _) =>
            Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(id, "early")));

        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal("early", await receiver.Tracker.WaitAsync(run, Long, Receiver.Token));
    }

    [Fact]
    public async Task A_callback_before_the_starts_response_is_held_until_the_secret_is_known()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, options => options.HoldTime = Long);
        Task<HttpStatusCode>? delivery = null;
        service.BeforeResponse = async (id, cancellationToken) =>
        {
            delivery = receiver.DeliverAsync(Receiver.Completed(id, "early"), Service.Secret);
            await Task.Delay(300, cancellationToken);
            Assert.False(delivery.IsCompleted);
        };

        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal("early", await receiver.Tracker.WaitAsync(run, Long, Receiver.Token));
        Assert.Equal(HttpStatusCode.OK, await delivery!);
    }

    [Fact]
    public async Task A_forged_callback_before_the_starts_response_is_refused_when_the_secret_is_known()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, options => options.HoldTime = Long);
        Task<HttpStatusCode>? delivery = null;
        service.BeforeResponse = (id, _) =>
        {
            delivery = receiver.DeliverAsync(Receiver.Completed(id, "forged"), "a guess");
            return Task.CompletedTask;
        };

        await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await delivery!);
    }

    [Fact]
    public async Task Nothing_is_held_when_no_start_is_under_way_or_the_callback_cannot_belong_to_its_run()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, options => options.HoldTime = Long);
        // The response comes at once. If the callback were held, this would take a minute.
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));

        service.BeforeResponse = async (id, _) =>
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(Receiver.Completed(id), null));
            Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(Receiver.Completed(id), "abc"));
            Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync([.. "not JSON"u8], Service.Secret));
            Assert.Equal(HttpStatusCode.Unauthorized,
                await receiver.DeliverAsync(Receiver.Completed(id), Service.Secret, Starter.ProfilePath));
        };
        await receiver.StartRunAsync();

        service.Status = HttpStatusCode.BadRequest;
        service.BeforeResponse = (_, _) => Task.CompletedTask;
        await Assert.ThrowsAsync<FetchHiveValidationException>(() => receiver.StartRunAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_2"), Service.Secret));
    }

    [Fact]
    public async Task What_is_held_is_bounded_in_time_number_and_bytes()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, options => options.HoldTime = TimeSpan.FromMilliseconds(300));
        HoldRoom room = receiver.App.Services.GetRequiredService<HoldRoom>();
        service.BeforeResponse = async (id, _) =>
            Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed(id), Service.Secret));
        await receiver.StartRunAsync();

        for (int i = 0; i < HoldRoom.MaxCallbacks; i++)
        {
            Assert.True(room.TryEnter("a", $"run {i}", 1));
        }

        Assert.False(room.TryEnter("a", "another", 1));
        Assert.True(room.TryEnter("b", "another", 1));
        room.Leave("a", "run 0", 1);
        Assert.False(room.TryEnter("a", "another", (int)HoldRoom.MaxBytes));
        Assert.True(room.TryEnter("a", "another", 1));
        room.Leave("b", "another", 1);
        // A single callback may be larger than the share. Otherwise it could never be held.
        Assert.True(room.TryEnter("b", "another", (int)HoldRoom.MaxBytes + 1));
        Assert.False(room.TryEnter("b", "another", 1));
    }

    [Fact]
    public void One_run_holds_no_more_than_its_share()
    {
        HoldRoom room = new();
        for (int i = 0; i < HoldRoom.MaxOfRun; i++)
        {
            Assert.True(room.TryEnter("a", "run", 1));
        }

        Assert.False(room.TryEnter("a", "run", 1));
        Assert.True(room.TryEnter("a", "another", 1));
        room.Leave("a", "run", 1);
        Assert.True(room.TryEnter("a", "run", 1));
    }

    [Fact]
    public async Task A_client_made_by_hand_has_its_runs_remembered_by_hand()
    {
        using Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service);
        using HttpClient http = new(service, disposeHandler: false);
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Service.ApiKey });
        AcceptedRun<string> run = await IResearchBrief.Create(client).StartAsync("bees", receiver.CallbackUrl, Receiver.Token);

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
        await receiver.Tracker.RememberAsync(run, Receiver.Token);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("whsec_\u200b5f1d")]
    public async Task A_start_without_a_usable_secret_lets_no_callback_in(string? secret)
    {
        Service service = new() { WebhookSecret = secret };
        await using Receiver receiver = await Starter.StartAsync(service);
        await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1"), "guess"));
    }

    [Fact]
    public async Task A_failing_store_of_runs_loses_no_run_and_lets_no_callback_in()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, stores: builder => builder.Services
            .AddSingleton<ICallbackRunStore>(new BrokenRunStore())
            .AddSingleton<ICallbackStartStore>(new BrokenRunStore()));

        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal("req_1", run.RequestId);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
        Assert.Contains("BrokenRunStore", receiver.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.Secret, receiver.Logs.Text, StringComparison.Ordinal);
    }

    private sealed class BrokenRunStore : ICallbackRunStore, ICallbackStartStore
    {
        // Puts its argument into the message, as a careless store might.
        public ValueTask<RememberedRun> RememberAsync(
            string runKey, RememberedRun run, TimeSpan retention, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"BrokenRunStore can't keep {run.ToJson()}");

        public ValueTask<RememberedRun?> FindAsync(string runKey, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("BrokenRunStore is away");

        public ValueTask AddAsync(string deploymentKey, string startId, TimeSpan expiry, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("BrokenRunStore is away");

        public ValueTask RemoveAsync(string deploymentKey, string startId, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public ValueTask<bool> AnyAsync(string deploymentKey, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("BrokenRunStore is away");
    }
}
