using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>The names of files, members and types, and which name wins in a conflict.</summary>
public class NameTests
{
    [Theory]
    [InlineData("global namespace", "IBrief.g.cs")]
    [InlineData("keywords", "namespace.class.static+interface.g.cs")]
    [InlineData("unicode", "Straße.日本.Größe+IÄußerung.g.cs")]
    [InlineData("one name in several namespaces", "Acme.IBrief.g.cs", "Acme.Sub.IBrief.g.cs", "Other.IBrief.g.cs", "IBrief.g.cs")]
    [InlineData("names that differ by case only", "Acme.IBrief.g.cs", "Acme.Ibrief.2.g.cs", "Acme.ibrief.3.g.cs", "acme.IBRIEF.4.g.cs")]
    [InlineData("with and without the I", "Acme.IBrief.g.cs", "Acme.Brief.g.cs")]
    public void Files_are_named_after_the_full_metadata_name(string declaration, params string[] expected)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All[declaration]);

        Assert.Equal(expected, run.GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void Overloads_with_one_output_share_a_contract_and_others_are_numbered()
    {
        Assert.Equal(
            ["CallbackContract<string> StartCallback", "CallbackContract<Answer> StartCallback2",
                "CallbackContract<ImageOutput> DrawCallback", "CallbackContract<JsonElement> AsyncCallback"],
            Contracts(Declarations.All["callbacks"], "Acme.IBrief"));
    }

    [Fact]
    public void The_users_own_members_win()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All["the user's own members win"]);

        string brief = run.Generated("Acme.IBrief.g.cs");
        Assert.DoesNotContain("IBrief Create(", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("string> StartCallback =>", brief, StringComparison.Ordinal);
        Assert.Contains("string> OtherCallback =>", brief, StringComparison.Ordinal);
        Assert.Contains("IOverloads Create(global::FetchHive.FetchHiveClient client)", run.Generated("Acme.IOverloads.g.cs"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("IType Create(", run.Generated("Acme.IType.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_types_keep_their_names()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All["types of the names that generated code uses"]);

        Assert.NotNull(run.Output.GetTypeByMetadataName("Acme.IBriefImplementation3"));
        Assert.NotNull(run.Output.GetTypeByMetadataName("Acme.IBriefFetchHiveExtensions2"));
    }

    [Theory]
    [InlineData("IResearchBrief", "AddResearchBrief")]
    [InlineData("Brief", "AddBrief")]
    [InlineData("Idea", "AddIdea")]
    [InlineData("I", "AddI")]
    [InlineData("IÄußerung", "AddÄußerung")]
    [InlineData("I2", "AddI2")]
    [InlineData("@interface", "Addinterface")]
    public void The_method_that_registers_is_named_without_the_I(string name, string expected)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + $$"""
            namespace Acme { [FetchHiveDeployment("brief", "production")] public partial interface {{name}} { Task<string> RunAsync(CancellationToken token = default); } }
            """).AssertGeneratedCodeIsClean();

        Assert.Contains($" {expected}(this ", Assert.Single(run.GeneratedSources).Text, StringComparison.Ordinal);
    }

    /// <summary>The workaround in docs/declaring.md for a file that uses both namespaces.</summary>
    [Theory]
    [InlineData("builder.AddBrief()", "CS0121")]
    [InlineData("builder.AddDeployment<Acme.V1.IBrief>(Acme.V1.IBrief.Create).AddDeployment<Acme.V2.IBrief>(Acme.V2.IBrief.Create)", null)]
    public void Two_interfaces_of_one_name_are_registered_by_their_types(string call, string? error)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + $$"""
            using Acme.V1; using Acme.V2;
            namespace Acme.V1 { [FetchHiveDeployment("brief", "one")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            namespace Acme.V2 { [FetchHiveDeployment("brief", "two")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            static class Use { public static FetchHiveBuilder Both(FetchHiveBuilder builder) => {{call}}; }
            """);

        Assert.Equal(error,
            run.OutputDiagnostics.FirstOrDefault(found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)?.Id);
    }

    private static IEnumerable<string> Contracts(string source, string type) =>
        GeneratorRun.Of<FetchHiveGenerator>(source).Output.GetTypeByMetadataName(type)!.GetMembers()
        .OfType<Microsoft.CodeAnalysis.IPropertySymbol>()
            .Select(property => property.Type.ToDisplayString(Microsoft.CodeAnalysis.SymbolDisplayFormat.MinimallyQualifiedFormat) + " "
            + property.Name);
}
