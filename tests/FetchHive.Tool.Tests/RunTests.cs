using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Terminals;
using FetchHive.Tool.Tests.Kit;
using Spectre.Console.Testing;

namespace FetchHive.Tool.Tests;

/// <summary><c>fetchhive run</c>: one call.</summary>
public class RunTests
{
    [Fact]
    public async Task The_output_is_printed_as_it_is_and_everything_else_to_standard_error()
    {
        using WorkFolder folder = Samples.Folder();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns("A brief on bees.\nIt ends."));

        ToolResult result = (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString())).Ended(0);

        Assert.Equal("A brief on bees.\nIt ends.\n", result.Out);
        Assert.Equal(
            $"""
            Calling brief, variant live, on 127.0.0.1.
            From the snippet: topic, companies, max_words, is_draft.
            Completed in 0.0 s, request {hive.Requests[0].RequestId}.

            """,
            result.Error,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task An_output_that_is_an_object_is_printed_as_JSON()
    {
        using WorkFolder folder = Samples.Folder();

        ToolResult result = (await folder.RunAsync("run", "brief.fetchhive.sh", "--emulator")).Ended(0);

        Assert.Equal(
            """
            {
              "title": "On bees",
              "words": 812
            }

            """,
            result.Out,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Without_a_sample_the_emulator_says_so_and_no_dashboard_is_named()
    {
        using WorkFolder folder = new WorkFolder().Write("brief.fetchhive.sh", Samples.Brief);

        ToolResult result = (await folder.RunAsync("run", "brief", "--emulator")).Ended(1);

        Assert.Contains("The emulator doesn't know what a run of \"brief\"/\"live\" yields", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("dashboard", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_object()
    {
        using WorkFolder folder = Samples.Folder();
        folder.Screen = new TestConsole();
        folder.Live = new TestConsole();

        ToolResult result = (await folder.RunAsync("run", "brief", "--emulator", "--json")).Ended(0);

        Assert.StartsWith("req_", result.Json["request_id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(
            """{"deployment":"brief","variant":"live","request_id":0,"run_status":"completed","output":{"title":"On bees","words":812}}""",
            WithoutId(result.Json).ToJsonString());
        Assert.Empty(((TestConsole)folder.Live).Output);
    }

    [Fact]
    public async Task Given_values_replace_those_of_the_snippet()
    {
        using WorkFolder folder = Samples.Folder().Write("inputs.json", """{"topic": "Wasps", "companies": ["A"], "max_words": 3,}""");
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);

        (await folder.RunAsync(
            "run", "brief", "--address", hive.BaseAddress.ToString(), "--inputs", "inputs.json", "-i", "topic=Ants = bees",
            "-i", """companies=["B", "C"]""", "-i", "is_draft=TRUE", "-i", "max_words=")).Ended(0);

        Assert.Equal("""{"topic":"Ants = bees","companies":["B","C"],"is_draft":true}""", hive.Requests[0].Inputs!.ToJsonString());
        Assert.Equal("""{"plan":"pro","seats":3}""", hive.Requests[0].Metadata!.ToJsonString());
    }

    [Fact]
    public async Task A_long_input_is_not_cut_between_the_halves_of_a_surrogate_pair()
    {
        string kept = new('x', 38);
        using WorkFolder folder = Samples.Folder();

        ToolResult result = (await folder.RunAsync("run", "brief", "-i", $"is_draft={kept}\U0001F41Dx")).Ended(2);

        Assert.Contains($"'{kept}…' is neither true nor false", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_in_inputs_are_reported_at_once_and_nothing_is_sent()
    {
        using WorkFolder folder = Samples.Folder().Write("inputs.json", """{"companies": "A", "tone": "dry"}""");
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);

        ToolResult result = (await folder.RunAsync(
            "run", "brief", "--address", hive.BaseAddress.ToString(), "--inputs", "inputs.json", "-i", "topc=x", "-i", "max_words=1.200,5",
            "-i", "is_draft=yes", "-i", "companies=[\"a", "-i", "nothing")).Ended(2);

        Assert.Equal(
            """
            error: inputs.json companies: it is a text, but the snippet has an array there
            inputs.json: brief.fetchhive.sh has no input 'tone'; it has topic, companies, max_words, is_draft
            -i: brief.fetchhive.sh has no input 'topc'; did you mean 'topic'?
            -i max_words: '1.200,5' isn't a number; write it as 1200 or 3.5, without thousands separators
            -i is_draft: 'yes' is neither true nor false
            -i companies: '["a' isn't JSON, but the snippet has an array there, such as ["a", "b"]; the error is in line 1 at byte 4
            -i nothing: write it as name=value, such as -i topic="Bees"

            """,
            result.Error,
            ignoreLineEndingDifferences: true);
        Assert.Empty(result.Out);
        Assert.Empty(hive.Requests);
    }

    [Theory]
    [InlineData("""["topic"]""", "inputs.json is not a JSON object")]
    [InlineData("""{"topic": """, "inputs.json(1,11): it isn't JSON")]
    [InlineData("""{"topic": "a", "topic": "b"}""", "inputs.json has a property twice")]
    public async Task A_bad_file_of_inputs_is_refused(string text, string complaint)
    {
        using WorkFolder folder = Samples.Folder().Write("inputs.json", text);

        ToolResult result = (await folder.RunAsync("run", "brief", "--emulator", "--inputs", "inputs.json")).Ended(2);

        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_command_says_where_it_comes_from()
    {
        using WorkFolder folder = Samples.Folder();

        ToolResult result = (await folder.RunAsync("run", "brief", "--json")).Ended(2);

        Assert.Equal(
            """
            error: The environment variable FETCH_HIVE_API_KEY isn't set. Set it to the workspace's API key, or add --emulator to try it without the service.

            """,
            result.Error,
            ignoreLineEndingDifferences: true);
        Assert.Equal(2, result.Json["error"]!["exit_code"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_run_that_fails_ends_with_1_and_its_reason()
    {
        using WorkFolder folder = Samples.Folder();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Fails("The model is gone.", "model_deprecated"));

        ToolResult result = (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString(), "--json")).Ended(1);

        Assert.Contains("The model is gone", result.Error, StringComparison.Ordinal);
        Assert.Equal("run_failed", result.Json["error"]!["type"]!.GetValue<string>());
        Assert.Equal("model_deprecated", result.Json["error"]!["error_code"]!.GetValue<string>());
        Assert.True(result.Json["error"]!["may_have_run"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_refusal_ends_with_1_and_a_lost_response_with_3()
    {
        using WorkFolder folder = Samples.Folder();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);
        hive.RespondNext(EmulatorResponse.Json(402, """{"error":"No credits."}"""));
        hive.RespondNext(EmulatorResponse.Regular().Lost());

        (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString())).Ended(1);
        (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString())).Ended(3);
    }

    [Theory]
    [InlineData(401, "Check that FETCH_HIVE_API_KEY holds a valid key")]
    [InlineData(404, "and that --address is where the API is")]
    public async Task The_message_about_a_failure_names_options_of_the_command(int status, string advice)
    {
        using WorkFolder folder = Samples.Folder();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);
        hive.RespondNext(EmulatorResponse.Json(status, """{"error":"No."}"""));

        ToolResult result = (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString())).Ended(1);

        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Options.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130_and_says_whether_it_may_go_on()
    {
        using WorkFolder folder = Samples.Folder();
        using Interruption interruption = Interruption.ByHand();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(async (_, token) =>
        {
            interruption.Interrupt();
            await Task.Delay(-1, token);
            return "";
        }));

        ToolResult result = (await folder.RunAsync(interruption, "run", "brief", "--address", hive.BaseAddress.ToString())).Ended(130);

        Assert.EndsWith(
            "error: Interrupted after the call was sent: the run may go on, and be charged for. Look for it in the dashboard.\n",
            result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_is_saved_as_the_next_sample()
    {
        using WorkFolder folder = Samples.Folder();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns("Wölfe & <b>"));

        ToolResult first = (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString(), "--save-sample")).Ended(0);
        (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString(), "--save-sample")).Ended(0);

        Assert.EndsWith("Saved as brief.fetchhive.output.2.json.\n", first.Error, StringComparison.Ordinal);
        Assert.Equal(Samples.BriefOutput, folder.Read("brief.fetchhive.output.json"));
        Assert.Equal(
            $$"""
            {
              "request_id": "{{hive.Requests[0].RequestId}}",
              "run_status": "completed",
              "output": "Wölfe & <b>"
            }

            """,
            folder.Read("brief.fetchhive.output.2.json"),
            ignoreLineEndingDifferences: true);
        Assert.True(folder.Has("brief.fetchhive.output.3.json"));
        (await folder.RunAsync("check")).Ended(0);
    }

    [Fact]
    public async Task An_output_with_a_key_in_it_is_printed_and_not_saved()
    {
        using WorkFolder folder = Samples.Folder();
        string key = "fhk_" + "7Qm2Zr9Lk4Xv8Tn1Pw6S";
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns("The key is " + key));

        ToolResult result = (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString(), "--save-sample")).Ended(1);

        Assert.Equal($"The key is {key}\n", result.Out);
        Assert.Contains("wasn't saved as a sample: it contains", result.Error, StringComparison.Ordinal);
        Assert.False(folder.Has("brief.fetchhive.output.2.json"));
    }

    [Fact]
    public async Task A_terminal_gets_no_escape_sequence_of_an_output_and_a_file_gets_the_output_as_it_is()
    {
        using WorkFolder folder = Samples.Folder();
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns("a\u001b[2Jb\tc"));
        string[] command = ["run", "brief", "--address", hive.BaseAddress.ToString()];

        Assert.Equal("a\u001b[2Jb\tc\n", (await folder.RunAsync(command)).Out);
        folder.Screen = new TestConsole();
        Assert.Equal("a\uFFFD[2Jb\tc\n", (await folder.RunAsync(command)).Out);
    }

    [Fact]
    public async Task Another_variant_is_called_if_the_snippet_covers_it()
    {
        using WorkFolder folder = new WorkFolder().Write("brief.fetchhive.sh", "# variants: staging\n" + Samples.Brief);
        folder.Write("brief.fetchhive.output.json", Samples.BriefOutput);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);

        (await folder.RunAsync("run", "brief", "--address", hive.BaseAddress.ToString(), "--variant", "staging")).Ended(0);
        ToolResult other = (await folder.RunAsync("run", "brief", "--emulator", "--variant", "canary")).Ended(2);

        Assert.Equal("staging", hive.Requests[0].Variant);
        Assert.Equal(
            "error: brief.fetchhive.sh doesn't stand for a variant 'canary'; it stands for live, staging. "
                + "If the variant takes the same inputs, add a line '# variants: canary' at its top.\n",
            other.Error);
    }

    [Fact]
    public async Task The_key_goes_to_loopback_or_over_https_only()
    {
        using WorkFolder folder = Samples.Folder();
        folder.Environment["FETCH_HIVE_API_KEY"] = "fhk_test";

        ToolResult result = (await folder.RunAsync("run", "brief", "--address", "http://example.com/v1")).Ended(2);

        Assert.Contains("Use https", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fhk_test", result.Error, StringComparison.Ordinal);
    }

    private static JsonNode WithoutId(JsonNode json)
    {
        json["request_id"] = 0;
        return json;
    }
}
