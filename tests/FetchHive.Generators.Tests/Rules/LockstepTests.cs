using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Tests.Calls;
using FetchHive.Generators.Tests.Company;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Robustness;
using FetchHive.Generators.Tests.RulePages;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>The analyzer and the generator share one parser, and must always agree on what is an error.</summary>
public class LockstepTests
{
    // The SDK's implicit usings.
    private const string GlobalUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Names => [.. Sources.Keys];

    public static TheoryData<string> Pages => [.. RuleDocs.PageIds];

    private static Dictionary<string, string> Sources { get; } = All();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_client_is_complete_exactly_when_no_error_is_reported(string name)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Sources[name]);

        List<Diagnostic> errors = await Findings.ErrorsOfAsync(run.Output);

        Assert.Equal(errors.Count == 0, Generated.IsComplete(run));
    }

    /// <summary>The samples, and the projects that the other tests build. They declare what users would declare, and more.</summary>
    [Theory]
    [InlineData("samples", 1)]
    [InlineData("tests/FetchHive.Contracts.Tests", 10)]
    [InlineData("tests/FetchHive.NoReflection.Tests", 5)]
    [InlineData("tests/FetchHive.Package.Tests/Consumers", 5)]
    public async Task The_clients_of_a_project_that_is_built_are_complete(string folder, int least)
    {
        int clients = 0;
        foreach (SampleProject project in SampleProject.Under(folder))
        {
            SourceFile[] files = [.. project.Files, ("GlobalUsings.cs", GlobalUsings)];
            // One of the samples has agent tools.
            CompilationSetup setup = CompilationSetup.Default with
            {
                OutputKind = OutputKind.ConsoleApplication,
                AllowUnsafe = true,
                References =
                    CompilationSetup.Default.References.With(Surface.TestProcess.Reference("Microsoft.Extensions.AI.Abstractions")),
            };
            GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, files);

            Assert.Empty(await Findings.ErrorsOfAsync(run.Output));
            INamedTypeSymbol[] interfaces = [.. DeploymentsIn(run.Input.Assembly.GlobalNamespace)];
            Assert.Equal(interfaces.Length,
                run.GeneratedSources.Count(source => source.Text.Contains("sealed class ", StringComparison.Ordinal)));
            clients += interfaces.Length;
        }

        Assert.True(clients >= least, $"Only {clients} declarations were found in {folder}.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_examples_of_the_documentation_keep_step(string id)
    {
        RulePage page = RuleDocs.Page(id);
        foreach (Example example in new[] { page.Wrong, page.Right })
        {
            GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), example.Setup, example.File);
            if (run.GeneratedSources.Count > 0)
            {
                Assert.Equal((await Findings.ErrorsOfAsync(run.Output)).Count == 0, Generated.IsComplete(run));
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> DeploymentsIn(INamespaceOrTypeSymbol space)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type && type.IsDeployment())
            {
                yield return type;
            }

            foreach (INamedTypeSymbol nested in DeploymentsIn(member))
            {
                yield return nested;
            }
        }
    }

    private static Dictionary<string, string> All()
    {
        Dictionary<string, string> sources = [];
        foreach ((string name, string source) in RuleCases.All)
        {
            sources.Add(name, Marked.Without(RuleCases.Usings + source));
        }

        foreach ((string name, string source) in RuleCases.Correct)
        {
            sources.Add("correct: " + name, RuleCases.Usings + source);
        }

        sources.Add("the company's workflows", CompanyWorkflows.Source);
        sources.Add("what the calls call", CallSource.Contract);
        foreach ((string name, string source) in Declarations.All)
        {
            sources.Add("declaration: " + name, source);
        }

        return sources;
    }
}
