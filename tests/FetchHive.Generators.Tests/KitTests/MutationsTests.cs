using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.KitTests;

public class MutationsTests
{
    private const string Source = "class A { int b; } // end\n";

    [Fact]
    public void Each_token_is_deleted_once() => Assert.Equal(
        [
            " A { int b; } // end\n",
            "class  { int b; } // end\n",
            "class A  int b; } // end\n",
            "class A {  b; } // end\n",
            "class A { int ; } // end\n",
            "class A { int b } // end\n",
            "class A { int b;  // end\n",
        ],
        Mutations.DeleteEach(Source).Select(mutation => mutation.Text));

    [Fact]
    public void Each_token_is_written_twice_once()
    {
        List<Mutation> mutations = [.. Mutations.DuplicateEach(Source)];

        Assert.Equal(7, mutations.Count);
        Assert.Equal("class A { int int b; } // end\n", mutations[3].Text);
        Assert.Equal("token 3 'int' twice", mutations[3].Name);
    }

    [Fact]
    public void Each_pair_of_neighbours_is_swapped_once()
    {
        List<Mutation> mutations = [.. Mutations.SwapNeighbours(Source)];

        Assert.Equal(6, mutations.Count);
        Assert.Equal("A class { int b; } // end\n", mutations[0].Text);
        Assert.Empty(Mutations.SwapNeighbours("}}"));
    }

    [Fact]
    public void The_source_is_cut_after_each_token_but_the_last()
    {
        List<string> texts = [.. Mutations.CutAfterEach(Source).Select(mutation => mutation.Text)];

        Assert.Equal(6, texts.Count);
        Assert.Equal("class A { ", texts[2]);
    }

    [Fact]
    public void A_directive_before_the_end_of_the_file_is_kept() =>
        Assert.All(Mutations.DeleteEach("#if !X\nclass A { }\n#endif\n"),
        mutation => Assert.EndsWith("#endif\n", mutation.Text, StringComparison.Ordinal));

    [Fact]
    public void One_call_gives_all_kinds_of_mutations_and_makes_them_on_demand()
    {
        Assert.Equal(7 + 7 + 6 + 6, Mutations.Of(Source).Count());
        Assert.Equal(Source.Replace("class", "", StringComparison.Ordinal), Mutations.Of(Source).First().Text);
        Assert.Equal(3, Mutations.Mixes(Source, int.MaxValue).Take(3).Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_mixes_and_another_seed_others()
    {
        List<Mutation> mixes = [.. Mutations.Mixes(Source, 50, seed: 7)];

        Assert.Equal(50, mixes.Count);
        Assert.Equal(mixes, Mutations.Mixes(Source, 50, seed: 7));
        Assert.NotEqual(mixes.Select(mix => mix.Text), Mutations.Mixes(Source, 50, seed: 8).Select(mix => mix.Text));
        Assert.True(mixes.Select(mix => mix.Text).Distinct().Count() > 40);
        // A literal value, to notice if the random numbers change, or differ on another machine.
        Assert.Equal("class A { int bb", mixes[1].Text);
    }

    [Fact]
    public void An_empty_source_has_no_variants()
    {
        Assert.Empty(Mutations.Of(""));
        Assert.Empty(Mutations.Mixes("// nothing", 5));
    }
}
