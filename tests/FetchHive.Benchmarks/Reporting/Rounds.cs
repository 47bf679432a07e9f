using System;
using System.Globalization;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>How often a study that isn't BenchmarkDotNet's measures.</summary>
internal static class Rounds
{
    private const string Variable = "FETCHHIVE_BENCHMARK_ROUNDS";

    /// <summary>The study's own number, or that of <c>FETCHHIVE_BENCHMARK_ROUNDS</c>, for a quick look. The tables say which it
    /// was.</summary>
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int rounds)
        && rounds > 0 ? rounds : usual;
}
