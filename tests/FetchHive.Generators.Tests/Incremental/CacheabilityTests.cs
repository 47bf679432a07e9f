using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace FetchHive.Generators.Tests.Incremental;

/// <summary>The models contain nothing that keeps a compilation alive, and parsing a declaration again produces an equal model.</summary>
public class CacheabilityTests
{
    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    public static TheoryData<string> MistakeNames => [.. RuleCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_declaration_is_cacheable(string name) =>
        CacheabilityCheck.Verify(new FetchHiveGenerator(), CompilationSetup.Default, Declarations.All[name]);

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void A_declaration_with_a_mistake_is_cacheable_too(string name) =>
        CacheabilityCheck.Verify(new FetchHiveGenerator(), CompilationSetup.Default,
        Marked.Without(RuleCases.Usings + RuleCases.All[name]));

    [Fact]
    public void All_declarations_at_once_are_reused_when_they_are_parsed_again()
    {
        SourceFile[] files = [.. Declarations.All.Select((source, index) => new SourceFile($"{index}.cs", source.Value))];

        IncrementalTest.Start(new FetchHiveGenerator(), CompilationSetup.Default, files).ReparseAll().AssertAllReused();
    }

    /// <summary>The control: a generator with the same parser that also passes on the findings, which refer to symbols.</summary>
    [Fact]
    public void A_generator_that_passes_on_the_findings_too_is_not_cacheable()
    {
        FailException failure = Assert.Throws<FailException>(() =>
            CacheabilityCheck.Verify(new HandsOnFindings(), CompilationSetup.Default,
            RuleCases.Usings + "[FetchHiveDeployment(\"a\", \"b\")] interface IBrief { }"));

        Assert.Contains("(ISymbol)", failure.Message, System.StringComparison.Ordinal);
    }

    private sealed class HandsOnFindings : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<ParseResult> results = context.SyntaxProvider.ForAttributeWithMetadataName(
                Symbols.DeploymentAttribute,
                static (_, _) => true,
                static (found, cancellationToken) => ContractParser.Parse(
                    (INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], found.SemanticModel.Compilation, LanguageVersion.CSharp12,
                    cancellationToken));
            context.RegisterSourceOutput(results, static (output, result) => output.AddSource("A.g.cs", $"// {result.Findings.Count}"));
        }
    }
}
