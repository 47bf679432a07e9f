using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;
using Microsoft.Extensions.AI;

namespace FetchHive.Generators.Tests.Tools;

/// <summary>Agent tools, compiled, loaded, and called as an agent calls them.</summary>
public class ToolCallTests
{
    private const string Brief = """
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            [AgentTool]
            Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, Tone tone = Tone.Plain, int? maxWords = null,
                [Metadata] Caller? caller = null, [User] string? user = null, CancellationToken cancellationToken = default);
        }
        public sealed record Company(string Name, Uri? Website = null);
        public sealed record Caller(string CustomerId, bool Trial);
        public enum Tone { Plain, [JsonStringEnumMemberName("very-formal")] Formal }

        """;

    private const string Topic = """{"topic":"bees","companies":[]}""";

    [Fact]
    public async Task A_tool_sends_what_the_model_and_the_application_give()
    {
        await using ToolLab lab = await ToolLab.StartAsync(Brief, tool: "brief.CreateRunTool(new Caller(\"cus_1\", true), user: \"ada\")");

        object? result = await lab.CallAsync(
            """{"topic":"bees","companies":[{"name":"Acme","website":"https://acme.example"},"""
            + """{"name":"Hive"}],"tone":"very-formal","max_words":50}""");

        Assert.Equal("done", result);
        Assert.Equal(
            """
            {"deployment":"brief","variant":"production","inputs":{"topic":"bees","companies":[{"name":"Acme","website":"https://acme.example"},{"name":"Hive","website":null}],"tone":"very-formal","max_words":50},"metadata":{"customer_id":"cus_1","trial":true},"user":"ada"}
            """.Trim(),
            Assert.Single(lab.Hive.Requests).BodyText);
    }

    [Theory]
    [InlineData("""{"topic":"bees","companies":[]}""")]
    [InlineData("""{"topic":"bees","companies":[],"tone":null,"max_words":null}""")]
    [InlineData("""{"topic":"bees","companies":"[]"}""")]
    public async Task A_missing_or_null_input_has_its_default(string arguments)
    {
        await using ToolLab lab = await ToolLab.StartAsync(Brief);

        await lab.CallAsync(arguments);

        Assert.Equal(
            """{"deployment":"brief","variant":"production","inputs":{"topic":"bees","companies":[],"tone":"Plain"}}""",
            Assert.Single(lab.Hive.Requests).BodyText);
    }

