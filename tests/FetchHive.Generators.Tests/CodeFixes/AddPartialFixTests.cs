using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.AddPartialFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class AddPartialFixTests
{
    [Theory]
    [InlineData("public interface {|FH1001:IBrief|}", "public partial interface IBrief")]
    [InlineData("interface {|FH1001:IBrief|}", "partial interface IBrief")]
    [InlineData("/* why */ interface {|FH1001:IBrief|}", "/* why */ partial interface IBrief")]
    [InlineData("public /* why */ interface /* the */ {|FH1001:IBrief|} // here",
        "public /* why */ partial interface /* the */ IBrief // here")]
    [InlineData("public unsafe interface {|FH1001:IBrief|}", "public unsafe partial interface IBrief")]
    public Task The_interface_becomes_partial(string declaration, string fixedDeclaration) => Verify.VerifyAsync(
        $$"""
        /// <summary>Writes a brief.</summary>
        [FetchHiveDeployment("brief", "production")]
        {{declaration}}
        {
            Task<string> RunAsync(string topic, CancellationToken cancellationToken = default); // as it was
        }
        """,
        $$"""
        /// <summary>Writes a brief.</summary>
        [FetchHiveDeployment("brief", "production")]
        {{fixedDeclaration}}
        {
            Task<string> RunAsync(string topic, CancellationToken cancellationToken = default); // as it was
        }
        """,
        test => test.Setup = test.Setup with { AllowUnsafe = true });

    [Fact]
    public Task Each_containing_type_becomes_partial_once_however_many_interfaces_it_holds() => Verify.RunAsync(test =>
    {
        // The analyzer reports an outer type while it analyzes the interface in it.
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        // Two interfaces in one type cause one diagnostic.
        test.TestState.Sources.Add(Verify.Usings + """
            public static class {|FH1002:Outer|}
            {
                // A record struct, to see that the keyword is found.
                internal readonly record struct {|FH1002:Inner|}(int Number)
                {
                    [FetchHiveDeployment("a", "production")] internal partial interface IA { Task RunAsync(CancellationToken token = default); }
                }

                [FetchHiveDeployment("b", "production")]
                public interface {|FH1001:IB|} { Task RunAsync(CancellationToken token = default); }
            }
            """);
        test.FixedState.Sources.Add(Verify.Usings + """
            public static partial class Outer
            {
                // A record struct, to see that the keyword is found.
                internal readonly partial record struct Inner(int Number)
                {
                    [FetchHiveDeployment("a", "production")] internal partial interface IA { Task RunAsync(CancellationToken token = default); }
                }

                [FetchHiveDeployment("b", "production")]
                public partial interface IB { Task RunAsync(CancellationToken token = default); }
            }
            """);
    });

    [Fact]
    public Task All_interfaces_of_a_project_become_partial_in_all_files() => Verify.RunAsync(test =>
    {
        foreach (string name in new[] { "IA", "IB" })
        {
            test.TestState.Sources.Add(Verify.Usings + $$"""
                [FetchHiveDeployment("{{name}}", "production")]
                public interface {|FH1001:{{name}}|} { Task RunAsync(CancellationToken token = default); }
                """);
            test.FixedState.Sources.Add(Verify.Usings + $$"""
                [FetchHiveDeployment("{{name}}", "production")]
                public partial interface {{name}} { Task RunAsync(CancellationToken token = default); }
                """);
        }
    });
}
