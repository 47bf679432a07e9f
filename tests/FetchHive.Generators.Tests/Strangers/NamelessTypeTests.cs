using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Strangers;

/// <summary>FH1020: types that no name refers to.</summary>
public sealed class NamelessTypeTests
{
    private const string Library = "namespace Shared { public class Dto { public int A { get; set; } } public interface IBase { "
        + "Task<Dto> RunAsync(Dto x, CancellationToken c = default); } }";

    private const string Inherits = "[FetchHiveDeployment(\"d\", \"v\")] public partial interface IBrief : Shared.IBase { }";

    [Fact]
    public async Task A_type_that_two_references_have_is_refused()
    {
        Stranger project = new(Inherits, ("A", [], Library), ("B", [], "namespace Shared { public class Dto { } }"));

        Assert.Equal(
            "'Shared.Dto' can't be named in generated code, because 'B' also has a type with that name: "
            + "give the reference to 'A' an alias beside 'global', such as Aliases=\"global,Other\"",
            await OnlyErrorAsync(project.Built(), project.File()));
    }

    [Fact]
    public async Task A_type_that_one_of_the_project_hides_is_refused()
    {
        Stranger project = new(Inherits + "namespace Shared { public class Dto { } }", ("A", [], Library));

        Assert.StartsWith(
            "'Shared.Dto' can't be named in generated code, because this project also has a type with that name: rename it, or",
            await OnlyErrorAsync(project.Built(), project.File()),
            System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FetchHive", "FetchHive.FetchHiveClient")]
    [InlineData("System.Text.Json", "System.Text.Json.JsonSerializerOptions")]
    public async Task A_library_that_generated_code_needs_is_not_hidden_behind_an_alias(string assembly, string type)
    {
        References references = References.For(Target.Net10);
        MetadataReference reference =
            references.All.Single(candidate => System.IO.Path.GetFileNameWithoutExtension(candidate.Display) == assembly);
        CompilationSetup setup = CompilationSetup.Default with
        {
            References = references.Without(assembly).With(reference.WithAliases(["Hidden"])),
        };
        string root = assembly == "FetchHive" ? "Hidden" : "global";

        Assert.Equal(
            $"'{type}' can't be named in generated code, because the reference to '{assembly}' has an alias in place of 'global': add "
            + $"'global' to its Aliases",
            await OnlyErrorAsync(setup, $$"""
                extern alias Hidden;
                using System.Threading.Tasks;
                [{{root}}::FetchHive.FetchHiveDeployment("d", "v")] public partial interface IBrief { Task<string> RunAsync(int x, System.Threading.CancellationToken c = default); }
                """));
    }

    [Theory]
    [InlineData("internal class Dto { }", "")]
    [InlineData("public class Dto<T> { }", "")]
    [InlineData("public class Dto { }", "Other")]
    public async Task An_inaccessible_type_does_not_conflict(string rival, string alias)
    {
        Stranger project = new(Inherits, ("A", [], Library), ("B", alias.Length == 0 ? [] : [alias], $"namespace Shared {{ {rival} }}"));
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), project.Built(), project.File()).AssertCompiles();

        Assert.Empty(await Rules.Findings.ErrorsOfAsync(run.Output));
        Assert.True(Generated.IsComplete(run));
    }

    private static async Task<string> OnlyErrorAsync(CompilationSetup setup, SourceFile file)
    {
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, file);
        Diagnostic error = Assert.Single(await Rules.Findings.ErrorsOfAsync(run.Output));
        Assert.Equal("FH1020", error.Id);
        Assert.DoesNotContain(run.GeneratedSources, source => source.Text.Contains("sealed class ", System.StringComparison.Ordinal));
        return error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }
}
