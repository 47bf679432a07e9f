using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Surface;

public class SnapshotTests
{
    /// <summary>One generated file to read, as users see it when they step into generated code. Other tests check its content.</summary>
    [Fact]
    public async Task The_generated_file_of_the_README_is_as_approved()
    {
        CSharpSourceGeneratorTest<FetchHiveGenerator> test = new()
        {
            TestCode = Declarations.ResearchBrief,
            CompilerDiagnostics = CompilerDiagnostics.Suggestions,
        };
        foreach ((string name, string text) in Snapshots.Approved(
            "Surface/Snapshots/ResearchBrief", () => GeneratorRun.Of<FetchHiveGenerator>(Declarations.ResearchBrief)))
        {
            test.TestState.GeneratedSources.Add((typeof(FetchHiveGenerator), name, SourceText.From(text, Encoding.UTF8)));
        }

        Assert.NotEmpty(test.TestState.GeneratedSources);
        await test.RunAsync();
    }
}