    [Fact]
    public async Task Values_of_dotnet_types_are_accepted_too()
    {
        await using ToolLab lab = await ToolLab.StartAsync("""
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { [AgentTool] Task<string> RunAsync(string topic, long words, double share, bool isShort, IReadOnlyList<string> lines, JsonElement any, Guid id, CancellationToken token = default); }
            """);

        await lab.Tool.InvokeAsync(
            new AIFunctionArguments
            {
                ["topic"] = "a \"b\"",
                ["words"] = 5,
                ["share"] = 0.5f,
                ["is_short"] = true,
                ["lines"] = new[] { "x" },
                ["any"] = System.Text.Json.Nodes.JsonNode.Parse("{\"a\":1}"),
                ["id"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
            },
            TestHost.CancellationToken);

        Assert.Equal(
            """{"topic":"a \"b\"","words":5,"share":0.5,"is_short":true,"lines":["x"],"any":{"a":"""
            + """1},"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}""",
            Assert.Single(lab.Hive.Requests).Inputs!.ToJsonString(
                new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("""{"companies":[]}""", "The input 'topic' is missing.")]
    [InlineData("""{"topic":"bees","companies":[],"max":1}""", "There is no input max. The inputs are: topic, companies, tone, max_words.")]
    [InlineData("""{"topic":"bees","companies":[],"caller":{"customer_id":"mine"}}""",
        "There is no input caller. The inputs are: topic, companies, tone, max_words.")]
    [InlineData("""{"topic":"bees","companies":[{}]}""", "The input 'companies[0]")]
    [InlineData("""{"topic":"bees","companies":[],"tone":"loud"}""", "The input 'tone' doesn't match the tool's schema.")]
    [InlineData("""{"topic":"bees","companies":[],"max_words":"many"}""",
        "The input 'max_words' doesn't match the tool's schema.")]
    public async Task Arguments_that_cannot_become_inputs_are_reported_and_not_sent(string arguments, string message)
    {
        await using ToolLab lab = await ToolLab.StartAsync(Brief);

        ErrorContent error = Assert.IsType<ErrorContent>(await lab.CallAsync(arguments));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(("did_not_run", "Nothing ran, and nothing was charged for. Correct the input and call the tool again."),
            (error.ErrorCode, error.Details));
        Assert.Empty(lab.Hive.Requests);
    }

    [Fact]
    public async Task A_lost_response_tells_the_agent_that_a_run_may_have_started()
    {
        await using ToolLab lab = await ToolLab.StartAsync(Brief);
        lab.Hive.RespondNext(EmulatorResponse.Regular().Lost());

        ErrorContent error = Assert.IsType<ErrorContent>(await lab.CallAsync(Topic));

        Assert.Equal("may_have_run", error.ErrorCode);
        Assert.StartsWith(
            "A run may have started and been charged for. Don't call the tool again for the same purpose without asking the user",
            error.Details, StringComparison.Ordinal);
        Assert.Single(lab.Hive.Requests);
    }

    [Theory]
    [InlineData(422, "did_not_run", "If an input is wrong, correct it")]
    [InlineData(401, "did_not_run", "Calling again won't help: tell the user.")]
    [InlineData(500, "may_have_run", "Don't call the tool again")]
    public async Task A_refusal_tells_the_agent_what_to_do(int status, string code, string advice)
    {
        await using ToolLab lab = await ToolLab.StartAsync(Brief);
        lab.Hive.RespondNext(status, """{"message":"no"}""");

        ErrorContent error = Assert.IsType<ErrorContent>(await lab.CallAsync(Topic));

        Assert.Equal(code, error.ErrorCode);
        Assert.Contains(advice, error.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_of_another_form_reaches_the_agent_as_it_came()
    {
        await using ToolLab lab = await ToolLab.StartAsync("""
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { [AgentTool] Task<Answer> RunAsync(string topic, CancellationToken token = default); }
            public sealed record Answer(int Count);
            """, "{\"count\":\"many\"}");

        ErrorContent error = Assert.IsType<ErrorContent>(await lab.CallAsync("""{"topic":"bees"}"""));

        Assert.Equal("may_have_run", error.ErrorCode);
        Assert.Contains("Don't call the tool again for it; use the output if it helps: {\"count\":\"many\"}", error.Details,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_by_the_caller_ends_the_call_and_is_not_a_result()
    {
        await using ToolLab lab = await ToolLab.StartAsync(Brief);
        lab.Hive.RespondNext(EmulatorResponse.Regular().After(TimeSpan.FromDays(1)));
        using CancellationTokenSource source = new();
        AIFunctionArguments arguments = new() { ["topic"] = "bees", ["companies"] = "[]" };

        Task<object?> call = lab.Tool.InvokeAsync(arguments, source.Token).AsTask();
        while (lab.Hive.Requests.Count == 0)
        {
            await Task.Delay(5, TestHost.CancellationToken);
        }

        await source.CancelAsync();

        FetchHiveCanceledException exception = await Assert.ThrowsAsync<FetchHiveCanceledException>(() => call);
        Assert.True(exception.MayHaveRun);
    }

    [Theory]
    [InlineData("Task<Answer> RunAsync(CancellationToken token = default);", "{\"text\":\"On bees\",\"count\":\"2\"}",
        """{"text":"On bees","count":2}""")]
    [InlineData("ValueTask<WorkflowRun<Answer>> RunAsync(CancellationToken token = default);", "{\"text\":\"On bees\",\"count\":2}",
        """{"text":"On bees","count":2}""")]
    [InlineData("Task<IReadOnlyList<Answer?>> RunAsync(CancellationToken token = default);", "[null,{\"text\":\"a\",\"count\":1}]",
        """[null,{"text":"a","count":1}]""")]
    [InlineData("Task<int?> RunAsync(CancellationToken token = default);", "5", "5")]
    [InlineData("Task<WorkflowRun<string>> RunAsync(CancellationToken token = default);", "\"text\"", "text")]
    [InlineData("Task<JsonElement> RunAsync(CancellationToken token = default);", "{\"a\":[1]}", """{"a":[1]}""")]
    [InlineData("Task RunAsync(CancellationToken token = default);", "5", """{"status":"completed"}""")]
    [InlineData(
        "Task<ImageOutput> RunAsync(CancellationToken token = default);",
        "{\"settings\":{},\"assets\":[{\"file_url\":\"https://a.example/b.png\"}]}",
        """.+https://a\.example/b\.png.+""")]
    public async Task The_output_is_the_result(string method, string output, string result)
    {
        await using ToolLab lab = await ToolLab.StartAsync($$"""
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { [AgentTool] {{method}} }
            public sealed record Answer(string Text, int Count);
            """, output);

        string? given = (await lab.CallAsync("{}"))?.ToString();

        if (result.StartsWith('.'))
        {
            Assert.Matches(result, given);
        }
        else
        {
            Assert.Equal(result, given);
        }
    }

    [Fact]
    public async Task A_start_says_that_the_output_goes_elsewhere()
    {
        await using ToolLab lab = await ToolLab.StartAsync("""
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { [AgentTool] Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri url, CancellationToken token = default); }
            """, tool: "brief.CreateStartTool(new Uri(\"https://acme.example/callback\"))");

        JsonElement result = Assert.IsType<JsonElement>(await lab.CallAsync("""{"topic":"bees"}"""));

        Assert.Equal("https://acme.example/callback", Assert.Single(lab.Hive.Requests).CallbackUrl);
        Assert.StartsWith("req_", result.GetProperty("request_id").GetString(), StringComparison.Ordinal);
        Assert.Contains("don't start it again", result.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_calls_the_object_that_it_was_made_from()
    {
        await using ToolLab lab = await ToolLab.StartAsync("""
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { [AgentTool] Task<string> RunAsync(string topic, CancellationToken token = default); }
            public sealed class Counted : IBrief { public Task<string> RunAsync(string topic, CancellationToken token) => Task.FromResult("not sent: " + topic); }
            """, tool: "new Counted().CreateRunTool()");

        Assert.Equal("not sent: bees", await lab.CallAsync("""{"topic":"bees"}"""));
        Assert.Empty(lab.Hive.Requests);
    }
}
