using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.DeploymentAnalyzer>;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>A mistake in an interface that others inherit is one mistake, and one message.</summary>
public class InheritedMistakesTests
{
    private const string Runs = "public interface IRuns<T> { Task<T> {|FH1010:RunAsync|}(string topic); Task<T> "
        + "DrawAsync({|FH2005:int[,]|} grid, CancellationToken token = default); }\n";

    [Fact]
    public Task Two_interfaces_inherit_a_mistake() => VerifyAsync(Runs
        + "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IOne : IRuns<string> { }\n"
        + "[FetchHiveDeployment(\"c\", \"d\")] public partial interface ITwo : IRuns<string> { }");

    [Fact]
    public Task One_interface_inherits_a_mistake_twice() => VerifyAsync(Runs
        + "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IOne : IRuns<string>, IRuns<int> { }");

    [Fact]
    public Task An_annotated_interface_inherits_a_mistake_from_another() => VerifyAsync(
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IOne { Task<AcceptedRun<string>> {|FH4001:StartAsync|}(string "
        + "topic, CancellationToken token = default); }\n"
        + "[FetchHiveDeployment(\"c\", \"d\")] public partial interface ITwo : IOne { }\n"
        + "[FetchHiveDeployment(\"e\", \"f\")] public partial interface IThree : ITwo { }");

    [Fact]
    public Task A_mistake_that_only_the_inheriting_interface_makes_is_reported_there() => VerifyAsync(
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IOne { Task<string> RunAsync(int maxWords, int "
        + "{|FH2003:MaxWords|}, CancellationToken token = default); }\n"
        + "[FetchHiveDeployment(\"c\", \"d\", Naming = NamingRule.AsDeclared)] public partial interface ITwo { Task<string> RunAsync(int "
            + "maxWords, int MaxWords, CancellationToken token = default); }");

    [Fact]
    public async Task A_token_whose_using_directive_is_missing_is_a_token()
    {
        Verify.Test test = new()
        {
            TestCode = "using System.Threading.Tasks; using FetchHive; [FetchHiveDeployment(\"a\", \"b\")] public partial interface IOne "
                + "{ Task<string> RunAsync(string topic, CancellationToken token); }",
            CompilerDiagnostics = CompilerDiagnostics.None,
        };

        await test.RunAsync();
    }

    [Theory]
    [InlineData("Task<string> RunAsync(int[,] , CancellationToken token);")]
    [InlineData("Task<string> (string topic);")]
    [InlineData("Task<string> RunAsync(string , string , CancellationToken token);")]
    public async Task Nothing_is_reported_about_something_without_a_name_yet(string method)
    {
        Verify.Test test = new()
        {
            TestCode = RuleCases.Usings + $"[FetchHiveDeployment(\"a\", \"b\")] public partial interface IOne {{ {method} }}",
            CompilerDiagnostics = CompilerDiagnostics.None,
        };

        await test.RunAsync();
    }

    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(RuleCases.Usings + source);
}
