using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using FetchHive.Generators.Tests.Surface;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>
/// Neither the generator nor the analyzer throws, whatever the source: each token of each source deleted once and written twice, neighbours
/// swapped, files that end early, and random damage.
/// </summary>
/// <remarks>
/// Every variant of every source is tens of thousands, so each run takes a share of them that differs from source to source but not from run to
/// run. With the environment variable FETCHHIVE_MUTATIONS set to <c>all</c> all are tried, and with a number that many random mixes of each too.
/// </remarks>
public class MutationTests
{
    /// <summary>How many variants a test process tries of each kind of each source, unless the environment says otherwise.</summary>
    private const int Share = 14;

    // Of the samples each token is deleted once in every run.
    private const string Sample = "sample ";

    private static readonly string? Effort = Environment.GetEnvironmentVariable("FETCHHIVE_MUTATIONS");

    public static TheoryData<string> Names => [.. Sources.Keys];

    private static Dictionary<string, string> Sources { get; } = All();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_throws_for_any_damage(string name)
    {
        string source = Sources[name];
        Survivor survivor = new(source);
        int tried = 0;

        foreach (Mutation mutation in Chosen(source, name))
        {
            await survivor.TryAsync(mutation);
            tried++;
        }

        Assert.True(tried > 0);
    }

    [Fact]
    public void The_samples_are_among_the_sources() => Assert.Contains(Sources.Keys, name => name.StartsWith("sample ", StringComparison.Ordinal));

    private static IEnumerable<Mutation> Chosen(string source, string name)
    {
        int mixes = int.TryParse(Effort, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : Share;
        if (Effort is not null)
        {
            return Mutations.Of(source).Concat(Mutations.Mixes(source, mixes));
        }

        // Not string.GetHashCode: it differs from run to run.
        ulong seed = name.Aggregate(17UL, (hash, letter) => unchecked((hash * 31) + letter));
        return (name.StartsWith(Sample, StringComparison.Ordinal) ? Mutations.DeleteEach(source) : Pick(Mutations.DeleteEach(source), seed))
            .Concat(Pick(Mutations.DuplicateEach(source), seed + 1))
            .Concat(Pick(Mutations.SwapNeighbours(source), seed + 2))
            .Concat(Pick(Mutations.CutAfterEach(source), seed + 3))
            .Concat(Mutations.Mixes(source, Share / 2, seed));
    }

    private static IEnumerable<Mutation> Pick(IEnumerable<Mutation> mutations, ulong seed)
    {
        Mutation[] all = [.. mutations];
        int step = Math.Max(1, all.Length / Share);
        for (int index = (int)(seed % (ulong)step); index < all.Length; index += step)
        {
            yield return all[index];
        }
    }

    private static Dictionary<string, string> All()
    {
        Dictionary<string, string> sources = [];
        foreach ((string name, string source) in Declarations.All)
        {
            sources.Add(name, source);
        }

        foreach ((string name, string source) in RuleCases.All)
        {
            sources.Add(name, MarkupParser.Parse(RuleCases.Usings + source).Text);
        }

        string project = typeof(MutationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!;
        string samples = Path.GetFullPath(Path.Combine(project, "..", "..", "samples"));
        foreach (string path in Directory.EnumerateFiles(samples, "*.cs", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(path);
            if (text.Contains("FetchHiveDeployment", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                sources.Add(Sample + Path.GetRelativePath(samples, path), text);
            }
        }

        return sources;
    }
}
