using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Checking for a run's result without waiting, and runs of which only the id is known.</summary>
public sealed class LookTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task TryGetResult_gives_the_callback_once_it_has_arrived_and_null_before()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        AcceptedRun<string> completed = await receiver.StartRunAsync();
        AcceptedRun<string> failed = await receiver.StartRunAsync();

        Assert.Null(await receiver.Tracker.TryGetResultAsync(completed, Receiver.Token));
        Assert.Null(await receiver.Tracker.TryGetResultAsync(IResearchBrief.StartCallback, failed.RequestId, Receiver.Token));
        FetchHiveTimeoutException notYet = await Assert.ThrowsAsync<FetchHiveTimeoutException>(
            () => receiver.Tracker.WaitAsync(completed, TimeSpan.Zero, Receiver.Token));
        Assert.StartsWith(
            "The callback of the run req_1 (deployment 'research-brief') has not arrived yet. The run may", notYet.Message,
            StringComparison.Ordinal);
        Assert.True(notYet.MayHaveRun);

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(completed.RequestId, "there"), Service.Secret));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Failed(failed.RequestId, "no credits"), Service.Secret));

        Assert.Equal("there", (await receiver.Tracker.TryGetResultAsync(completed, Receiver.Token))?.GetOutput());
        Assert.Equal("there", await receiver.Tracker.WaitAsync(completed, TimeSpan.Zero, Receiver.Token));
        WorkflowCallback<string>? end = await receiver.Tracker.TryGetResultAsync(
            IResearchBrief.StartCallback, failed.RequestId, Receiver.Token);
        Assert.Equal("no credits", Assert.IsType<FailedWorkflowCallback<string>>(end).Error);
        await Assert.ThrowsAsync<FetchHiveRunFailedException>(() => receiver.Tracker.WaitAsync(failed, TimeSpan.Zero, Receiver.Token));
    }

    [Fact]
    public async Task A_look_that_cannot_succeed_is_refused_with_advice()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(), app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));
        await using Receiver keepsNone = await Starter.StartAsync(new Service(), options => options.KeepResults = false);

        Assert.StartsWith("No callback of deployment 'profile' can arrive", Assert.Throws<InvalidOperationException>(
            () =>
            {
                _ = receiver.Tracker.TryGetResultAsync(
                IProfiles.StartCallback, "req_1", Receiver.Token);
            }).Message, StringComparison.Ordinal);
        Assert.StartsWith("FetchHiveCallbackOptions.KeepResults is false", Assert.Throws<InvalidOperationException>(
            () =>
            {
                _ = keepsNone.Tracker.TryGetResultAsync(
                IResearchBrief.StartCallback, "req_1", Receiver.Token);
            }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_made_by_hand_belongs_to_the_only_endpoint_for_its_type()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        AcceptedRun<string> byHand = new("req_by_hand", RunStatus.Running, Service.Secret);

        Assert.Null(await receiver.Tracker.TryGetResultAsync(byHand, Receiver.Token));
        await receiver.Tracker.RememberAsync(byHand, Receiver.Token);
        Task<string> waiting = receiver.Tracker.WaitAsync(byHand, Long, Receiver.Token);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_by_hand", "there"), Service.Secret));

        Assert.Equal("there", await waiting);
        Assert.Equal("there", (await receiver.Tracker.TryGetResultAsync(byHand, Receiver.Token))?.GetOutput());
    }

    [Fact]
    public async Task The_contract_is_asked_for_if_several_endpoints_or_none_could_be_meant()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(),
            app =>
            {
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback);
                app.MapFetchHiveCallback("/again", IResearchBrief.StartCallback);
                app.MapFetchHiveCallback("/summary", ISummaries.StartCallback);
            });
        CallbackRunTracker tracker = receiver.Tracker;

        foreach (Action use in new Action[]
        {
            () => tracker.WaitAsync(new AcceptedRun<string>("req_1", RunStatus.Running, null), Long, Receiver.Token),
            () => tracker.TryGetResultAsync(new AcceptedRun<Profile>("req_1", RunStatus.Running, null), Receiver.Token),
            () => tracker.RememberAsync(new AcceptedRun<string>("req_1", RunStatus.Running, "s"), Receiver.Token),
        })
        {
            Assert.StartsWith("This AcceptedRun<T> was read back or made by hand", Assert.Throws<ArgumentException>(
                "run", use).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wait_ends_with_the_application()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        CallbackRunTracker tracker = receiver.Tracker;
        Task<string> waiting = tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", Timeout.InfiniteTimeSpan, CancellationToken.None);

        await receiver.App.StopAsync(Receiver.Token);

        OperationCanceledException ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.StartsWith(
            "The wait for the callback of the run req_1 (deployment 'research-brief') ended with the application.",
            ended.Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", Long, CancellationToken.None));
    }

    [Fact]
    public async Task A_wait_without_a_host_ends_with_the_services()
    {
        ServiceProvider provider = new ServiceCollection()
            .AddFetchHiveCallbacks()
            .Services.AddSingleton<ICallbackResultStore, SharedStore>()
            .BuildServiceProvider();
        CallbackRunTracker tracker = provider.GetRequiredService<CallbackRunTracker>();
        Task<string> waiting = tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", Timeout.InfiniteTimeSpan, CancellationToken.None);

        await provider.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_fake_needs_no_services_and_overrides_what_is_called()
    {
        CallbackRunTracker fake = new Fake();
        AcceptedRun<string> run = new("req_1", RunStatus.Running, null);

        Assert.Equal("faked req_1", await fake.WaitAsync(run, Long, Receiver.Token));
        Assert.StartsWith("This CallbackRunTracker was created for a test", Assert.Throws<NotSupportedException>(
            () => { _ = fake.TryGetResultAsync(run, Receiver.Token); }).Message, StringComparison.Ordinal);
    }

    private sealed class Fake : CallbackRunTracker
    {
        public override Task<T> WaitAsync<T>(AcceptedRun<T> run, TimeSpan timeout, CancellationToken cancellationToken = default) =>
            Task.FromResult((T)(object)$"faked {run.RequestId}");
    }

    private sealed class SharedStore : ICallbackResultStore
    {
        private readonly InProcessResultStore _store = new(TimeProvider.System);

        public bool IsShared => true;

        public ValueTask KeepAsync(string runKey, ReadOnlyMemory<byte> body, TimeSpan retention, CancellationToken cancellationToken) =>
            _store.KeepAsync(runKey, body, retention, cancellationToken);

        public ValueTask<ReadOnlyMemory<byte>?> FindAsync(string runKey, CancellationToken cancellationToken) =>
            _store.FindAsync(runKey, cancellationToken);

        public Task<ReadOnlyMemory<byte>> WaitAsync(string runKey, CancellationToken cancellationToken) =>
            _store.WaitAsync(runKey, cancellationToken);
    }
}
