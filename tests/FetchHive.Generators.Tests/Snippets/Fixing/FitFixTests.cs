using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Kinds = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.FitKindFix>;
using Reading = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.FitOutputFix>;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

public class FitFixTests
{
    private const string OwnTask = "namespace Acme { public sealed record Task<T>(T Value); }\n";

    [Theory]
    [InlineData("{|FH5004:int|} topic", "[Input(AsText = true)] int topic", """{"topic": "3"}""", "Send it as text")]
    [InlineData("[Input(\"topic\")] {|FH5004:bool?|} sure", "[Input(\"topic\", AsText = true)] bool? sure", """{"topic": "true"}""",
        "Send it as text")]
    [InlineData("[Input(AsText = false)] {|FH5004:int|} topic", "[Input(AsText = true)] int topic", """{"topic": "3"}""",
        "Send it as text")]
    [InlineData("[Input(AsText = true)] {|FH5004:int|} topic", "[Input] int topic", """{"topic": 3}""", "Don't send it as text")]
    [InlineData(
        "[Input(\"topic\", AsText = true)] {|FH5004:int|} words", "[Input(\"topic\")] int words", """{"topic": 3}""",
            "Don't send it as text")]
    [InlineData("{|FH5004:string|} topic", "int topic", """{"topic": 3}""", "Use the type of the sample")]
    [InlineData("{|FH5004:string?|} topic = null", "double? topic = null", """{"topic": 0.5}""", "Use the type of the sample")]
    [InlineData("{|FH5004:string|} topic = null!", "bool? topic = null!", """{"topic": true}""", "Use the type of the sample")]
    [InlineData("{|FH5004:string|} /* what */ topic", "IReadOnlyList<string> /* what */ topic", """{"topic": ["a"]}""",
        "Use the type of the sample")]
    [InlineData("{|FH5004:int|} topic", "string topic", """{"topic": "3"}""", "Use the type of the sample")]
    [InlineData("{|FH5004:List<string>|} topic", "string topic", """{"topic": "a"}""", "Use the type of the sample")]
    public Task A_parameter_is_sent_as_the_kind_of_its_sample(string parameter, string fixedParameter, string inputs, string key) =>
        Kinds.VerifyAsync(Kinds.Brief(parameter), Kinds.Brief(fixedParameter), inputs, key);

    [Fact]
    public Task An_object_gets_a_record() => Kinds.VerifyAsync(
        Kinds.Brief("{|FH5004:string|} company"),
        Kinds.Brief("Company company", """

            /// <summary>The input <c>company</c>.</summary>
            public sealed record Company(string Name, int FoundedIn);

            """),
        """{"company": {"name": "a", "founded_in": 1999}}""",
        "Use the type of the sample");

    [Theory]
    [InlineData("{0}")]
    [InlineData("curl https://api.fetchhive.com/v1/workflow/invoke -H 'Authorization: Bearer YOUR_API_KEY' \\\r\n  -d '{0}'\r\n")]
    public Task A_text_that_stands_for_an_array_becomes_one_in_the_snippet(string file)
    {
        string Body(string value) =>
            file.Replace("{0}", Compared.Body($$"""{"topic": "a", "companies": {{value}} }"""), StringComparison.Ordinal);
        string source = Kinds.Brief("string topic, {|FH5004:List<string>|} companies");
        return Kinds.VerifyAsync(
            source, source.Replace("{|FH5004:List<string>|}", "List<string>", StringComparison.Ordinal), Body("\"[Fetch Hive]\""),
            "Write [] in the snippet", Body("[]"));
    }

    [Theory]
    [InlineData("{|FH5004:string|} topic = \"a\"", """{"topic": 3}""", "Use the type of the sample")]
    [InlineData("{|FH5004:List<string>|} topic", """{"topic": "a"}""", "Send it as text")]
    [InlineData("{|FH5004:Dictionary<string, string>|} topic", """{"topic": "a"}""", "Write [] in the snippet")]
    public Task Nothing_is_offered_that_would_not_fit(string parameter, string inputs, string key) =>
        Kinds.VerifyNotOfferedAsync(Kinds.Brief(parameter), inputs, key);

