using System.Collections.Generic;
using System.Linq;

namespace FetchHive.Benchmarks.Reporting;

internal static class Median
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        List<double> sorted = [.. values];
        sorted.Sort();
        int half = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>The median of two contestants' ratios, round by round: the machine's speed changes from round to round.</summary>
    /// <param name="one">The figure of one contestant in each round.</param>
    /// <param name="other">That of the other in the same rounds.</param>
    public static double OfRatios(IEnumerable<double> one, IEnumerable<double> other) =>
        Of(one.Zip(other, static (one, other) => one / other));
}
