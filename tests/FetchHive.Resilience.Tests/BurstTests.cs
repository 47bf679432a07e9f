using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.Resilience.Tests;

/// <summary>More calls at once than the plan allows concurrent runs.</summary>
public sealed class BurstTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Five_hundred_calls_on_a_small_plan_end_without_one_429(int plan)
    {
        int active = 0;
        int most = 0;
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            builder => builder
                .Configure(options => options.MaxConcurrentRuns = plan)
                .Deploy("burst", "v", start => start.TakesAnyValue("n").Returns(async inputs =>
                {
                    int now = Interlocked.Increment(ref active);
                    InterlockedMax(ref most, now);
                    await Task.Yield();
                    Interlocked.Decrement(ref active);
                    return (JsonNode?)inputs["n"]!.DeepClone();
                })),
            TestContext.Current.CancellationToken);
        using FetchHiveClient client =
            new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress, MaxConcurrency = plan, MaxRetries = 0 });

        List<Task<WorkflowRun<JsonElement>>> calls = [];
        for (int i = 0; i < 500; i++)
        {
            calls.Add(
                client.InvokeAsync("burst", "v", new JsonObject { ["n"] = i }, cancellationToken: TestContext.Current.CancellationToken));
        }

        WorkflowRun<JsonElement>[] runs = await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 500), runs.Select(run => run.Output.GetInt32()));
        Assert.All(hive.Requests, request => Assert.Equal(200, request.StatusCode));
        Assert.InRange(most, 1, plan);
    }

    [Fact]
    public async Task Without_the_limit_the_same_burst_is_refused()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            builder => builder
                .Configure(options => options.MaxConcurrentRuns = 3)
                .Deploy("burst", "v", start => start.Returns(async _ =>
                {
                    await go.Task;
                    return "x";
                })),
            TestContext.Current.CancellationToken);
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress, MaxRetries = 0 });

        Task<WorkflowRun<JsonElement>>[] calls =
            [.. Enumerable.Range(0, 20)
                .Select(_ => client.InvokeAsync("burst", "v", null, cancellationToken: TestContext.Current.CancellationToken))];
        await Kit.FaultScene.UntilAsync(() => calls.Count(call => call.IsFaulted) == 17);
        go.SetResult();

        Assert.Equal(17, calls.Count(call =>
            call.Exception?.InnerException is FetchHiveRateLimitException { Kind: RateLimitKind.Concurrency, MayHaveRun: false }));
        await Task.WhenAll(calls.Where(call => !call.IsFaulted));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen)
        {
            int was = Interlocked.CompareExchange(ref target, value, seen);
            if (was == seen)
            {
                return;
            }

            seen = was;
        }
    }
}
