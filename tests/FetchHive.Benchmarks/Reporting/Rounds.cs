using System;
using System.Collections.Generic;
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

    /// <summary>
    /// All that is compared, round by round: a machine whose speed changes changes it for all of it. Each begins a round in its turn, so
    /// that none always follows the same other.
    /// </summary>
    /// <param name="compared">What is compared.</param>
    /// <param name="warmUps">The rounds before those that count, in which code is compiled and files come into memory.</param>
    /// <param name="rounds">The rounds that count.</param>
    /// <returns>What to measure next, and whether the figure counts.</returns>
    public static IEnumerable<(T Next, bool Counts)> InTurn<T>(IReadOnlyList<T> compared, int warmUps, int rounds)
    {
        for (int round = 0; round < warmUps + rounds; round++)
        {
            for (int i = 0; i < compared.Count; i++)
            {
                yield return (compared[(i + round) % compared.Count], round >= warmUps);
            }
        }
    }
}
