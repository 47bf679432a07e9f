using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Robustness;

public class FuzzPlanTests
{
    [Fact]
    public void Each_run_tries_twenty_thousand_variants_no_two_of_which_are_alike()
    {
        int variants = 0;
        foreach ((string family, Func<IEnumerable<FuzzSource>> sources, _) in FuzzPlan.Families)
        {
            variants += sources().Sum(source => FuzzPlan.Of(family, source).Count());
        }

        // Not many more, because each run takes the time for them.
        Assert.True(variants < FuzzPlan.Least * 1.5,
            $"{variants} variants are tried: lower a number in {nameof(FuzzPlan)}.{nameof(FuzzPlan.Families)}.");
        Assert.True(variants >= FuzzPlan.Least,
            $"Only {variants} variants are tried: raise a number in {nameof(FuzzPlan)}.{nameof(FuzzPlan.Families)}.");
    }

    [Fact]
    public void Every_token_of_every_sample_is_deleted_once()
    {
        FuzzSource[] samples = [.. FuzzSource.Samples()];

        Assert.Contains(samples, sample => sample.Text.Contains("[FetchHiveDeployment(", StringComparison.Ordinal));
        Assert.All(samples, sample => Assert.Subset(
            FuzzPlan.Of("samples", sample).Select(mutation => mutation.Text).ToHashSet(),
            Mutations.DeleteEach(sample.Text).Select(mutation => mutation.Text).ToHashSet()));
    }

    [Fact]
    public void Each_kind_of_damage_is_done_to_each_source()
    {
        foreach ((string family, Func<IEnumerable<FuzzSource>> sources, _) in FuzzPlan.Families)
        {
            Assert.All(sources(), source =>
            {
                string[] names = [.. FuzzPlan.Of(family, source).Select(mutation => mutation.Name)];
                Assert.Contains(names, name => name.StartsWith("without ", StringComparison.Ordinal));
                Assert.Contains(names, name => name.EndsWith(" twice", StringComparison.Ordinal));
                Assert.Contains(names, name => name.EndsWith(" swapped", StringComparison.Ordinal));
                Assert.Contains(names, name => name.StartsWith("cut ", StringComparison.Ordinal));
                Assert.Contains(names, name => name.StartsWith("mix ", StringComparison.Ordinal));
            });
        }
    }
}
