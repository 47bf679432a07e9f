using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Snippets.Comparing;

/// <summary>FH5004 and FH5005: the kinds of values, and the properties of objects.</summary>
public class InputKindTests
{
    private const string Company = "public sealed record Company(string Name, string Website);";

    [Theory]
    [InlineData("\"text\"", "string a")]
    [InlineData("\"text\"", "Guid a")]
    [InlineData("\"text\"", "DateTimeOffset a")]
    [InlineData("\"text\"", "Uri a")]
    [InlineData("\"text\"", "DayOfWeek? a")]
    [InlineData("\"text\"", "[Input(AsText = true)] int a")]
    [InlineData("\"text\"", "JsonElement a")]
    [InlineData("1", "int a")]
    [InlineData("1", "decimal? a")]
    [InlineData("1", "JsonElement a")]
    [InlineData("true", "bool a")]
    [InlineData("[]", "string[] a")]
    [InlineData("[1]", "IReadOnlyList<int> a")]
    [InlineData("[1]", "System.Text.Json.Nodes.JsonArray a")]
    [InlineData("{}", "Dictionary<string, int> a")]
    [InlineData("{}", "Company a")]
    [InlineData("null", "int a")]
    public Task Values_of_the_kind_of_the_sample_are_right(string sample, string parameter) =>
        Compared.ParametersAsync($$"""{"a": {{sample}}}""", parameter, Company);

    [Theory]
    [InlineData("[]", "{|FH5004:string|} a")]
    [InlineData("[\"x\"]", "{|FH5004:string?|} a = null")]
    [InlineData("[]", "{|FH5004:int|} a")]
    [InlineData("\"text\"", "{|FH5004:string[]|} a")]
    [InlineData("\"text\"", "{|FH5004:List<Company>|} a")]
    [InlineData("\"text\"", "{|FH5004:int|} a")]
    [InlineData("\"text\"", "{|FH5004:bool|} a")]
    [InlineData("1", "{|FH5004:string|} a")]
    [InlineData("1", "[Input(AsText = true)] {|FH5004:int|} a")]
    [InlineData("true", "{|FH5004:string|} a")]
    [InlineData("{}", "{|FH5004:string|} a")]
    [InlineData("{}", "{|FH5004:Company[]|} a")]
    [InlineData("[{}]", "{|FH5004:Company|} a")]
    public Task Values_of_another_kind_are_a_mistake(string sample, string parameter) =>
        Compared.ParametersAsync($$"""{"a": {{sample}}}""", parameter, Company);

    [Theory]
    [InlineData("[]", "string", DiagnosticSeverity.Error)]
    [InlineData("\"text\"", "string[]", DiagnosticSeverity.Warning)]
    [InlineData("[]", "int", DiagnosticSeverity.Warning)]
    public async Task Only_an_array_that_is_sent_as_text_is_certain(string sample, string type, DiagnosticSeverity severity)
    {
        AnalyzerVerifier<DeploymentAnalyzer>.Test test = new()
        {
            TestCode = Compared.Usings
                + $$"""[FetchHiveDeployment("brief", "live")] public partial interface IBrief """
                + $$"""{ Task RunAsync({|#0:{{type}}|} a, CancellationToken token = default); }""",
        };
        test.TestState.AdditionalFiles.Add(("/brief.fetchhive.sh", Compared.Body($$"""{"a": {{sample}}}""")));
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        // The additional location is in the snippet.
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(SnippetRules.OtherKind.Id, severity)
            .WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("""[{"name": "A", "website": "B"}]""")]
    [InlineData("""[{"name": "A"}, {"website": "B"}]""")]
    [InlineData("""[{"name": "A"}]""")]
    [InlineData("""[{"name": "A", "website": "B", "country": "CH"}]""")]
    [InlineData("""[{"name": 1, "website": null}]""")]
    [InlineData("""[]""")]
    public Task Properties_may_be_more_or_fewer(string sample) =>
        Compared.ParametersAsync($$"""{"companies": {{sample}}}""", "IReadOnlyList<Company> companies", Company);

    [Theory]
    [InlineData("IReadOnlyList<Company>")]
    [InlineData("Company[]?")]
    [InlineData("List<Company?>")]
    public Task A_misspelt_property_is_a_mistake(string type) => Compared.ParametersAsync(
        """{"companies": [{"name": "A", "web_site": "B"}]}""", $"{{|FH5005:{type}|}} companies", Company);

    [Fact]
    public Task A_misspelt_property_deep_inside_is_a_mistake() => Compared.ParametersAsync(
        """{"order": {"lines": [{"product": {"titel": "A"}}]}}""",
        "{|FH5005:Order|} order",
        "public sealed record Order(IReadOnlyList<Line> Lines); public sealed record Line(Product Product); public sealed record "
        + "Product(string Title);");

    [Fact]
    public Task A_type_that_contains_itself_is_compared_as_deep_as_the_sample() => Compared.ParametersAsync(
        """{"tree": {"children": [{"children": [{"nmae": "A"}]}]}}""",
        "{|FH5005:Tree|} tree",
        "public sealed record Tree(IReadOnlyList<Tree>? Children, string? Name);");

    [Fact]
    public Task Half_typed_types_give_no_diagnostics() => Compared.HalfTypedAsync(
        """[FetchHiveDeployment("brief", "live")] public partial interface IBrief { Task<string> RunAsync(List<Missing> a, """
        + """Dictionary<string, > b, CancellationToken t); }""",
        ("/brief.fetchhive.sh", Compared.Body("""{"a": "text", "b": [1]}""")));
}
