using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Looking up a run whose callback doesn't come.</summary>
public sealed class LookupTests
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("""{"status":"completed","data":{"output":"A brief"}}""", false)]
    [InlineData("""{"status":"completed","data":{"request_id":"req_1","run_status":"completed","output":"A brief"}}""", false)]
    [InlineData("""{"status":"completed","data":"A brief"}""", true)]
    public async Task A_run_that_ended_without_a_callback_gives_its_output_to_waits(string record, bool dataIsOutput)
    {
        Service service = new() { Record = _ => record };
        FakeTimeProvider time = new();
        await using Receiver receiver = await StartAsync(service, time, options => options.LookUpDataIsOutput = dataIsOutput);
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Task<string> waiting = receiver.Tracker.WaitAsync(run, Timeout.InfiniteTimeSpan, Receiver.Token);
        Assert.Empty(service.LookedUp);
        time.Advance(After);

        Assert.Equal("A brief", await waiting);
        Assert.Equal("req_1", Assert.Single(service.LookedUp));
    }

    [Theory]
    [InlineData("""{"status":"failed","data":{"error":"out of credits","error_code":"x"}}""")]
    [InlineData("""{"status":"cancelled","message":"out of credits"}""")]
    public async Task A_wait_for_a_run_that_failed_without_a_callback_throws(string record)
    {
        Service service = new() { Record = _ => record };
        FakeTimeProvider time = new();
        await using Receiver receiver = await StartAsync(service, time);
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Task<string> waiting = receiver.Tracker.WaitAsync(run, Timeout.InfiniteTimeSpan, Receiver.Token);
        time.Advance(After);

        FetchHiveRunFailedException exception = await Assert.ThrowsAsync<FetchHiveRunFailedException>(() => waiting);
        Assert.Equal(("out of credits", "req_1"), (exception.Error, exception.RequestId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"status":"running"}""")]
    [InlineData("""{"status":"queued"}""")]
    [InlineData("""{"status":"paused","data":{"output":"half"}}""")]
    [InlineData("""{"status":"completed"}""")]
    [InlineData("""{"status":"completed","data":null}""")]
    [InlineData("""{"status":"completed","data":"A brief"}""")]
    [InlineData("""{"status":"completed","data":{"result":"A brief"}}""")]
    [InlineData("""{"status":"completed","data":{"\ud800":1}}""")]
    [InlineData("""{"request_id":"req_2","status":"completed","data":{"output":"another's"}}""")]
    [InlineData("no JSON")]
    public async Task A_record_without_a_result_leaves_the_wait_to_the_callback(string? record)
    {
        Service service = new() { Record = _ => record };
        FakeTimeProvider time = new();
        await using Receiver receiver = await StartAsync(service, time);
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Task<string> waiting = receiver.Tracker.WaitAsync(run, Timeout.InfiniteTimeSpan, Receiver.Token);
        time.Advance(After);
        await UntilAsync(() => !service.LookedUp.IsEmpty);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));

        Assert.Equal("A brief", await waiting);
    }

    [Fact]
    public async Task The_pauses_double_and_the_lookups_come_to_an_end()
    {
        Service service = new() { Record = _ => """{"status":"running"}""" };
        NotingTime time = new();
        await using Receiver receiver = await StartAsync(service, time);
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Task<string> waiting = receiver.Tracker.WaitAsync(run, Timeout.InfiniteTimeSpan, Receiver.Token);
        for (int i = 0; i < 20; i++)
        {
            await UntilAsync(() => time.Pauses.Count > i);
            time.Advance(time.Pauses[i]);
        }

        await UntilAsync(() => service.LookedUp.Count == 20);
        Assert.Equal([30, 60, 120, 240, 480, 600, 600], time.Pauses.Take(7).Select(pause => (int)pause.TotalSeconds));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
        Assert.Equal("A brief", await waiting);
        Assert.Equal(20, time.Pauses.Count);
    }

    [Fact]
    public async Task Lookups_are_off_by_default()
    {
        Service service = new() { Record = _ => """{"status":"completed","data":{"output":"A brief"}}""" };
        FakeTimeProvider time = new();
        await using Receiver receiver = await StartAsync(service, time, options => options.LookUpAfter = null);
        AcceptedRun<string> run = await receiver.StartRunAsync();

        Task<string> waiting = receiver.Tracker.WaitAsync(run, TimeSpan.FromHours(1), Receiver.Token);
        time.Advance(TimeSpan.FromHours(2));

        await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => waiting);
        Assert.Empty(service.LookedUp);
    }

    [Fact]
    public async Task Without_a_client_of_the_workspace_the_wait_continues_and_the_log_says_so()
    {
        FakeTimeProvider time = new();
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                services.AddFetchHiveCallbacks(options =>
                {
                    options.Secrets["research-brief"] = [Receiver.Secret];
                    options.LookUpAfter = After;
                });
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));

        Task<string> waiting = receiver.Tracker.WaitAsync(
            IResearchBrief.StartCallback, "req_1", Timeout.InfiniteTimeSpan, Receiver.Token);
        time.Advance(After);
        await UntilAsync(() => receiver.Logs.Text.Contains("can't be looked up", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));

        Assert.Equal("A brief", await waiting);
    }

    [Theory]
    [InlineData("00:00:30", 30)]
    [InlineData("", null)]
    public void Lookups_are_configured_by_a_time(string text, int? seconds)
    {
        FetchHiveCallbackOptions options = Bind(text);

        Assert.Equal(seconds, (int?)options.LookUpAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("2.00:00:00")]
    [InlineData("soon")]
    public async Task A_time_out_of_range_is_refused_at_the_start(string text)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(Configuration(text)),
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback)));

        Assert.Contains("LookUpAfter", exception.Message, StringComparison.Ordinal);
    }

    private static FetchHiveCallbackOptions Bind(string text)
    {
        ServiceCollection services = new();
        services.AddFetchHiveCallbacks(Configuration(text));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<FetchHiveCallbackOptions>>().Value;
    }

    private static IConfiguration Configuration(string text) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Callbacks:LookUpAfter", text)])
        .Build()
        .GetSection("Callbacks");

    private static Task<Receiver> StartAsync(
        Service service, FakeTimeProvider time, Action<FetchHiveCallbackOptions>? configure = null) => Receiver.StartAsync(
        services =>
        {
            services.AddSingleton<TimeProvider>(time);
            service.AddTo(services);
            services.AddFetchHiveCallbacks(options =>
            {
                options.LookUpAfter = After;
                configure?.Invoke(options);
            });
        },
        app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, Receiver.Token);
        }
    }

    /// <summary>Records the pauses that are requested.</summary>
    private sealed class NotingTime : FakeTimeProvider
    {
        private readonly List<TimeSpan> _pauses = [];

        public IReadOnlyList<TimeSpan> Pauses
        {
            get
            {
                lock (_pauses)
                {
                    return [.. _pauses];
                }
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime >= After)
            {
                lock (_pauses)
                {
                    _pauses.Add(dueTime);
                }
            }

            return timer;
        }
    }
}
