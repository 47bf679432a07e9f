using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.Kit.CodeFixVerifier<
    FetchHive.Generators.Analyzers.Calls.JsonTextAsInputAnalyzer, FetchHive.Generators.CodeFixes.PassValueFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class PassValueFixTests
{
    [Theory]
    [InlineData("await briefs.RunAsync([|node.ToJsonString()|]);", "await briefs.RunAsync(node);")]
    [InlineData("await briefs.RunAsync(/* the */ companies: [|node.ToJsonString()|] /* list */);",
        "await briefs.RunAsync(/* the */ companies: node /* list */);")]
    [InlineData("await briefs.RunAsync([|node?.ToJsonString()|]);", "await briefs.RunAsync(node);")]
    [InlineData("await briefs.RunAsync(([|node.ToJsonString()|])!);", "await briefs.RunAsync(node);")]
    [InlineData("await briefs.RunAsync([|(node ?? new JsonArray()).ToJsonString()|]);", "await briefs.RunAsync(node ?? new JsonArray());")]
    [InlineData("await briefs.RunAsync([|new JsonArray(1, 2).ToString()|]);", "await briefs.RunAsync(new JsonArray(1, 2));")]
    [InlineData("string json = node.ToJsonString(); await briefs.RunAsync([|json|]);",
        "string json = node.ToJsonString(); await briefs.RunAsync(node);")]
    [InlineData(
        "await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"list\"] = [|array.ToJsonString()|], [\"text\"] = text });",
        "await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"list\"] = array, [\"text\"] = text });")]
    [InlineData(
        "await briefs.RunAsync([|node.ToJsonString()|]); await briefs.RunAsync([|array.ToJsonString()|]);",
        "await briefs.RunAsync(node); await briefs.RunAsync(array);")]
    public Task The_value_is_passed(string statements, string fixedStatements) =>
    Verify.VerifyCodeFixAsync(Source(statements), Source(fixedStatements));

    [Theory]
    // A text input; a value that isn't JSON; a conditional value; a variable, or a local's source, that may have changed by then; a comment
    // that would be lost.
    [InlineData("await briefs.TellAsync([|node.ToJsonString()|]);")]
    [InlineData("await briefs.RunAsync([|JsonSerializer.Serialize(list)|]);")]
    [InlineData("await briefs.RunAsync([|flag ? node.ToJsonString() : null|]);")]
    [InlineData("string json = node.ToJsonString(); node = array; await briefs.RunAsync([|json|]);")]
    [InlineData("string json = array[0]!.ToJsonString(); await briefs.RunAsync([|json|]);")]
    [InlineData("await briefs.RunAsync([|node.ToJsonString(/* short */)|]);")]
    [InlineData("await briefs.RunAsync([|\"[]\"|]);")]
    public Task Nothing_is_offered_where_the_value_does_not_fit_or_may_be_another(string statements) =>
        new Verify.Test { TestCode = Source(statements) }.RunAsync();

    private static string Source(string statements) => $$"""
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task RunAsync(JsonNode? companies, CancellationToken token = default);
            Task TellAsync(string companies, CancellationToken token = default);
        }

        public class Caller
        {
            public async Task CallAsync(IBrief briefs, FetchHiveClient client, JsonNode node, JsonArray array, List<int> list, string text, bool flag)
            {
                {{statements}}
            }
        }
        """;
}
