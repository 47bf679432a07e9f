using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.Emulator.Tests;

/// <summary>Random faults, and the delay of every run.</summary>
public sealed class ChanceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picked_run_fails_and_its_callback_says_so()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.Faults = new EmulatorFaults { Chance = 1 });
        using var caller = new Caller(hive);

        Response direct = await caller.InvokeAsync();
        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        SentCallback callback = Assert.Single(await hive.WaitForCallbacksAsync(Token));

        Assert.Equal("failed", (string?)direct.Json["run_status"]);
        Assert.Equal("The emulator made this run fail by chance: its faults are switched on.", direct.Error);
        Assert.Equal("workflow.failed", (string?)callback.Body!["event_type"]);
        Assert.All(hive.Runs, run => Assert.Equal((EmulatorFaultKinds.FailedRun, RecordedRunStatus.Failed), (run.Fault, run.Status)));
    }

    [Theory]
    [InlineData(EmulatorFaultKinds.ServerError, 503)]
    [InlineData(EmulatorFaultKinds.ConcurrencyLimit, 429)]
    public async Task A_picked_call_is_refused_and_starts_no_run(EmulatorFaultKinds kinds, int status)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(
            options => options.Faults = new EmulatorFaults { Chance = 1, Kinds = kinds });
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync();

        Assert.Equal(status, response.Status);
        Assert.Empty(hive.Runs);
        Assert.Equal(response.Error, Assert.Single(hive.Requests).Error);
    }

    [Fact]
    public async Task The_response_of_a_picked_run_is_lost_and_the_run_takes_place()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(
            options => options.Faults = new EmulatorFaults { Chance = 1, Kinds = EmulatorFaultKinds.LostResponse });
        using var caller = new Caller(hive);

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.InvokeAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url))));

        Assert.True(Assert.Single(await hive.WaitForCallbacksAsync(Token)).IsDelivered);
        Assert.All(hive.Runs, run => Assert.Equal((EmulatorFaultKinds.LostResponse, RecordedRunStatus.Completed), (run.Fault, run.Status)));
        Assert.All(hive.Requests, request => Assert.Null(request.StatusCode));
    }

    [Fact]
    public async Task Chance_picks_the_configured_share_and_the_same_calls_for_the_same_seed()
    {
        const int Calls = 400;
        var faults = new EmulatorFaults { Chance = 0.25, Kinds = EmulatorFaultKinds.FailedRun | EmulatorFaultKinds.ServerError, Seed = 7 };
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        hive.Faults = faults;
        List<string> first = await OutcomesAsync(caller, Calls);
        hive.Faults = faults;
        List<string> again = await OutcomesAsync(caller, Calls);

        Assert.Equal(first, again);
        Assert.InRange(first.Count(outcome => outcome != "200 completed"), 70, 130);
        Assert.InRange(first.Count(outcome => outcome == "200 failed"), 30, 75);
        Assert.InRange(first.Count(outcome => outcome == "503 "), 30, 75);
    }

    [Fact]
    public async Task Faults_are_switched_while_the_emulator_runs_and_spare_what_is_refused_or_scripted()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        Assert.Equal(EmulatorFaults.None, hive.Faults);

        hive.Faults = hive.Faults with { Chance = 1, Kinds = EmulatorFaultKinds.ServerError };
        Assert.Equal(503, (await caller.InvokeAsync()).Status);
        Assert.Equal(422, (await caller.InvokeAsync(inputs: [])).Status);
        hive.RespondNext(200, "{}");
        Assert.Equal(200, (await caller.InvokeAsync()).Status);
        hive.Faults = EmulatorFaults.None;
        Assert.Equal(200, (await caller.InvokeAsync()).Status);
    }

    [Fact]
    public async Task Every_run_waits_for_the_delay_by_the_emulators_clock()
    {
        var time = new FakeTimeProvider();
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.Faults = new EmulatorFaults { Delay = TimeSpan.FromSeconds(2) };
        });
        using var caller = new Caller(hive);

        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        RecordedRun run = Assert.Single(hive.Runs);
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Null(run.OutputJson);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await hive.WaitForCallbacksAsync(Token);

        Assert.Equal(RecordedRunStatus.Completed, run.Status);
        Assert.Equal("\"A brief on State of enterprise AI in 2026\"", run.OutputJson);
    }

    [Fact]
    public async Task Disposing_ends_a_run_in_its_delay()
    {
        FetchHiveEmulator hive = await Briefs.StartAsync(options => options.Faults = new EmulatorFaults { Delay = TimeSpan.FromHours(1) });
        using var caller = new Caller(hive);
        await caller.InvokeAsync(null, ("async", Briefs.Async()));
        RecordedRun run = Assert.Single(hive.Runs);

        await hive.DisposeAsync();

        SpinWait.SpinUntil(() => run.Status == RecordedRunStatus.Abandoned, TimeSpan.FromSeconds(60));
        Assert.Equal(RecordedRunStatus.Abandoned, run.Status);
    }

    [Fact]
    public void Values_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFaults { Chance = 10 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFaults { Chance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFaults { Kinds = EmulatorFaultKinds.None });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFaults { Kinds = (EmulatorFaultKinds)16 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFaults { Delay = TimeSpan.FromSeconds(-1) });
        Assert.Equal(
            "FailedRun, LostResponse at 10 %, delay 2 s",
            new EmulatorFaults
            {
                Chance = 0.1,
                Kinds = EmulatorFaultKinds.FailedRun | EmulatorFaultKinds.LostResponse,
                Delay = TimeSpan.FromSeconds(2),
            }.ToString());
    }

    private static async Task<List<string>> OutcomesAsync(Caller caller, int calls)
    {
        List<string> outcomes = [];
        for (int i = 0; i < calls; i++)
        {
            Response response = await caller.InvokeAsync();
            outcomes.Add($"{response.Status} {(string?)response.Json["run_status"]}");
        }

        return outcomes;
    }
}
