using System.Threading.Tasks;
using Callback = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.MarkCallbackUrlFix>;
using Metadata = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.MarkMetadataFix>;
using Require = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.RequireCallbackUrlFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>FH3007, FH4007 and FH4008: a parameter gets its attribute, or loses what doesn't fit its attribute.</summary>
public class MarkParameterFixTests
{
    private const string Usings = "using System; using System.Collections.Generic;\n";

    [Theory]
    [InlineData(
        "Task<string> RunAsync(string topic, Dictionary<string, MetadataValue> {|FH3007:labels|}, CancellationToken token = default);",
        "Task<string> RunAsync(string topic, [Metadata] Dictionary<string, MetadataValue> labels, CancellationToken token = default);")]
    [InlineData(
        "Task<string> RunAsync(string topic,\n        // for the audit\n        Dictionary<string, int>? {|FH3007:metadata|} = null, // "
        + "often empty\n        CancellationToken token = default);",
        "Task<string> RunAsync(string topic,\n        // for the audit\n        [Metadata] Dictionary<string, int>? metadata = null, // "
        + "often empty\n        CancellationToken token = default);")]
    public Task Metadata_is_marked(string method, string fixedMethod) => Metadata.VerifyAsync(Source(method), Source(fixedMethod));

    [Theory]
    [InlineData(
        "Task<string> StartAsync(string topic, Uri {|FH4007:callbackUrl|}, CancellationToken token = default);",
        "Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken token = default);")]
    [InlineData(
        "Task StartAsync(string? {|FH4007:callbackUrl|} = null, CancellationToken token = default);",
        "Task<AcceptedRun<string>> StartAsync([CallbackUrl] string callbackUrl, CancellationToken token = default);")]
    [InlineData(
        "ValueTask<WorkflowRun<int>> StartAsync(\n        string topic, // what\n        Uri {|FH4007:callbackUrl|}, // where to\n       "
        + " CancellationToken token = default);",
        "ValueTask<AcceptedRun<int>> StartAsync(\n        string topic, // what\n        [CallbackUrl] Uri callbackUrl, // where to\n    "
        + "    CancellationToken token = default);")]
    public Task A_callback_URL_is_marked_and_the_accepted_run_is_returned(string method, string fixedMethod) =>
    Callback.VerifyAsync(Source(method), Source(fixedMethod));

    [Theory]
    [InlineData("Task<string> StartAsync(int? words = null, Uri? {|FH4007:callbackUrl|} = null, CancellationToken token = default);")]
    [InlineData("Task<string> StartAsync(string {|FH4007:callbackUrl|} = \"https://acme.example\", CancellationToken token = default);")]
    public Task Nothing_is_offered_where_the_URL_cannot_be_made_required(string method) => Callback.VerifyNotOfferedAsync(Source(method));

    [Theory]
    [InlineData(
        "Task<AcceptedRun<string>> StartAsync([CallbackUrl] {|FH4008:Uri?|} url = null, CancellationToken token = default);",
        "Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default);")]
    [InlineData(
        "Task<AcceptedRun<string>> StartAsync(\n        [CallbackUrl] {|FH4008:string?|} url, // where to\n        CancellationToken "
        + "token = default);",
        "Task<AcceptedRun<string>> StartAsync(\n        [CallbackUrl] string url, // where to\n        CancellationToken token = "
        + "default);")]
    [InlineData(
        "Task<AcceptedRun<string>> StartAsync([CallbackUrl] {|FH4008:string|} url = null! /* none */, CancellationToken token = default);",
        "Task<AcceptedRun<string>> StartAsync([CallbackUrl] string url /* none */, CancellationToken token = default);")]
    public Task A_callback_URL_becomes_required(string method, string fixedMethod) =>
    Require.VerifyAsync(Source(method), Source(fixedMethod));

    [Theory]
    [InlineData("Task<AcceptedRun<string>> StartAsync(int? words = null, [CallbackUrl] {|FH4008:Uri?|} url = null, CancellationToken "
        + "token = default);")]
    [InlineData("Task<AcceptedRun<string>> StartAsync([CallbackUrl, System.Diagnostics.CodeAnalysis.AllowNull] {|FH4008:Uri|} url, "
        + "CancellationToken token = default);")]
    public Task Nothing_is_offered_that_would_not_compile(string method) => Require.VerifyNotOfferedAsync(Source(method));

    private static string Source(string method) => Usings + $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            {{method}}
        }
        """;
}
