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
    public void A_file_has_its_type_s_name_in_characters_that_the_compiler_takes(string metadataName, string hintName) =>
        Assert.Equal(hintName, HintNames.Of(metadataName));

    [Theory]
    [InlineData("partial interface IRe\u0301sume\u0301")]
    [InlineData("file partial interface IBrief")]
    public void A_type_with_any_name_can_be_generated_for(string declaration) =>
        GeneratorRun.Of<FetchHiveGenerator>($$"""
            [FetchHive.FetchHiveDeployment("brief", "production")]
            {{declaration}}
            {
                System.Threading.Tasks.Task<string> RunAsync(string topic, System.Threading.CancellationToken cancellationToken = default);
            }
            """).AssertCompiles();
}
