using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using FetchHive.Emulator;

namespace FetchHive.Resilience.Tests.Batches;

/// <summary>One round of a batch in a separate process (FetchHive.Resilience.TestApp).</summary>
internal static class BatchProcess
{
    /// <summary>Starts a round.</summary>
    /// <param name="hive">The emulator to call.</param>
    /// <param name="journal">The path of the journal.</param>
    /// <param name="results">The path of the file for the results.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="point">The point at which the process kills itself, or "none".</param>
    /// <param name="times">The pass of that point at which the process kills itself.</param>
    /// <param name="policy">What to do with rows in doubt.</param>
    public static Process Start(
        FetchHiveEmulator hive, string journal, string results, int rows, string point, int times, InDoubtRows policy)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true };
        foreach (string argument in new[]
        {
            typeof(BatchProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(static item => item.Key == "TestApp").Value!,
            hive.BaseAddress.AbsoluteUri,
            hive.ApiKey,
            journal,
            results,
            rows.ToString(CultureInfo.InvariantCulture),
            point,
            times.ToString(CultureInfo.InvariantCulture),
            policy.ToString(),
        })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
