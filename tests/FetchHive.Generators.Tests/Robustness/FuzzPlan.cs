using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>
/// Chooses variants. Every variant of every source is some hundred thousand, so each run takes a share of them, evenly over each source:
/// the same on every machine and in every run. Of the samples each token is deleted in any case.
/// </summary>
/// <remarks>
/// With the environment variable FETCHHIVE_MUTATIONS set to <c>all</c> all are tried, and with a number that many random mixes of each
/// source too.
/// </remarks>
internal static class FuzzPlan
{
    /// <summary>How many variants each run tries at least, over all families of sources.</summary>
    public const int Least = 20_000;

    private static readonly string? Effort = Environment.GetEnvironmentVariable("FETCHHIVE_MUTATIONS");

    /// <summary>How many of each source are taken for granted: random mixes of several changes.</summary>
    private const int Mixes = 8;

    /// <summary>Of a sample whose every token is deleted, some of the other kinds are tried too, however long it is.</summary>
    private const int FewestOfARest = 40;

    /// <summary>Each family of sources, and how many of its variants are tried.</summary>
    public static IReadOnlyList<(string Family, Func<IEnumerable<FuzzSource>> Sources, int Variants)> Families { get; } =
    [
        ("samples", FuzzSource.Samples, 4_500),
        ("mistakes", FuzzSource.Mistakes, 9_600),

        // One variant in 6,600 makes the compiler itself overflow its stack: an attribute whose argument is a constant of the type that it
        // stands on.
        ("declarations", FuzzSource.Declarations, 6_000),

        // Few, since each has twenty mistakes in it, and making a fix takes longer than finding it.
        ("calls", FuzzSource.Calls, 500),
    ];

    /// <summary>The variants of one source of a family, no text twice.</summary>
    public static IEnumerable<Mutation> Of(string family, FuzzSource source) =>
        Chosen(family, source).DistinctBy(mutation => mutation.Text);

    private static IEnumerable<Mutation> Chosen(string family, FuzzSource source)
    {
        if (Effort is not null)
        {
            int mixes = int.TryParse(Effort, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : Mixes;
            return Mutations.Of(source.Text).Concat(Mutations.Mixes(source.Text, mixes));
        }

        (_, Func<IEnumerable<FuzzSource>> sources, int variants) = Families.Single(candidate => candidate.Family == family);
        Mutation[] always = family == "samples" ? [.. Mutations.DeleteEach(source.Text)] : [];
        int budget = Math.Max(1, (variants / sources().Count()) - Mixes);
        return always
            .Concat(Spread([.. Mutations.Of(source.Text).Skip(always.Length)], Math.Max(FewestOfARest, budget - always.Length),
            SeedOf(source.Name)))
            .Concat(Mutations.Mixes(source.Text, Mixes, SeedOf(source.Name)));
    }

    /// <summary>So many of them, as far from one another as can be.</summary>
    private static IEnumerable<Mutation> Spread(Mutation[] all, int count, ulong seed)
    {
        double step = Math.Max(1, all.Length / (double)Math.Max(1, count));
        for (double at = seed % Math.Max(1, (ulong)step); at < all.Length && count > 0; at += step)
        {
            yield return all[(int)at];
        }
    }

    // Not string.GetHashCode: it differs from run to run.
    private static ulong SeedOf(string name) => name.Aggregate(17UL, (hash, letter) => unchecked((hash * 31) + letter));
}
