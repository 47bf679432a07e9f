using System.Threading.Tasks;
using FetchHive.Generators.Rules;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.DeploymentAnalyzer>;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>Types that compile, but for which nothing is sent or read.</summary>
public class EmptyTypeTests
{
    [Theory]
    [InlineData("public class Company { public string Name = \"\"; }")]
    [InlineData("public class Company { private string Name { get; set; } = \"\"; internal string Other { get; set; } = \"\"; }")]
    [InlineData("public class Company { [JsonIgnore] public string Name { get; set; } = \"\"; }")]
    [InlineData("public class Company { public string Name { set { } } }")]
    [InlineData("public struct Company { public int Number; }")]
    [InlineData("public record Company;")]
    public Task An_input_of_which_nothing_is_sent_is_warned_about(string type) => InputAsync("{|FH2011:Company|} company", type);

    [Theory]
    [InlineData("public class Company { [JsonInclude] public string Name = \"\"; }")]
    [InlineData("public class Company { public string Name => \"\"; }")]
    [InlineData("public class Company : Named { } public class Named { public string Name { get; set; } = \"\"; }")]
    [InlineData("public record Company(string Name);")]
    [InlineData("public class Company { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Name { get; set; } }")]
    public Task An_input_with_something_to_send_is_left_alone(string type) => InputAsync("Company company", type);

    [Fact]
    public Task An_empty_object_deep_in_an_input_is_warned_about_once() => InputAsync(
        "{|FH2011:Company|} company, IReadOnlyList<Company> more",
        "public record Company(string Name, Logo Logo, Logo Second); public class Logo { public string Url = \"\"; }");

    [Theory]
    [InlineData("public class Answer { public string Text = \"\"; }")]
    [InlineData("public class Answer { public string Text { get; private set; } = \"\"; }")]
    [InlineData("public class Answer { public string Text { get; } = \"\"; public List<string> Lines { get; } = []; }")]
    [InlineData("public class Answer { [JsonIgnore] public string Text { get; set; } = \"\"; }")]
    [InlineData("public struct Answer { public int Number; }")]
    [InlineData("public record Answer;")]
    public Task An_output_into_which_nothing_is_read_is_warned_about(string type) => OutputAsync("{|FH4006:Task<Answer>|}", type);

    [Theory]
    [InlineData("public readonly struct Answer(int number) { public int Number { get; } = number; }", true)]
    [InlineData("public class Answer { public Answer() { } public Answer(int count) => Count = count; public int Count { get; } }", true)]
    [InlineData("public class Answer { public Answer() { } public Answer(int other) => Count = other; public int Count { get; } }", false)]
    [InlineData("public struct Answer { public int Number; }", false)]
    public async Task The_advice_is_to_mark_a_constructor_where_there_is_one_that_takes_the_members(string type, bool hasOne)
    {
        Verify.Test test = OutputTest("{|#0:Task<Answer>|}", type);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.ExpectedDiagnostics.Add(new DiagnosticResult(ResultRules.EmptyOutput).WithLocation(0).WithArguments(
            "The output of 'RunAsync'",
            "Answer",
            hasOne
                ? "mark the constructor that takes them with [JsonConstructor]"
                : "give it public properties with setters, or a constructor that takes them"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("public class Answer { [JsonInclude] public string Text = \"\"; }")]
    [InlineData("public class Answer { public string Text { get; init; } = \"\"; }")]
    [InlineData("public class Answer(string text) { public string Text { get; } = text; }")]
    [InlineData("public record Answer(string Text);")]
    [InlineData("public class Answer { [JsonExtensionData] public Dictionary<string, JsonElement>? All { get; set; } }")]
    [InlineData("public class Answer : Texts { } public class Texts { public string Text { get; set; } = \"\"; }")]
    [InlineData("public class Answer { public string Text { get; set; } = \"\"; public int Length => Text.Length; }")]
    public Task An_output_with_something_to_read_is_left_alone(string type) => OutputAsync("Task<Answer>", type);

    [Theory]
    [InlineData("public class Answer : Missing { }")]
    [InlineData("public class Answer { public Missing Text { get; set; } }")]
    [InlineData("public class Answer { public string }")]
    [InlineData("public record Answer(string Text")]
    public async Task A_half_typed_type_is_not_called_empty(string type)
    {
        Verify.Test output = OutputTest("Task<Answer>", type);
        output.CompilerDiagnostics = CompilerDiagnostics.None;
        await output.RunAsync();

        Verify.Test input = OutputTest("Task<string>", type, "Answer answer, ");
        input.CompilerDiagnostics = CompilerDiagnostics.None;
        await input.RunAsync();
    }

    private static Task InputAsync(string parameters, string types) => OutputTest("Task<string>", types, parameters + ", ").RunAsync();

    private static Task OutputAsync(string returned, string types) => OutputTest(returned, types).RunAsync();

    private static Verify.Test OutputTest(string returned, string types, string parameters = "") => new()
    {
        TestCode = RuleCases.Usings
            + $"[FetchHiveDeployment(\"brief\", \"production\")] "
            + $"public partial interface IBrief {{ {returned} RunAsync({parameters}CancellationToken token = default); }} {types}",
    };
}
