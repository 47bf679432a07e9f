using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>
/// The generator, the analyzers and the fixes don't throw and don't report nonsense, whatever the source is: tokens deleted, duplicated and
/// swapped, files that end early, and random damage. <see cref="FuzzPlan"/> says how many of these each run tries.
/// </summary>
public abstract class MutationTests(string family)
{
    // Checks that fixes were really made for families that have them.
    private protected async Task TryAsync(string name, bool hasFixes = false)
    {
        FuzzSource source = FuzzPlan.Families.Single(candidate => candidate.Family == family).Sources()
            .Single(source => source.Name == name);
        Survivor survivor = new(source);
        int tried = 0;
        foreach (Mutation mutation in FuzzPlan.Of(family, source))
        {
            await survivor.TryAsync(mutation);
            tried++;
        }

        Assert.True(tried > 0);
        Assert.True(survivor.FixesMade > 0 || !hasFixes, "No fix was made.");
    }

    private protected static TheoryData<string> NamesOf(IEnumerable<FuzzSource> sources) => [.. sources.Select(source => source.Name)];
}

/// <summary>Every file of every sample.</summary>
public sealed class SampleMutationTests() : MutationTests("samples")
{
    public static TheoryData<string> Names => NamesOf(FuzzSource.Samples());

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_throws_for_any_damage(string name) => TryAsync(name);
}

/// <summary>Sources that break each of the rules.</summary>
public sealed class MistakeMutationTests() : MutationTests("mistakes")
{
    public static TheoryData<string> Names => NamesOf(FuzzSource.Mistakes());

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_throws_for_any_damage(string name) => TryAsync(name);
}

/// <summary>Right declarations.</summary>
public sealed class DeclarationMutationTests() : MutationTests("declarations")
{
    public static TheoryData<string> Names => NamesOf(FuzzSource.Declarations());

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_throws_for_any_damage(string name) => TryAsync(name);
}

/// <summary>Calls, and declarations with a mistake for each fix.</summary>
public sealed class CallMutationTests() : MutationTests("calls")
{
    public static TheoryData<string> Names => NamesOf(FuzzSource.Calls());

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_throws_for_any_damage(string name) => TryAsync(name, hasFixes: true);
}
