using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>Applies the settings and attributes that the index shows for configuring, to check that they work.</summary>
public class ConfiguringTests
{
    private static readonly IReadOnlyList<string> Settings = RuleDocs.IndexBlocks("ini");

    [Fact]
    public async Task Severities_of_rules_can_be_set_for_all_files_and_for_some()
    {
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RunAsync("FH1010", "", "/src/Workflows.cs")).Severity);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await RunAsync("FH1010", Settings[0], "/src/Workflows.cs")).Severity);

        Assert.Single(await RunAsync("FH3006", Settings[0], "/src/Workflows.cs"));
        Assert.Empty(await RunAsync("FH3006", Settings[0], "/src/Legacy/Workflows.cs"));
    }

    [Fact]
    public async Task The_severity_of_a_category_can_be_set()
    {
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await RunAsync("FH3006", "", "/src/Workflows.cs")).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await RunAsync("FH3006", Settings[1], "/src/Workflows.cs")).Severity);
    }

    [Fact]
    public async Task A_pragma_or_an_attribute_suppresses_one_place()
    {
        string members = Assert.Single(RuleDocs.IndexBlocks("csharp"));
        string loud = members
            .Replace("#pragma warning disable", "// ", StringComparison.Ordinal)
            .Replace("[SuppressMessage", "// [SuppressMessage", StringComparison.Ordinal);

        Assert.Empty(await ExampleBuild.RunAsync(Declaration(members)));
        Assert.Collection(
            await ExampleBuild.RunAsync(Declaration(loud)),
            diagnostic => Assert.Equal("FH2007", diagnostic.Id),
            diagnostic => Assert.Equal("FH2007", diagnostic.Id));

        static Example Declaration(string members) => Example.Parse("index", "Configuring", $$"""
            ```csharp
            using System.Diagnostics.CodeAnalysis;
            using System.Threading;
            using System.Threading.Tasks;
            using FetchHive;

            [FetchHiveDeployment("describe-picture", "production")]
            public partial interface IDescribePicture
            {
            {{members}}
            }
            ```
            """ + "\n");
    }

    [Fact]
    public async Task Suppressing_an_error_leaves_a_project_that_compiles_and_a_client_that_cannot_be_created()
    {
        const string Source = """
            #pragma warning disable FH2005
            using FetchHive;
            using System.Threading;
            using System.Threading.Tasks;

            [FetchHiveDeployment("explain-figures", "production")]
            public partial interface IExplainFigures
            {
                Task<string> RunAsync(double[,] figures, CancellationToken cancellationToken = default);
            }

            public static class Program
            {
                public static object Create() => IExplainFigures.Create(new FetchHiveClient(new FetchHiveOptions { ApiKey = "key" }));
            }
            """;

        Assert.Empty(await ExampleBuild.RunAsync(new Example("suppressed", Source, CompilationSetup.Default, Output: null)));

        using LoadedAssembly loaded = GeneratorRun.Of<FetchHiveGenerator>(Source).Load();
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => loaded.Invoke("Program", "Create"));
        Assert.Contains("IExplainFigures", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Diagnostic>> RunAsync(string id, string settings, string path)
    {
        Example wrong = RuleDocs.Page(id).Wrong;
        return await ExampleBuild.RunAsync(wrong with
        {
            File = wrong.File with { Path = path },
            Setup = wrong.Setup with { AnalyzerConfigFiles = [("/.editorconfig", settings)] },
        });
    }
}
