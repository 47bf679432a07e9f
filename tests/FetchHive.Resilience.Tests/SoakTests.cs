using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;
using FetchHive.Tests.Kit;

namespace FetchHive.Resilience.Tests;

/// <summary>Many calls, one in ten of which fails, each in a way that is known beforehand.</summary>
[Collection(nameof(Alone))]
public sealed class SoakTests
{
    private const int Concurrency = 64;
    private const int Rounds = 5;
    private const string Variant = "v";

    private static readonly int Calls =
        int.Parse(Environment.GetEnvironmentVariable("FETCHHIVE_SOAK_CALLS") ?? "50000", CultureInfo.InvariantCulture);

    // Each fault has its own deployment, so that any of its calls may take any of its scripted responses.
    private static readonly Fault[] Faults =
    [
        new("server-error", EmulatorResponse.Error(500, "No."), typeof(FetchHiveServerException)),
        new("busy", EmulatorResponse.ConcurrencyLimit().WithHeader("Retry-After", "1"), null),
        new("unavailable", EmulatorResponse.Error(503, "No.").WithHeader("Retry-After", "1"), null),
        new("reset", EmulatorResponse.NoResponse(ConnectionEnd.Reset), typeof(FetchHiveConnectionException)),
        new("lost", EmulatorResponse.Regular().Lost(ConnectionEnd.Close), typeof(FetchHiveConnectionException)),
        new("cut", EmulatorResponse.Regular().CutAfter(10, ConnectionEnd.Reset), typeof(FetchHiveResponseException)),
        new("html", EmulatorResponse.Raw(200, "<html>"u8.ToArray()), typeof(FetchHiveResponseException)),
        new("failed", EmulatorResponse.Json(200, """{"request_id":"req_1","run_status":"failed","error":"No."}"""),
            typeof(FetchHiveRunFailedException)),
        new("timeout", EmulatorResponse.Never(), typeof(FetchHiveTimeoutException)),
        new("cancelled", EmulatorResponse.Never(), typeof(FetchHiveCanceledException)),
    ];

    [Fact]
    public async Task Every_call_ends_as_it_must_and_nothing_is_left_behind()
    {
        ConcurrentQueue<Exception> unobserved = new();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, arguments) => unobserved.Enqueue(arguments.Exception);
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(Deploy, TestContext.Current.CancellationToken);
            FetchHiveOptions options = new() { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress, MaxRetries = 20 };
            using FetchHiveClient client = new(options);
            options.Timeout = TimeSpan.FromMilliseconds(200);
            using FetchHiveClient impatient = new(options);
            Soak soak = new(hive, client, impatient);
            List<(double Megabytes, int Handles)> states = [];
            Stopwatch watch = Stopwatch.StartNew();
            for (int round = 0; round < Rounds; round++)
            {
                await soak.RunAsync(Calls / Rounds);
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
                states.Add((GC.GetTotalMemory(forceFullCollection: true) / 1048576.0, Process.GetCurrentProcess().HandleCount));
            }

            string figures = string.Create(CultureInfo.InvariantCulture,
                $"{Calls} calls, {soak.Faulty} with a fault, at {Concurrency} at a time in {watch.Elapsed.TotalSeconds:0.0} s; after each "
                + $"fifth: ")
                + string.Join(", ", states.ConvertAll(state =>
                string.Create(CultureInfo.InvariantCulture, $"{state.Megabytes:0.0} MiB and {state.Handles} handles")));
            TestContext.Current.TestOutputHelper!.WriteLine(figures);

            Assert.True(soak.Wrong.IsEmpty, string.Join('\n', soak.Wrong));
            Assert.Equal(Calls, soak.Ended);
            Assert.InRange(soak.Faulty, (int)(Calls * 0.08), (int)(Calls * 0.12));
            Assert.Empty(unobserved);

            // The first round fills the pools. After that, nothing may grow.
            Assert.True(states[^1].Megabytes < states[0].Megabytes + 16, figures);
            Assert.True(states[^1].Handles < states[0].Handles + (2 * Concurrency), figures);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }
    }

    private static void Deploy(FetchHiveEmulatorBuilder builder)
    {
        builder.Configure(options => options.MaxRecordedRequests = 1000).Deploy("fine", Variant, start => start.Returns("x"));
        foreach (Fault fault in Faults)
        {
            builder.Deploy(fault.Deployment, Variant, start => start.Returns("x"));
        }
    }

    private sealed record Fault(string Deployment, EmulatorResponse Response, Type? Expected);

    private sealed class Soak(FetchHiveEmulator hive, FetchHiveClient client, FetchHiveClient impatient)
    {
        // The same calls in each run of the test.
        private readonly Random _random = new(20261122);
        private readonly Lock _gate = new();
        private int _ended;
        private int _faulty;

        public int Ended => _ended;

        public int Faulty => _faulty;

        public ConcurrentQueue<string> Wrong { get; } = new();

        public Task RunAsync(int count) => Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = TestContext.Current.CancellationToken },
            (_, _) => CallAsync());

        private async ValueTask CallAsync()
        {
            Fault? fault = Next();
            Exception? exception = await EndOfAsync(fault);
            if (exception?.GetType() != fault?.Expected)
            {
                Wrong.Enqueue($"{fault?.Deployment ?? "fine"}: {exception?.ToString() ?? "no exception"}");
            }

            Interlocked.Increment(ref _ended);
        }

        private Fault? Next()
        {
            lock (_gate)
            {
                if (_random.Next(10) > 0)
                {
                    return null;
                }

                _faulty++;
                return Faults[_random.Next(Faults.Length)];
            }
        }

        private async Task<Exception?> EndOfAsync(Fault? fault)
        {
            using CancellationTokenSource source = new();
            if (fault is not null)
            {
                hive.RespondNext(fault.Deployment, Variant, fault.Response);
            }

            try
            {
                FetchHiveClient caller = fault?.Deployment == "timeout" ? impatient : client;
                Task<WorkflowRun<JsonElement>> call =
                    caller.InvokeAsync(fault?.Deployment ?? "fine", Variant, null, cancellationToken: source.Token);
                if (fault?.Deployment == "cancelled")
                {
                    await Task.Delay(10, TestContext.Current.CancellationToken);
                    await source.CancelAsync();
                }

                await call.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
                return null;
            }
            catch (Exception exception)
            {
                return exception;
            }
        }
    }
}
