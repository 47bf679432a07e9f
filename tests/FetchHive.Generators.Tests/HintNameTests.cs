using System;
using System.Linq;
using System.Text;
using FetchHive.Generators.Emitting;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests;

public class HintNameTests
{
    [Theory]
    [InlineData("Acme.Workflows+IResearchBrief", "Acme.Workflows+IResearchBrief.g.cs")]
    [InlineData("IBrief`1", "IBrief`1.g.cs")]
    [InlineData("IRésumé", "IRésumé.g.cs")]
    [InlineData("IRe\u0301sume\u0301", "IRe(0301)sume(0301).g.cs")]
    [InlineData("<File>F00__IBrief", "(003C)File(003E)F00__IBrief.g.cs")]
    public void A_file_is_named_after_its_type_in_characters_that_the_compiler_accepts(string metadataName, string hintName) =>
        Assert.Equal(hintName, HintNames.Of(metadataName));

    [Fact]
    public void A_name_that_is_too_long_for_a_file_is_shortened_and_stays_unique()
    {
        string[] names =
        [
            "Acme." + new string('O', 300) + "+IBrief",
            "Acne." + new string('O', 300) + "+IBrief",
            "Acme." + new string('日', 100) + "+IBrief",
            "Acme." + string.Concat(Enumerable.Repeat("e\u0301", 100)) + "+IBrief`2",
            "Acme." + new string('O', 300) + "+IBrief.2",
        ];
        string[] hints = [.. names.Select(HintNames.Of)];

        Assert.All(hints, hint => Assert.InRange(Encoding.UTF8.GetByteCount(hint), 100, 160));
        Assert.Equal(names.Length, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("(e2ea793226821384)" + new string('O', 130) + "+IBrief.g.cs", hints[0]);
        Assert.EndsWith("+IBrief`2.g.cs", hints[3], StringComparison.Ordinal);
        Assert.Equal(hints, names.Select(HintNames.Of));
        Assert.Equal(160, Encoding.UTF8.GetByteCount(HintNames.Of(new string('a', 155))));
        Assert.DoesNotContain("(", HintNames.Of(new string('a', 155)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partial interface IRe\u0301sume\u0301")]
    [InlineData("file partial interface IBrief")]
    public void A_type_with_any_name_gets_a_file(string declaration) =>
        GeneratorRun.Of<FetchHiveGenerator>($$"""
            [FetchHive.FetchHiveDeployment("brief", "production")]
            {{declaration}}
            {
                System.Threading.Tasks.Task<string> RunAsync(string topic, System.Threading.CancellationToken cancellationToken = default);
            }
            """).AssertCompiles();
}
