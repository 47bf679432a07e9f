using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Snippets.Comparing;

/// <summary>Calls that pass the deployment's name themselves.</summary>
public class DynamicCallTests
{
    private const string Snippet = """{"topic": "Bees", "companies": ["A"], "max_words": 1}""";

    [Theory]
    [InlineData("""InvokeAsync("brief", "live", new JsonObject { ["topic"] = "Bees", ["companies"] = new JsonArray("A"), ["max_words"] = """
        + """1 })""")]
    [InlineData("""InvokeAsync("brief", "live", new JsonObject { { "topic", "Bees" }, { "companies", JsonNode.Parse("[]") }, {"""
        + """ "max_words", other } })""")]
    [InlineData("""InvokeAsync("brief", "live", inputs)""")]
    [InlineData("""InvokeAsync(name, "live", new JsonObject { ["wrong"] = "Bees" })""")]
    [InlineData("""InvokeAsync("brief", "live", new JsonObject { ["topic"] = "Bees", [name] = 1 })""")]
    public Task A_call_that_fits_is_right(string call) => VerifyAsync(call);

    [Theory]
    [InlineData("""InvokeAsync("brief", "live", new JsonObject { [{|FH5002:"topik"|}] = "Bees", ["companies"] = new JsonArray("A"), """
        + """["max_words"] = 1 })""")]
    [InlineData("""InvokeAsync("brief", "live", new JsonObject { ["topic"] = "Bees", ["companies"] = new JsonArray("A"), ["max_words"] = """
        + """1, [{|FH5002:"tone"|}] = "dry" })""")]
    [InlineData("""{|FH5003:InvokeAsync|}("brief", "live", new JsonObject { ["topic"] = "Bees", ["companies"] = new JsonArray("A") })""")]
    [InlineData("""{|FH5003:StartAsync|}("brief", "live", new JsonObject { ["topic"] = "Bees", ["companies"] = new JsonArray("A") }, new """
        + """Uri("https://example.com"))""")]
    [InlineData("""InvokeAsync("brief", "live", new JsonObject { ["topic"] = "Bees", ["companies"] = {|FH5004:"A, B"|}, ["max_words"] = {"""
        + """|FH5004:"1"|} })""")]
    [InlineData("""InvokeAsync({|FH5006:"breif"|}, "live", new JsonObject { ["topic"] = "Bees" })""")]
    [InlineData("""InvokeAsync("brief", {|FH5007:"staging"|}, new JsonObject { ["topic"] = "Bees" })""")]
    [InlineData("""InvokeAsync({|FH5007:"summary"|}, "live", inputs)""")]
    public Task A_call_that_does_not_fit_is_a_mistake(string call) => VerifyAsync(call);

    [Fact]
    public Task Inputs_that_are_added_to_a_local_are_compared() => VerifyAsync(
        "InvokeAsync(\"brief\", \"live\", local)",
        "JsonObject local = new(); local[{|FH5002:\"topik\"|}] = \"Bees\"; local.Add(\"companies\", {|FH5004:\"A\"|});");

    [Theory]
    [InlineData("InvokeAsync(\"brief\", \"live\", new JsonObject { [\"topi")]
    [InlineData("InvokeAsync(\"brief\", ")]
    [InlineData("InvokeAsync(\"brief\", \"live\", new JsonObject { [] = 1, [\"\"] = 2 })")]
    public Task Half_typed_calls_give_no_diagnostics(string call) => VerifyAsync(call, isWhole: false);

    private static Task VerifyAsync(string call, string before = "", bool isWhole = true)
    {
        AnalyzerVerifier<SnippetCallAnalyzer>.Test test = new()
        {
            TestCode = Compared.Usings + "using System.Text.Json.Nodes; public static class Calls { "
                + $"public static Task CallAsync(FetchHiveClient client, JsonObject inputs, JsonNode other, string name) {{ {before} "
                + $"return client.{call}; }} }}",
        };
        if (!isWhole)
        {
            test.CompilerDiagnostics = CompilerDiagnostics.None;
        }

        test.TestState.AdditionalFiles.Add(("/brief.fetchhive.sh", Compared.Body(Snippet)));
        return test.RunAsync();
    }
}