    [Theory]
    [InlineData("int Score", "int? Score", """{"score": null}""")]
    [InlineData("string Score", "string? Score", """{"score": null}""")]
    [InlineData("string Score", "string? Score", """{}""")]
    [InlineData("int[] Score", "int?[] Score", """{"score": [1, null]}""")]
    [InlineData("List<int> Score", "List<int?> Score", """{"score": [1, null]}""")]
    [InlineData("Dictionary<string, int> Score", "Dictionary<string, int?> Score", """{"score": {"a": null}}""")]
    public Task What_a_sample_leaves_out_becomes_nullable(string property, string fixedProperty, string output) =>
        OutputAsync(property, fixedProperty, output, "Make it nullable");

    [Theory]
    [InlineData("int Score", "double Score", """{"score": 0.5}""")]
    [InlineData("bool Score", "string Score", """{"score": "high"}""")]
    [InlineData("int? Score", "double? Score", """{"score": 0.5}""")]
    [InlineData("int Score", "IReadOnlyList<int> Score", """{"score": [1, 2]}""")]
    [InlineData("List<int> Score", "List<double> Score", """{"score": [1, 0.5]}""")]
    public Task What_a_sample_has_in_another_form_gets_its_type(string property, string fixedProperty, string output) =>
        OutputAsync(property, fixedProperty, output, "Use the type of the samples");

    [Fact]
    public Task All_samples_count_and_objects_get_a_record() => Reading.VerifyAsync(
        Reading.Brief("string topic", "public sealed record Written(string Home); // what\n", output: "Written")
            .Replace("Task<Written>", "{|FH5010:{|FH5010:Task<Written>|}|}", StringComparison.Ordinal),
        Reading.Brief("string topic", """

            /// <summary><c>home</c> of the output of the workflow.</summary>
            public sealed record Home(string City, int? Number);
            public sealed record Written(Home Home); // what

            """, output: "Written"),
        """{"topic": "a"}""",
        "Use the type of the samples",
        change: test => test.TestState.AdditionalFiles.AddRange(
            new[] { ("/brief.fetchhive.output.json", """{"home": {"city": "a"}}"""),
                ("/brief.fetchhive.output.2.json", """{"home": {"city": "a", "number": 3}}""") }
                .Select(file => (file.Item1, Microsoft.CodeAnalysis.Text.SourceText.From(file.Item2)))));

    [Theory]
    [InlineData("Task<int>", "Task<double>", "0.5")]
    [InlineData("Task<WorkflowRun<List<int>>>", "Task<WorkflowRun<List<double>>>", "[0.5]")]
    [InlineData("Task<Acme.Task<int>>", "Task<double>", "0.5")]
    public Task A_return_type_becomes_the_type_of_the_sample(string type, string fixedType, string output) => Reading.VerifyAsync(
        Reading.Brief("string topic", OwnTask).Replace("Task<string>", "{|FH5010:" + type + "|}", StringComparison.Ordinal),
        Reading.Brief("string topic", OwnTask).Replace("Task<string>", fixedType, StringComparison.Ordinal),
        """{"topic": "a"}""",
        change: test => test.TestState.AdditionalFiles.Add(("/brief.fetchhive.output.json", output)));

    private static Task OutputAsync(string property, string fixedProperty, string output, string key) => Reading.VerifyAsync(
        Reading.Brief("string topic", $"public sealed record Written({property}); // what\n", output: "Written")
            .Replace("Task<Written>", "{|FH5010:Task<Written>|}", StringComparison.Ordinal),
        Reading.Brief("string topic", $"public sealed record Written({fixedProperty}); // what\n", output: "Written"),
        """{"topic": "a"}""",
        key,
        change: test => test.TestState.AdditionalFiles.Add(("/brief.fetchhive.output.json", output)));
}
