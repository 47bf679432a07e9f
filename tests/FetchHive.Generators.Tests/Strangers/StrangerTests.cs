using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Strangers;

/// <summary>Generated code compiles in other people's projects, in every nullable context, with every warning and strict check of the
/// compiler on.</summary>
public sealed class StrangerTests
{
    public static TheoryData<string, NullableContextOptions> Projects
    {
        get
        {
            TheoryData<string, NullableContextOptions> data = [];
            foreach (string name in Strangers.All.Keys)
            {
                data.Add(name, NullableContextOptions.Enable);
                data.Add(name, NullableContextOptions.Disable);
            }

            foreach (string name in Strangers.All.Keys.Where(name => name.StartsWith("generic bases", System.StringComparison.Ordinal)))
            {
                data.Add(name, NullableContextOptions.Annotations);
                data.Add(name, NullableContextOptions.Warnings);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Clients_are_complete_and_compile_without_a_warning(string name, NullableContextOptions nullable)
    {
        Stranger stranger = Strangers.All[name];
        CompilationSetup setup =
            stranger.Built() with { Nullable = nullable, IsStrict = true, ChecksOverflow = true, ChecksDocumentation = true };

        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, stranger.File()).AssertCompiles();

        AssertNothingSaid(run);
        Assert.True(Generated.IsComplete(run));
        Assert.Empty(await Rules.Findings.ErrorsOfAsync(run.Output));
        AssertNothingSaid(
            GeneratorRun.Of(new FetchHiveGenerator(), setup with { LanguageVersion = LanguageVersion.CSharp9 }, stranger.File()));
        run.Emit();
    }

    /// <summary>Checks that there isn't even an info, because <c>WarningsAsErrors</c> and <c>.editorconfig</c> can turn it into an
    /// error.</summary>
    private static void AssertNothingSaid(GeneratorRun run)
    {
        HashSet<SyntaxTree> generated = [.. Generated.Trees(run)];
        List<Diagnostic> said =
            [.. run.OutputDiagnostics.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && generated.Contains(tree))];
        Assert.True(said.Count == 0, DiagnosticText.List(said));
    }
}
