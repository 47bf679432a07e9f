using System.Threading.Tasks;
using Names = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.UseSnippetNameFix>;
using Parameters = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.NameParameterFix>;
using Sent = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.NameMemberFix>;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

public class NameFixTests
{
    private const string Rename = "Rename it to the snippet's name";
    private const string Attribute = "Name it with [Input]";

    [Fact]
    public Task A_misspelt_parameter_is_renamed_wherever_it_is_named() => Parameters.VerifyAsync(
        Parameters.Brief("string {|FH5002:topik|}, /* how many */ int {|FH5002:max_word|} = 3", """

            public sealed class Caller(IBrief brief)
            {
                // The names of arguments follow.
                public Task<string> CallAsync() => brief.RunAsync(topik: "Bees", max_word: 5);
            }

            """),
        Parameters.Brief("string topic, /* how many */ int maxWords = 3", """

            public sealed class Caller(IBrief brief)
            {
                // The names of arguments follow.
                public Task<string> CallAsync() => brief.RunAsync(topic: "Bees", maxWords: 5);
            }

            """),
        """{"topic": "Bees", "max_words": 3}""",
        Rename);

    [Fact]
    public Task The_comment_of_a_parameter_follows() => Parameters.VerifyAsync(
        Parameters.Usings + """
            [FetchHiveDeployment("brief", "live")]
            public partial interface IBrief
            {
                /// <summary>Writes on <paramref name="topik"/>.</summary>
                /// <param name="topik">What about.</param>
                /// <param name="token">Ends it.</param>
                Task<string> RunAsync(string {|FH5002:topik|}, CancellationToken token = default);
            }

            """,
        Parameters.Usings + """
            [FetchHiveDeployment("brief", "live")]
            public partial interface IBrief
            {
                /// <summary>Writes on <paramref name="topic"/>.</summary>
                /// <param name="topic">What about.</param>
                /// <param name="token">Ends it.</param>
                Task<string> RunAsync(string topic, CancellationToken token = default);
            }

            """,
        """{"topic": "Bees"}""",
        Rename);

    [Theory]
    [InlineData("string {|FH5002:topik|}", "[Input(\"topic\")] string topik", """{"topic": "a"}""")]
    [InlineData("/* what */ string {|FH5002:topik|}", "/* what */ [Input(\"topic\")] string topik", """{"topic": "a"}""")]
    [InlineData("[Input(AsText = true)] int {|FH5002:maxWord|}", "[Input(\"max_words\", AsText = true)] int maxWord",
        """{"max_words": "3"}""")]
    [InlineData(
        "string {|FH5002:topik|}, int {|FH5002:maxWord|}", "[Input(\"topic\")] string topik, [Input(\"max_words\")] int maxWord",
        """{"topic": "a", "max_words": 3}""")]
    // No parameter's name can produce this name.
    [InlineData("string {|FH5002:topicId|}", "[Input(\"Topic-ID\")] string topicId", """{"Topic-ID": "a"}""")]
    public Task A_parameter_keeps_its_name_and_its_input_gets_the_right_one(string parameters, string fixedParameters, string inputs) =>
        Parameters.VerifyAsync(Parameters.Brief(parameters), Parameters.Brief(fixedParameters), inputs, Attribute);

    [Theory]
    // Two parameters with one name; a name that no parameter's name can produce.
    [InlineData("string {|FH5002:topik|}, [Input(\"other\")] string topic", """{"topic": "a", "other": "b"}""")]
    [InlineData("string {|FH5002:topicId|}", """{"Topic-ID": "a"}""")]
    // No name is near.
    [InlineData("string topic, string {|FH5002:tone|}", """{"topic": "a"}""")]
    public Task Nothing_is_renamed_where_the_name_is_taken_or_not_a_name(string parameters, string inputs) =>
        Parameters.VerifyNotOfferedAsync(Parameters.Brief(parameters), inputs, Rename);

    [Theory]
    [InlineData("", ", Naming = NamingRule.CamelCase", """{"maxWords": 3, "isDraft": true, "company": {"webSite": "a"}}""")]
    [InlineData(
        ", Naming = NamingRule.CamelCase", ", Naming = NamingRule.SnakeCase",
            """{"max_words": 3, "is_draft": true, "company": {"web_site": "a"}}""")]
    public Task A_naming_rule_that_mends_all_names_is_set(string attribute, string fixedAttribute, string inputs) => Parameters.VerifyAsync(
        Parameters.Brief(
            "int {|FH5002:maxWords|}, bool {|FH5002:isDraft|}, {|FH5005:Company|} company",
                "public sealed record Company(string WebSite);\n",
            attribute: attribute),
        Parameters.Brief(
            "int maxWords, bool isDraft, Company company", "public sealed record Company(string WebSite);\n", attribute: fixedAttribute),
        inputs,
        "Set Naming = NamingRule." + (attribute.Length == 0 ? "CamelCase" : "SnakeCase"));

    [Theory]
    // Another input would lose its name; the output would be read under a name that no sample has.
    [InlineData("int {|FH5002:maxWords|}, bool isDraft", """{"maxWords": 3, "is_draft": true}""", "string")]
    [InlineData("int {|FH5002:maxWords|}", """{"maxWords": 3}""", "Written")]
    public Task A_naming_rule_that_would_break_a_name_is_not_offered(string parameters, string inputs, string output) =>
        Parameters.VerifyNotOfferedAsync(
            Parameters.Brief(parameters, "public sealed record Written(int WordCount);\n", output: output), inputs,
                "Set Naming = NamingRule.CamelCase");

