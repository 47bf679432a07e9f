using System;
using System.Collections.Generic;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>The time and the allocations of one benchmark.</summary>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">Allocated by one operation.</param>
internal sealed record Figure(double Nanoseconds, double Bytes);

/// <summary>Runs benchmarks with BenchmarkDotNet in this process, and returns their figures by name.</summary>
internal static class Measured
{
    /// <summary>Short operations: many in each iteration.</summary>
    public static IReadOnlyDictionary<string, Figure> Short<T>() => Run<T>(
        Job.Default.WithWarmupCount(8).WithIterationCount(25).WithIterationTime(TimeInterval.FromMilliseconds(200)));

    /// <summary>Long operations, each with its own setup.</summary>
    public static IReadOnlyDictionary<string, Figure> Long<T>(int iterations) => Run<T>(
        Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(4).WithIterationCount(iterations).WithInvocationCount(1)
            .WithUnrollFactor(1));

    private static Dictionary<string, Figure> Run<T>(Job job)
    {
        Summary summary = BenchmarkRunner.Run<T>(
            ManualConfig.CreateEmpty()
                .AddJob(job.WithToolchain(InProcessNoEmitToolchain.Instance))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddLogger(ConsoleLogger.Default)
                .WithOptions(ConfigOptions.DisableOptimizationsValidator));
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (BenchmarkReport report in summary.Reports)
        {
            if (report.ResultStatistics is not { } statistics)
            {
                throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} gave no result; what it printed says why.");
            }

            figures[NameOf(report.BenchmarkCase)] =
                new Figure(statistics.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        }

        return figures;
    }

    // The method, and its parameters' values after a slash.
    private static string NameOf(BenchmarkCase benchmark)
    {
        string name = benchmark.Descriptor.WorkloadMethod.Name;
        foreach (var parameter in benchmark.Parameters.Items)
        {
            name += "/" + parameter.ToDisplayText();
        }

        return name;
    }
}
