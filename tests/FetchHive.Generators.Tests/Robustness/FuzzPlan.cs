using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>
/// Chooses variants. All variants of all sources are some hundred thousand, so each run takes a share of them, spread evenly over each
/// source. The share is the same on every machine and in every run. In the samples, every token is deleted once.
/// </summary>
/// <remarks>
/// With the environment variable FETCHHIVE_MUTATIONS set to <c>all</c>, a run tries all variants. With a number, it also tries that many
/// random mixes of each source.
/// </remarks>
internal static class FuzzPlan
{
    /// <summary>The least number of variants that each run tries, over all families of sources.</summary>
    public const int Least = 20_000;

    private static readonly string? Effort = Environment.GetEnvironmentVariable("FETCHHIVE_MUTATIONS");

    /// <summary>The number of random mixes of several changes that each run tries for each source.</summary>
    private const int Mixes = 8;

    /// <summary>The least number of variants of the other kinds for a sample whose every token is deleted, however long it is.</summary>
    private const int FewestOfARest = 40;

    /// <summary>The families of sources, and how many of their variants are tried.</summary>
    public static IReadOnlyList<(string Family, Func<IEnumerable<FuzzSource>> Sources, int Variants)> Families { get; } =
    [
        ("samples", FuzzSource.Samples, 4_500),
        ("mistakes", FuzzSource.Mistakes, 9_600),

        // One variant in 6,600 makes the compiler itself overflow its stack: an attribute whose argument is a constant of the type that has
        // the attribute.
        ("declarations", FuzzSource.Declarations, 6_000),

        // Only a few, because each has twenty mistakes, and making a fix takes longer than finding it.
        ("calls", FuzzSource.Calls, 500),
    ];

    /// <summary>The variants of one source of a family, without duplicates.</summary>
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

    /// <summary>A number of mutations, spread as far apart as possible.</summary>
    private static IEnumerable<Mutation> Spread(Mutation[] all, int count, ulong seed)
    {
        double step = Math.Max(1, all.Length / (double)Math.Max(1, count));
        for (double at = seed % Math.Max(1, (ulong)step); at < all.Length && count > 0; at += step)
        {
            yield return all[(int)at];
        }
    }

    // Not string.GetHashCode, which differs from run to run.
    private static ulong SeedOf(string name) => name.Aggregate(17UL, (hash, letter) => unchecked((hash * 31) + letter));
}