    [Theory]
    [InlineData("{|FH5006:\"breif\"|}, \"live\"", "\"brief\", \"live\"")]
    [InlineData("\"brief\", /* which */ {|FH5006:\"livee\"|}", "\"brief\", /* which */ \"live\"")]
    public Task A_deployment_and_a_variant_get_the_names_in_the_snippet(string marked, string expected)
    {
        return Names.VerifyAsync(Source(marked), Source(expected), """{"topic": "a"}""");

        static string Source(string names) => Names.Usings
            + $"[FetchHiveDeployment({names})]\n"
            + $"public partial interface IBrief {{ Task<string> RunAsync(string topic, CancellationToken token = default); }}\n";
    }

    [Fact]
    public Task A_name_in_an_attribute_becomes_that_of_the_snippet() => Names.VerifyAsync(
        Names.Brief("[Input({|FH5002:\"topik\"|})] string subject, [Input({|FH5002:\"max_wordz\"|}, AsText = true)] int words"),
        Names.Brief("[Input(\"topic\")] string subject, [Input(\"max_words\", AsText = true)] int words"),
        """{"topic": "a", "max_words": "3"}""");

    [Fact]
    public Task A_constant_from_elsewhere_is_left_alone() => Names.VerifyNotOfferedAsync(
        Names.Brief("[Input({|FH5002:Names.Topic|})] string subject",
            "public static class Names { public const string Topic = \"topik\"; }\n"),
        """{"topic": "a"}""");

    [Fact]
    public Task Names_in_a_call_become_those_of_the_snippet() => Names.VerifyCallAsync(
        Names.Usings + Call("{|FH5006:\"breif\"|}", "\"topic\"") + Call("\"brief\"", "{|FH5002:\"topik\"|}", "Other"),
        Names.Usings + Call("\"brief\"", "\"topic\"") + Call("\"brief\"", "\"topic\"", "Other"),
        """{"topic": "a"}""");

    [Fact]
    public Task A_property_gets_the_name_in_the_sample_by_an_attribute_or_is_renamed()
    {
        const string Inputs = """{"companies": [{"name": "a", "web_site": "b", "founded_in": 3}]}""";
        string source = Sent.Brief("{|FH5005:{|FH5005:List<Company>|}|} companies",
            Company("Website", "FoundetIn", "{ Website = \"a\", FoundetIn = 3 }"));
        return Task.WhenAll(
            Sent.VerifyAsync(
                source,
                Sent.Brief("List<Company> companies", Company("WebSite", "FoundedIn", "{ WebSite = \"a\", FoundedIn = 3 }")),
                Inputs,
                "Rename it to the sample's name"),
            Sent.VerifyAsync(
                source,
                Sent.Brief("List<Company> companies", Company(
                        "Website", "FoundetIn", "{ Website = \"a\", FoundetIn = 3 }", "[JsonPropertyName(\"web_site\")]\n    ",
                            "[JsonPropertyName(\"founded_in\")]\n    "))
                    .Replace("using System.Threading;", "using System.Text.Json.Serialization;\nusing System.Threading;",
                        System.StringComparison.Ordinal),
                Inputs,
                "Name it with [JsonPropertyName]"));

        static string Company(string site, string year, string value, string first = "", string second = "") => $$"""

            public sealed class Company
            {
                public string Name { get; set; } = "";

                // Where.
                {{first}}public string {{site}} { get; set; } = ""; // on the web

                {{second}}public int {{year}} { get; set; }

                public static Company Of() => new() {{value}};
            }

            """;
    }

    [Fact]
    public Task A_property_of_a_record_is_renamed_with_its_parameter() => Sent.VerifyAsync(
        Sent.Brief("{|FH5005:Company|} company",
            "public sealed record Company(string Website);\n"
                + "public static class Some { public static Company One { get; } = new(Website: \"a\"); }\n"),
        Sent.Brief("Company company",
            "public sealed record Company(string WebSite);\n"
                + "public static class Some { public static Company One { get; } = new(WebSite: \"a\"); }\n"),
        """{"company": {"web_site": "a"}}""",
        "Rename it to the sample's name");

    [Fact]
    public Task A_property_of_an_output_gets_the_name_in_the_sample() => Sent.VerifyAsync(
        Sent.Brief("string topic", "public sealed record Written(string Titel);\n", output: "Written")
            .Replace("Task<Written>", "{|FH5010:Task<Written>|}", System.StringComparison.Ordinal),
        Sent.Brief("string topic", "public sealed record Written(string Title);\n", output: "Written"),
        """{"topic": "a"}""",
        "Rename it to the sample's name",
        change: test => test.TestState.AdditionalFiles.Add(("/brief.fetchhive.output.json", """{"title": "Bees"}""")));

    private static string Call(string deployment, string key, string type = "Caller") => $$"""
        public static class {{type}}
        {
            public static Task CallAsync(FetchHiveClient client) => client.InvokeAsync(
                {{deployment}}, "live", new System.Text.Json.Nodes.JsonObject { [{{key}}] = "Bees" });
        }

        """;
}
