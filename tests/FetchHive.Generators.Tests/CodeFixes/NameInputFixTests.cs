using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.NameInputFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class NameInputFixTests
{
    [Theory]
    [InlineData("int maxWords, int {|FH2003:MaxWords|}", "int maxWords, [Input(\"max_words_2\")] int MaxWords")]
    [InlineData("int maxWords, /* too */ int {|FH2003:MaxWords|}", "int maxWords, /* too */ [Input(\"max_words_2\")] int MaxWords")]
    [InlineData("int a, [Input(\"a\")] int {|FH2003:b|}", "int a, [Input(\"a_2\")] int b")]
    [InlineData("int a, [Input(AsText = true, name: \"a\")] int {|FH2003:b|}", "int a, [Input(AsText = true, name: \"a_2\")] int b", "",
        "CS1016")]
    [InlineData("int a, [Input(AsText = true)] int {|FH2003:A|}", "int a, [Input(\"a_2\", AsText = true)] int A")]
    [InlineData("int a, [Input] int {|FH2003:A|}", "int a, [Input(\"a_2\")] int A")]
    [InlineData("int maxWords, int {|FH2003:MaxWords|}", "int maxWords, [Input(\"maxWords2\")] int MaxWords",
        ", Naming = NamingRule.CamelCase")]
    // Each of the three gets its own name, and none gets a name that another input has.
    [InlineData(
        "int a, int {|FH2003:A|}, [Input(\"a_2\")] int two, [Input(\"a\")] int {|FH2003:third|}",
        "int a, [Input(\"a_3\")] int A, [Input(\"a_2\")] int two, [Input(\"a_4\")] int third")]
    public Task The_second_of_two_inputs_gets_its_own_name(string parameters, string fixedParameters, string naming = "",
    string? ignored = null) =>
        Verify.VerifyAsync(Source(parameters, naming), Source(fixedParameters, naming), test =>
        {
            if (ignored is not null)
            {
                test.DisabledDiagnostics.Add(ignored);
            }
        });

    [Fact]
    public Task The_second_of_two_properties_gets_a_JSON_name() => Verify.VerifyAsync(
        Source("{|FH2003:Company|} company, {|FH2003:Person|} person") + """

            public record Company(string Name, /* again */ string name);

            public class Person
            {
                public string Name { get; set; } = "";

                /// <summary>Again.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("name")]
                public string Other { get; set; } = "";
            }
            """,
        "using System.Text.Json.Serialization;\n" + Source("Company company, Person person") + """

            public record Company(string Name, /* again */ [property: JsonPropertyName("name_2")] string name);

            public class Person
            {
                public string Name { get; set; } = "";

                /// <summary>Again.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("name_2")]
                public string Other { get; set; } = "";
            }
            """,
        test => test.FixedState.Sources.ChangeFirst(source => source
            .Replace("using System.Text.Json.Serialization;\n", "", System.StringComparison.Ordinal)
            .Replace("using System.Threading;\n", "using System.Text.Json.Serialization;\nusing System.Threading;\n",
            System.StringComparison.Ordinal)));

    private static string Source(string parameters, string naming = "") => $$"""
        [FetchHiveDeployment("brief", "production"{{naming}})]
        public partial interface IBrief
        {
            Task RunAsync({{parameters}}, CancellationToken token = default);
        }
        """;
}
