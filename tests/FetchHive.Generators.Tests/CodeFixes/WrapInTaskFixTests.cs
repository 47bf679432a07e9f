using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.WrapInTaskFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class WrapInTaskFixTests
{
    [Theory]
    [InlineData("string", "Task<string>")]
    [InlineData("string?", "Task<string?>")]
    [InlineData("int[]", "Task<int[]>")]
    [InlineData("WorkflowRun<string>", "Task<WorkflowRun<string>>")]
    [InlineData("System.Collections.Generic.IReadOnlyList<int>", "Task<System.Collections.Generic.IReadOnlyList<int>>")]
    [InlineData("void", "Task")]
    public Task The_return_type_becomes_a_task(string type, string fixedType) => Verify.VerifyAsync(
        Source("{|FH1007:" + type + "|}"), Source(fixedType));

    [Fact]
    public Task The_using_directive_is_added_in_order_and_comments_stay() => Verify.RunAsync(test =>
    {
        test.TestCode = """
            // The file's header.

            using System.Threading;
            using FetchHive;

            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                // Waits for the brief.
                {|FH1007:string|} /* of text */ Run(CancellationToken token = default);

                {|FH1007:void|} Stop(CancellationToken token = default);
            }
            """;
        test.FixedCode = """
            // The file's header.

            using System.Threading;
            using System.Threading.Tasks;
            using FetchHive;

            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                // Waits for the brief.
                Task<string> /* of text */ Run(CancellationToken token = default);

                Task Stop(CancellationToken token = default);
            }
            """;
    });

    [Fact]
    public Task A_global_using_is_enough() => Verify.RunAsync(test =>
    {
        test.TestState.Sources.Add("[FetchHive.FetchHiveDeployment(\"brief\", \"production\")]\npublic partial interface IBrief { "
            + "{|FH1007:string|} Run(CancellationToken token = default); }\n");
        test.TestState.Sources.Add("global using System.Threading;\nglobal using System.Threading.Tasks;\n");
        test.FixedState.Sources.Add("[FetchHive.FetchHiveDeployment(\"brief\", \"production\")]\npublic partial interface IBrief { "
            + "Task<string> Run(CancellationToken token = default); }\n");
        test.FixedState.Sources.Add("global using System.Threading;\nglobal using System.Threading.Tasks;\n");
    });

    [Fact]
    public Task An_inherited_method_of_two_interfaces_is_wrapped_once() => Verify.VerifyAsync(
        """
        public interface IBase { {|FH1007:string|} Run(CancellationToken token = default); }
        [FetchHiveDeployment("a", "production")] public partial interface IA : IBase { }
        [FetchHiveDeployment("b", "production")] public partial interface IB : IBase { }
        """,
        """
        public interface IBase { Task<string> Run(CancellationToken token = default); }
        [FetchHiveDeployment("a", "production")] public partial interface IA : IBase { }
        [FetchHiveDeployment("b", "production")] public partial interface IB : IBase { }
        """,
        // The analyzer reports the method while it analyzes the interfaces that inherit it.
        test => test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck);

    [Theory]
    [InlineData("Task<Task<string>>")]
    [InlineData("WorkflowRun<Task<string>>")]
    [InlineData("System.Collections.Generic.IAsyncEnumerable<string>")]
    [InlineData("System.ReadOnlySpan<char>")]
    [InlineData("object")]
    public Task Nothing_is_offered_where_a_task_would_not_help(string type) =>
    Verify.VerifyNotOfferedAsync(Source("{|FH1007:" + type + "|}"));

    private static string Source(string type) => $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief { {{type}} Run(string topic, CancellationToken token = default); }
        """;
}
