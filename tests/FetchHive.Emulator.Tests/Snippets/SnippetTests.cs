using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests.Snippets;

/// <summary>Deployments that snippets describe. The files are in <c>Snippets/Files</c>; the build puts them beside the tests.</summary>
public sealed class SnippetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchhive-snippets-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task All_snippets_beside_the_application_are_deployed_with_each_of_their_variants()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippets());
        using Caller caller = new(hive);

        Assert.Equal(200, (await caller.PostAsync(Body())).Status);
        Assert.Equal(200, (await caller.PostAsync(Body(variant: "staging"))).Status);
        Assert.Equal(
            "Variant not found: the deployment \"snippet-brief\" has no variant \"other\"; it has \"production\", \"staging\".",
            (await caller.PostAsync(Body(variant: "other"))).Error);
    }

    [Theory]
    [InlineData("topic", "1", "inputs.topic must be a string, not a number.")]
    [InlineData("topic", null, "inputs.topic is required.")]
    [InlineData("companies", "\"Fetch Hive\"", "inputs.companies must be a native JSON array, not a string.")]
    [InlineData("companies", "[1]", null)]
    [InlineData("max_words", null, null)]
    [InlineData("max_words", "\"200\"", "inputs.max_words must be a number, as in its snippet, not a string.")]
    [InlineData("tone", "{}", null)]
    [InlineData("draft", "0", "inputs.draft must be a boolean, as in its snippet, not a number.")]
    [InlineData("style", "[]", "inputs.style must be an object, as in its snippet, not an array.")]
    public async Task An_input_takes_the_kind_of_its_sample_and_is_required_unless_it_is_optional(string name, string? value, string? error)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippet("brief.fetchhive.sh"));
        using Caller caller = new(hive);

        Response response = await caller.PostAsync(Body(inputs =>
        {
            inputs.Remove(name);
            if (value is not null)
            {
                inputs[name] = JsonNode.Parse(value);
            }
        }));

        Assert.Equal(error is null ? 200 : 422, response.Status);
        Assert.StartsWith(error ?? "", response.Error ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_yield_the_samples_in_turn()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippets());
        using Caller caller = new(hive);

        Assert.Equal("\"First\"", (await caller.PostAsync(Body())).Json["output"]!.ToJsonString());
        Assert.Equal("""{"title":"Second"}""", (await caller.PostAsync(Body())).Json["output"]!.ToJsonString());
        Response failed = await caller.PostAsync(Body());
        Assert.Equal("\"First\"", (await caller.PostAsync(Body())).Json["output"]!.ToJsonString());

        Assert.Equal("No sources", failed.Error);
        Assert.Equal("no_sources", (string?)failed.Json["error_code"]);
    }

    [Fact]
    public async Task A_run_without_a_sample_fails_and_says_where_to_put_one()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippets());
        using Caller caller = new(hive);

        Response response = await caller.PostAsync("""{"deployment":"no-inputs","variant":"production","inputs":{"anything":1}}""");

        Assert.Equal(
            "The emulator doesn't know what a run of \"no-inputs\"/\"production\" yields: "
                + "save an output, as JSON, as free.fetchhive.output.json beside the snippet.",
            response.Error);
    }

    [Fact]
    public async Task Everything_in_a_snippet_can_be_overridden_where_it_is_deployed()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippet(
            "Workflows/brief.fetchhive.sh",
            start => start.TakesAnyValue("companies", required: false).TakesText("more", required: false).Returns("Mine")));
        using Caller caller = new(hive);

        Response response = await caller.PostAsync(Body(inputs => inputs["companies"] = "text"));

        Assert.Equal("Mine", (string?)response.Json["output"]);
    }

    [Fact]
    public async Task Everything_in_a_snippet_can_be_overridden_afterwards()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .DeploySnippets()
            .Deploy("snippet-brief", "production", start => start.UsesWebhookSecret("whsec_1").Returns("Mine")));
        using Caller caller = new(hive);

        Assert.Equal("Mine", (string?)(await caller.PostAsync(Body())).Json["output"]);
        Assert.Equal("First", (string?)(await caller.PostAsync(Body(variant: "staging"))).Json["output"]);
        Assert.Equal("whsec_1", hive.GetWebhookSecret("snippet-brief"));
        Response withoutTopic = await caller.PostAsync(Body(inputs => inputs.Remove("topic")));
        Assert.StartsWith("inputs.topic is required.", withoutTopic.Error, StringComparison.Ordinal);

        hive.Deploy("snippet-brief", "staging", start => start.Returns("On the running emulator"));
        Assert.Equal("On the running emulator", (string?)(await caller.PostAsync(Body(variant: "staging"))).Json["output"]);
        ArgumentException twice = Assert.Throws<ArgumentException>(
            () => hive.Deploy("snippet-brief", "staging", start => start.Returns("x")));
        Assert.StartsWith("\"snippet-brief\"/\"staging\" is already deployed.", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripted_responses_stay_when_a_deployment_is_changed()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippets());
        using Caller caller = new(hive);
        hive.RespondNext("snippet-brief", "production", EmulatorResponse.Json(503, "{}"));

        hive.Deploy("snippet-brief", "production", start => start.Returns("Mine"));

        Assert.Equal(503, (await caller.PostAsync(Body())).Status);
        Assert.Equal("Mine", (string?)(await caller.PostAsync(Body())).Json["output"]);
    }

    [Fact]
    public async Task A_snippet_can_be_deployed_on_the_running_emulator()
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using Caller caller = new(hive);

        string path = Write("mine.fetchhive.sh", """{"deployment": "mine", "variant": "v", "inputs": {}}""");
        hive.DeploySnippet(path, start => start.Returns("x"));

        Assert.Equal(200, (await caller.PostAsync("""{"deployment":"mine","variant":"v"}""")).Status);
        hive.DeploySnippets();
        Assert.Equal(200, (await caller.PostAsync(Body())).Status);
    }

    [Fact]
    public async Task An_unreadable_snippet_fails_the_start_with_the_message_of_the_compiler()
    {
        string path = Write("agent.fetchhive.sh", "\n  {\"agent\": \"x\"}");

        FormatException exception = await Assert.ThrowsAsync<FormatException>(() => Briefs.StartAsync(hive => hive.DeploySnippet(path)));

        Assert.Equal(
            $"{path}(2,3): 'agent.fetchhive.sh' can't be read: this is the body of an agent's call, but "
                + "the snippet of a workflow's deployment is expected",
            exception.Message);
    }

    [Fact]
    public async Task Every_problem_with_a_snippet_and_its_samples_is_reported()
    {
        string path = Write("a.fetchhive.sh", "Hello");
        Write("a.fetchhive.output.json", "{a}");

        FormatException exception = await Assert.ThrowsAsync<FormatException>(() => Briefs.StartAsync(hive => hive.DeploySnippet(path)));

        Assert.Equal(2, exception.Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("none.fetchhive.sh", "There is no snippet 'none.fetchhive.sh' in ")]
    [InlineData("/none/none.fetchhive.sh", "The snippet /none/none.fetchhive.sh doesn't exist.")]
    public async Task A_missing_snippet_is_reported(string path, string message)
    {
        FileNotFoundException exception = await Assert.ThrowsAsync<FileNotFoundException>(
            () => Briefs.StartAsync(hive => hive.DeploySnippet(path)));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differing_snippets_of_one_variant_are_refused()
    {
        string path = Write("other.fetchhive.sh", """{"deployment": "snippet-brief", "variant": "production", "inputs": {"topic": 1}}""");

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Briefs.StartAsync(hive => hive.DeploySnippets().DeploySnippet(path)));

        string expected = $"\"snippet-brief\"/\"production\" of {path} is already deployed by ";
        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
    }

    private static string Body(Action<JsonObject>? change = null, string variant = "production")
    {
        JsonObject inputs = new()
        {
            ["topic"] = "Bees",
            ["companies"] = new JsonArray(),
            ["draft"] = false,
            ["style"] = new JsonObject(),
        };
        change?.Invoke(inputs);
        return new JsonObject { ["deployment"] = "snippet-brief", ["variant"] = variant, ["inputs"] = inputs }.ToJsonString();
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
