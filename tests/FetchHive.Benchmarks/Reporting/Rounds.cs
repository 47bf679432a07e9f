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
    /// Goes through all contestants in each round, so that a change of the machine's speed affects all of them. Each round has an order of
    /// its own, the same in each run of the study: a contestant pays for some of the garbage of the one before it, and none may always
    /// follow the same other one.
    /// </summary>
    /// <param name="compared">The contestants.</param>
    /// <param name="warmUps">The rounds before those that count. They compile code and bring files into memory.</param>
    /// <param name="rounds">The rounds that count.</param>
    /// <returns>The contestant to measure next, and whether the figure counts.</returns>
    public static IEnumerable<(T Next, bool Counts)> InTurn<T>(IReadOnlyList<T> compared, int warmUps, int rounds)
    {
        T[] order = [.. compared];
        var random = new Random(1);
        for (int round = 0; round < warmUps + rounds; round++)
        {
            random.Shuffle(order);
            foreach (T next in order)
            {
                yield return (next, round >= warmUps);
            }
        }
    }
}
