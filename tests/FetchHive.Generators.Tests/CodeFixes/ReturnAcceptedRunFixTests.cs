using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.ReturnAcceptedRunFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class ReturnAcceptedRunFixTests
{
    [Theory]
    [InlineData("Task<string>", "Task<AcceptedRun<string>>")]
    [InlineData("ValueTask<int[]>", "ValueTask<AcceptedRun<int[]>>")]
    [InlineData("Task<string?>", "Task<AcceptedRun<string?>>")]
    [InlineData("Task<WorkflowRun<string>>", "Task<AcceptedRun<string>>")]
    [InlineData("Task<FetchHive.WorkflowRun<int>>", "Task<AcceptedRun<int>>")]
    [InlineData("System.Threading.Tasks.Task<int>", "System.Threading.Tasks.Task<AcceptedRun<int>>")]
    [InlineData("Task", "Task<AcceptedRun<string>>")]
    [InlineData("System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask<AcceptedRun<string>>")]
    public Task A_method_that_returns_an_output_returns_an_accepted_run_instead(string type, string fixedType) => Verify.VerifyAsync(
        Source("{|FH4002:" + type + "|} /* it */"), Source(fixedType + " /* it */"));

    [Fact]
    public Task Nothing_is_offered_for_an_alias() =>
    Verify.VerifyNotOfferedAsync("using Text = System.Threading.Tasks.Task<string>;\n" + Source("{|FH4002:Text|}"));

    private static string Source(string type) => $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            // Starts it.
            {{type}} StartAsync([CallbackUrl] string callbackUrl, CancellationToken token = default);
        }
        """;
}
