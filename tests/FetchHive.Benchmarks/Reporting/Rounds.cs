using System;
using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>The rounds of studies that don't use BenchmarkDotNet.</summary>
internal static class Rounds
{
    private const string Variable = "FETCHHIVE_BENCHMARK_ROUNDS";

    /// <summary>The study's usual number of rounds, or <c>FETCHHIVE_BENCHMARK_ROUNDS</c>, for a quick look. The tables say how many there
    /// were.</summary>
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int rounds)
        && rounds > 0 ? rounds : usual;

    /// <summary>
    /// Goes through all contestants in each round, so that a change of the machine's speed affects all of them. Each round begins with
    /// another contestant, so that none always follows the same other one.
    /// </summary>
    /// <param name="compared">The contestants.</param>
    /// <param name="warmUps">The rounds before those that count. They compile code and bring files into memory.</param>
    /// <param name="rounds">The rounds that count.</param>
    /// <returns>The contestant to measure next, and whether the figure counts.</returns>
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
