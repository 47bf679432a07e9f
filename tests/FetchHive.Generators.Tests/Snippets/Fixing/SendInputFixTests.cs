using System;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Verify = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.SendInputFix>;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

public class SendInputFixTests
{
    private const string Parameter = "Add a parameter for it";
    private const string Optional = "List it in # optional:";

    [Theory]
    [InlineData("", "string topic", """{"topic": "a"}""")]
    [InlineData("string topic", "string topic, int maxWords", """{"topic": "a", "max_words": 3}""")]
    [InlineData("string topic, string? tone = null", "string topic, bool isDraft, string? tone = null",
        """{"topic": "a", "tone": "b", "is_draft": true}""")]
    [InlineData("string topic", "string topic, [Input(\"Max-Words\")] int maxWords", """{"topic": "a", "Max-Words": 3}""")]
    [InlineData("string topic", "string topic, string @class, IReadOnlyList<string> tags",
        """{"topic": "a", "class": "b", "tags": ["c"]}""")]
    [InlineData("[User] string metadata", "[User] string metadata, [Input(\"metadata\")] string metadata2", """{"metadata": "a"}""")]
    public Task An_input_gets_a_parameter_of_the_type_of_its_sample(string parameters, string fixedParameters, string inputs) =>
        Verify.VerifyAsync(
        Verify.Brief(parameters, method: Marked(inputs, parameters)), Verify.Brief(fixedParameters), inputs, Parameter);

    [Fact]
    public Task Methods_that_lack_one_input_share_its_type_and_comments_stay() => Verify.VerifyAsync(
        Verify.Usings + """
            namespace Acme
            {
                /// <summary>Briefs.</summary>
                [FetchHiveDeployment("brief", "live")]
                internal partial interface IBrief
                {
                    Task<string> {|FH5003:RunAsync|}(
                        string topic, // what about
                        CancellationToken token = default);

                    // The same, later.
                    Task<AcceptedRun<string>> {|FH5003:StartAsync|}(string topic, [CallbackUrl] System.Uri url, CancellationToken token = default);
                }
            }
            """,
        Verify.Usings.Replace("using System.Threading;", "using System.Text.Json.Serialization;\nusing System.Threading;",
            StringComparison.Ordinal) + """
            namespace Acme
            {
                /// <summary>Briefs.</summary>
                [FetchHiveDeployment("brief", "live")]
                internal partial interface IBrief
                {
                    Task<string> RunAsync(
                        string topic, // what about
                        IReadOnlyList<Company> companies,
                        CancellationToken token = default);

                    // The same, later.
                    Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] System.Uri url, IReadOnlyList<Company> companies, CancellationToken token = default);
                }

                /// <summary>An element of the input <c>companies</c>.</summary>
                internal sealed record Company(
                    string Name,
                    [property: JsonPropertyName("Web")] string Web,
                    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Size);
            }
            """,
        """{"topic": "a", "companies": [{"name": "b", "Web": "c"}, {"name": "b", "Web": "c", "size": 3}]}""",
        Parameter);

    [Theory]
    [InlineData("", "# optional: max_words, tone\n")]
    [InlineData("# My notes\n", "# optional: max_words, tone\n# My notes\n")]
    [InlineData("# My notes\n# optional: note\n", "# My notes\n# optional: note, max_words, tone\n")]
    [InlineData("# optional:\n", "# optional: max_words, tone\n")]
    [InlineData("#!/bin/sh\r\n", "#!/bin/sh\r\n# optional: max_words, tone\r\n")]
    public Task An_input_is_listed_as_one_that_a_call_may_leave_out(string head, string fixedHead) => Verify.VerifyAsync(
        Verify.Brief("string topic, string? note = null", method: "{|FH5003:{|FH5003:RunAsync|}|}"),
        Verify.Brief("string topic, string? note = null"),
        head + Compared.Body("""{"topic": "a", "note": "b", "max_words": 3, "tone": "c"}"""),
        Optional,
        fixedHead + Compared.Body("""{"topic": "a", "note": "b", "max_words": 3, "tone": "c"}"""));

    [Fact]
    public Task An_input_of_a_call_is_listed_too() => Verify.VerifyCallAsync(
        Call("{|FH5003:InvokeAsync|}"), Call("InvokeAsync"), """{"topic": "a", "tone": "b"}""", Optional,
        "# optional: tone\n" + Compared.Body("""{"topic": "a", "tone": "b"}"""));

    [Fact]
    public Task A_name_that_the_line_cannot_hold_is_not_listed() => Verify.VerifyNotOfferedAsync(
        Verify.Brief("string topic", method: "{|FH5003:RunAsync|}"), """{"topic": "a", "a, b": "c"}""", Optional);

    private static string Marked(string inputs, string parameters) =>
        inputs.Contains("tags", StringComparison.Ordinal) ? "{|FH5003:{|FH5003:RunAsync|}|}" : parameters == "-" ? "RunAsync"
            : "{|FH5003:RunAsync|}";

    private static string Call(string method) => Verify.Usings + $$"""
        public static class Caller
        {
            public static Task CallAsync(FetchHiveClient client) =>
                client.{{method}}("brief", "live", new System.Text.Json.Nodes.JsonObject { ["topic"] = "Bees" });
        }
        """;
}
