using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Snippets.Comparing;

/// <summary>FH5006, FH5007, FH5008 and FH5012: which snippet belongs to which deployment.</summary>
public class DeploymentNameTests
{
    [Theory]
    [InlineData("[FetchHiveDeployment({|FH5006:\"breif\"|}, \"live\")]")]
    [InlineData("[FetchHiveDeployment({|FH5006:\"Brief\"|}, \"live\")]")]
    [InlineData("[FetchHiveDeployment(variant: \"live\", deployment: {|FH5006:\"briefs\"|})]")]
    [InlineData("[FetchHiveDeployment(\"brief\", {|FH5006:\"liev\"|})]")]
    [InlineData("[FetchHiveDeployment({|FH5007:\"summary\"|}, \"live\")]")]
    [InlineData("[FetchHiveDeployment(\"brief\", {|FH5007:\"staging\"|})]")]
    public Task A_name_that_no_snippet_has_is_reported(string attribute) => Compared.SourceAsync(
        attribute + " public partial interface IBrief { Task<string> RunAsync(string other, CancellationToken token = default); }",
        ("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")));

    [Fact]
    public Task A_project_without_snippets_gets_no_diagnostics() => Compared.SourceAsync(
        "[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { Task<string> RunAsync(string other, "
        + "CancellationToken token = default); }",
        ("/notes.txt", "text"));

    [Fact]
    public Task Beside_an_unreadable_snippet_nothing_is_reported_about_names() => Compared.SourceAsync(
        "[FetchHiveDeployment(\"summary\", \"live\")] public partial interface IBrief { Task<string> RunAsync(string other, "
        + "CancellationToken token = default); }",
        ("/brief.fetchhive.sh", Compared.Body("{}")), ("/summary.fetchhive.sh", "curl 'half"));

    [Fact]
    public Task A_line_of_the_snippet_names_further_variants() => Compared.SourceAsync(
        "[FetchHiveDeployment(\"brief\", \"staging\")] public partial interface IBrief { Task<string> RunAsync(string topic, "
        + "CancellationToken token = default); }",
        ("/brief.fetchhive.sh", "# variants: staging\n" + Compared.Body("""{"topic": "Bees"}""")));

    [Fact]
    public Task Each_variant_is_compared_with_its_own_snippet() => Compared.SourceAsync(
        """
        [FetchHiveDeployment("brief", "live")] public partial interface ILive { Task<string> RunAsync(string topic, CancellationToken token = default); }
        [FetchHiveDeployment("brief", "test")] public partial interface ITest { Task<string> RunAsync(string {|FH5002:topic|}, CancellationToken token = default); }
        """,
        ("/a.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")),
        ("/b.fetchhive.sh", """{"deployment": "brief", "variant": "test", "inputs": {"topics": "Bees"}}"""));

    [Theory]
    [InlineData("[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})] public partial interface {|FH5012:IBrief|};")]
    [InlineData("[FetchHiveDeployment(\"brief\", \"live\")] public partial interface {|FH5012:IBrief|};")]
    [InlineData("[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { Task RunAsync(string topic, "
        + "CancellationToken token = default); }")]
    [InlineData("[FetchHiveDeployment({|FH5007:\"summary\"|}, \"live\")] public partial interface IBrief;")]
    [InlineData(
        "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})] public partial interface IOther; "
        + "[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { Task RunAsync(string topic, CancellationToken "
            + "token = default); }")]
    public Task An_interface_without_methods_or_names_can_be_declared_from_a_snippet(string source) =>
        Compared.SourceAsync(source, ("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")));

    [Theory]
    [InlineData("[FetchHiveDeployment(\"\", \"\")] public partial interface IBrief {")]
    [InlineData("[FetchHiveDeployment(")]
    [InlineData("[FetchHiveDeployment(\"brief\", \"live\")] public partial interface")]
    public Task Half_typed_interfaces_give_no_false_diagnostics(string source)
    {
        AnalyzerVerifier<Analyzers.DeploymentAnalyzer>.Test test =
            new() { TestCode = Compared.Usings + source, CompilerDiagnostics = CompilerDiagnostics.None };
        test.TestState.AdditionalFiles.Add(("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")));
        test.DisabledDiagnostics.Add("FH1003");
        test.DisabledDiagnostics.Add("FH1001");
        return test.RunAsync();
    }

    [Theory]
    [InlineData("""{"topic": "Bees"}""", """{"topic": "Ants"}""", null)]
    [InlineData("""{"topic": "Bees"}""", """{"topic": null}""", null)]
    [InlineData("""{"topic": "Bees"}""", """{}""", null)]
    [InlineData("""{"topic": "Bees"}""", """{"subject": "Bees"}""", "the input 'subject'")]
    [InlineData("""{"topic": "Bees"}""", """{"topic": "Bees", "tone": "dry"}""", "the input 'tone'")]
    [InlineData("""{"topic": "Bees", "tone": "dry"}""", """{"topic": "Bees"}""", "the input 'tone'")]
    [InlineData("""{"topic": "Bees"}""", """{"topic": ["Bees"]}""", "the kind of 'topic'")]
    public async Task Two_snippets_of_one_variant_must_agree(string first, string second, string? difference)
    {
        string[] found = await SnippetRun.FindAsync(("/b.fetchhive.sh", Compared.Body(second)), ("/a.fetchhive.sh", Compared.Body(first)));
        Assert.Equal(
            difference is null
                ? []
                : [$"/b.fetchhive.sh(1,16): error FH5008: 'b.fetchhive.sh' and 'a.fetchhive.sh' are both of 'brief', variant 'live', but "
                    + $"differ in {difference}: delete the older one"],
            found);
    }

    [Fact]
    public async Task Snippets_of_two_variants_may_differ() => Assert.Empty(await SnippetRun.FindAsync(
        ("/a.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")),
        ("/b.fetchhive.sh", """{"deployment": "brief", "variant": "test", "inputs": {"topics": "Bees"}}""")));
}
