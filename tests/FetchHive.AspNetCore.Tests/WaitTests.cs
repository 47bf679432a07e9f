using System;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Waiting for a run's result in the code that started it.</summary>
public sealed class WaitTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task All_who_wait_before_or_after_the_callback_get_the_typed_output()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        AcceptedRun<Profile> run = await receiver.App.Services.GetRequiredService<IProfiles>()
            .StartAsync("Acme", receiver.CallbackUrl, Receiver.Token);

        Task<Profile> first = receiver.Tracker.WaitAsync(run, Long, Receiver.Token);
        Task<Profile> second = receiver.Tracker.WaitAsync(run, Timeout.InfiniteTimeSpan, Receiver.Token);
        // JSON as text in a code fence, as models write it.
        byte[] body = Encoding.UTF8.GetBytes("""{"event_type":"workflow.completed","request_id":"req_1","data":{"output":"```json\n{"""
            + """\"name\":\"Acme\",\"employees\":12,\"tags\":[\"b2b\"]}\n```"}}""");
        Assert.False(first.IsCompleted);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, Service.Secret, Starter.ProfilePath));

        foreach (Profile profile in new[] { await first, await second, await receiver.Tracker.WaitAsync(run, Long, Receiver.Token),
            await receiver.Tracker.WaitAsync(IProfiles.StartCallback, "req_1", Long, Receiver.Token) })
        {
            Assert.Equal(("Acme", 12, "b2b"), (profile.Name, profile.Employees, Assert.Single(profile.Tags)));
        }
    }

    [Fact]
    public async Task A_wait_for_a_failed_run_throws()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Task<string> waiting = receiver.Tracker.WaitAsync(run, Long, Receiver.Token);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Failed("req_1", "out of credits"), Service.Secret));

        FetchHiveRunFailedException exception = await Assert.ThrowsAsync<FetchHiveRunFailedException>(() => waiting);
        Assert.Equal(("out of credits", "req_1"), (exception.Error, exception.RequestId));
    }

    [Fact]
    public async Task Waits_before_and_after_the_callback_throw_if_the_output_cannot_be_read()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());
        AcceptedRun<Profile> run = await receiver.App.Services.GetRequiredService<IProfiles>()
            .StartAsync("Acme", receiver.CallbackUrl, Receiver.Token);
        Task<Profile> waiting = receiver.Tracker.WaitAsync(run, Long, Receiver.Token);
        byte[] body = Encoding.UTF8.GetBytes(
            """{"event_type":"workflow.completed","request_id":"req_1","data":{"output":"Sorry, I can't tell."}}""");

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, Service.Secret, Starter.ProfilePath));

        foreach (Task<Profile> wait in new[] { waiting, receiver.Tracker.WaitAsync(run, Long, Receiver.Token) })
        {
            FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => wait);
            Assert.Equal(("req_1", RunStatus.Completed, "Sorry, I can't tell."),
                (exception.RequestId, exception.Status, exception.OutputText));
        }
    }

    [Fact]
    public async Task A_wait_that_times_out_says_so_and_the_late_callback_reaches_the_handler_and_a_new_wait()
    {
        FakeTimeProvider time = new();
        int handled = 0;
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) =>
            {
                handled++;
                return Task.CompletedTask;
            }));

        Task<string> waiting = receiver.Tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", TimeSpan.FromSeconds(90), Receiver.Token);
        time.Advance(TimeSpan.FromSeconds(89));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));

        FetchHiveTimeoutException exception = await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => waiting);
        Assert.True(exception.MayHaveRun);
        Assert.Equal("req_1", exception.RequestId);
        Assert.StartsWith(
            "The callback of the run req_1 (deployment 'research-brief') did not arrive within 00:01:30. The run may still be running:",
            exception.Message, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1", "late")));
        Assert.Equal(1, handled);
        Assert.Equal("late", await receiver.Tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", Long, Receiver.Token));

        // Results aren't kept forever.
        time.Advance(TimeSpan.FromMinutes(61));
        using CancellationTokenSource cancel = new(TimeSpan.FromMilliseconds(200));
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            receiver.Tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", Long, cancel.Token));
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        Assert.Equal(0, ((InProcessResultStore)receiver.App.Services.GetRequiredService<ICallbackResultStore>()).WaitingCount);
    }

    [Fact]
    public async Task A_wait_gets_the_result_even_when_the_handler_fails()
    {
        await using Receiver receiver =
            await Starter.StartAsync(new Service(), handler: (_, _) => throw new InvalidOperationException("no"));
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(Receiver.Completed("req_1", "there"), Service.Secret));

        Assert.Equal("there", await receiver.Tracker.WaitAsync(run, Long, Receiver.Token));
    }

    [Fact]
    public async Task A_callback_signed_for_one_deployment_cannot_end_a_run_of_another()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service(), options =>
        {
            options.Secrets["research-brief"] = ["briefs"];
            options.Secrets["profile"] = ["profiles"];
        });
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1", "forged"), "profiles"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1", "true"), "briefs"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(
            Encoding.UTF8.GetBytes("""{"event_type":"workflow.failed","request_id":"req_1"}"""), "profiles", Starter.ProfilePath));

        Assert.Equal("true", await receiver.Tracker.WaitAsync(run, Long, Receiver.Token));
    }

    [Fact]
    public async Task A_wait_that_cannot_end_is_refused_with_advice()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(), app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));
        CallbackRunTracker tracker = receiver.Tracker;

        InvalidOperationException unmapped = Assert.Throws<InvalidOperationException>(
            () => { _ = tracker.WaitAsync(IProfiles.StartCallback, "req_1", Long, Receiver.Token); });
        Assert.StartsWith("No callback of deployment 'profile' can arrive in this process: no endpoint is mapped for it. Map one",
            unmapped.Message, StringComparison.Ordinal);

        foreach (TimeSpan timeout in new[] { TimeSpan.FromSeconds(-2), TimeSpan.FromDays(50) })
        {
            Assert.Throws<ArgumentOutOfRangeException>("timeout",
                () => { _ = tracker.WaitAsync(IResearchBrief.StartCallback, "req_1", timeout, Receiver.Token); });
        }
    }

    [Fact]
    public async Task If_no_results_are_kept_waiting_is_refused_and_nothing_is_lost_silently()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service(), options => options.KeepResults = false);
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Throws<InvalidOperationException>(() => { _ = receiver.Tracker.WaitAsync(run, Long, Receiver.Token); });
        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
        Assert.Contains(
            "Give MapFetchHiveCallback a handler, or set KeepResults to true", receiver.Logs.Line(56), StringComparison.Ordinal);
    }
}
