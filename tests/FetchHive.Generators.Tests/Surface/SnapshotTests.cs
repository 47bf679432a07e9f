using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Surface;

public class SnapshotTests
{
    /// <summary>One file to read as a user reads it who steps into the generated code. Other tests say what has to be in it.</summary>
    [Fact]
    public async Task The_generated_file_of_the_README_is_as_approved() => await new CSharpSourceGeneratorTest<FetchHiveGenerator>
    {
        TestCode = Declarations.ResearchBrief,
        SnapshotFolder = "Surface/Snapshots/ResearchBrief",
        CompilerDiagnostics = CompilerDiagnostics.Suggestions,
    }.RunAsync();
}
