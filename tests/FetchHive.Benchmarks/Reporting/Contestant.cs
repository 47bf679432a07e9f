using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>One way to call, and the figures of its rounds.</summary>
/// <param name="name">Its name in the table.</param>
/// <param name="call">One call.</param>
internal sealed class Contestant(string name, Func<Task> call)
{
    private const int WarmUpRounds = 5;

    private readonly List<double> _callsPerSecond = [];
    private readonly List<double> _processorTime = [];
    private readonly List<double> _bytes = [];
    private int _left;

    public string Name => name;

    public double CallsPerSecond => Median.Of(_callsPerSecond);

    /// <summary>This process's processor time for one call, in nanoseconds.</summary>
    public double ProcessorTime => Median.Of(_processorTime);

    /// <summary>Allocated by this process for one call.</summary>
    public double Bytes => Median.Of(_bytes);

    /// <summary>This contestant's calls per second in relation to the other's.</summary>
    public double CallsPerSecondTo(Contestant other) => Median.OfRatios(_callsPerSecond, other._callsPerSecond);

    /// <summary>This contestant's processor time in relation to the other's.</summary>
    public double ProcessorTimeTo(Contestant other) => Median.OfRatios(_processorTime, other._processorTime);

    public Task OnceAsync() => call();

    /// <summary>Runs the rounds of all contestants in turn.</summary>
    /// <param name="contestants">The contestants.</param>
    /// <param name="rounds">The rounds that count.</param>
    /// <param name="calls">The calls of a round.</param>
    /// <param name="concurrency">How many calls are under way at a time.</param>
    public static async Task RunAsync(IReadOnlyList<Contestant> contestants, int rounds, int calls, int concurrency)
    {
        foreach ((Contestant contestant, bool counts) in Rounds.InTurn(contestants, WarmUpRounds, rounds))
        {
            await contestant.RoundAsync(calls, concurrency, keep: counts);
        }
    }

    private async Task RoundAsync(int calls, int concurrency, bool keep)
    {
        // The garbage of the last round must not count for this one.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _left = calls;
        var callers = new Task[concurrency];
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < callers.Length; i++)
        {
            callers[i] = Task.Run(CallAsync);
        }

        await Task.WhenAll(callers);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        if (keep)
        {
            _bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
            _processorTime.Add((Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / calls);
            _callsPerSecond.Add(calls / elapsed.TotalSeconds);
        }
    }

    private async Task CallAsync()
    {
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            await call();
        }
    }
}
