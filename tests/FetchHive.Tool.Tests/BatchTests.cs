using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Terminals;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary><c>fetchhive batch</c>: a call for each row of a table.</summary>
public class BatchTests
{
    private const string Table =
        """
        topic,companies,owner
        Bees,"[""A"", ""B""]",me
        Wasps,[],you

        """;

    [Fact]
    public async Task Each_row_is_called_and_its_result_written_in_the_order_of_the_rows()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(inputs => $"On {inputs["topic"]}"));

        ToolResult result = (await BatchAsync(folder, hive)).Ended(0);

        Assert.Equal(
            """
            2 rows in rows.csv. Inputs of brief: topic, companies.
            Optional inputs that aren't sent: max_words, is_draft.
            Columns that aren't sent: owner.
            Calling brief, variant live, on 127.0.0.1.

            """,
            result.Error,
            ignoreLineEndingDifferences: true);
        Assert.Equal(
            """
            2 rows: 2 succeeded.

            Results: out.jsonl
            Journal: out.jsonl.journal

            """,
            result.Out,
            ignoreLineEndingDifferences: true);
        string[] ids = [.. hive.Requests.OrderBy(request => request.Inputs!["topic"]!.ToString()).Select(request => request.RequestId!)];
        Assert.Equal(
            $$"""
            {"row":1,"key":"1","outcome":"succeeded","request_id":"{{ids[0]}}","output":"On Bees"}
            {"row":2,"key":"2","outcome":"succeeded","request_id":"{{ids[1]}}","output":"On Wasps"}

            """,
            folder.Read("out.jsonl"),
            ignoreLineEndingDifferences: true);
        ReceivedRequest bees = hive.Requests.Single(request => request.RequestId == ids[0]);
        Assert.Equal("""{"topic":"Bees","companies":["A","B"]}""", bees.Inputs!.ToJsonString());
    }

    [Theory]
    [InlineData("\"plan\": \"pro\", \"seats\": 3", """{"plan":"pro","seats":3,"batch_key":"1"}""")]
    [InlineData("\"batch_key\": \"of another time\", \"seats\": 3", """{"batch_key":"1","seats":3}""")]
    public async Task The_snippets_metadata_and_user_go_along_with_the_rows_key(string metadata, string sent)
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", "topic,companies\nBees,[]\n").Write(
            "brief.fetchhive.sh",
            Samples.Brief.Replace(
                """
                "metadata": { "plan": "pro", "seats": 3 }
                """,
                $$"""
                "metadata": { {{metadata}} }, "user": "ada"
                """,
                StringComparison.Ordinal));
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);

        (await BatchAsync(folder, hive)).Ended(0);

        ReceivedRequest request = Assert.Single(hive.Requests);
        Assert.Equal(sent, request.Metadata!.ToJsonString());
        Assert.Equal("ada", request.User);
    }

    [Fact]
    public async Task A_second_round_yields_what_is_recorded_and_calls_nothing()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);
        (await BatchAsync(folder, hive)).Ended(0);
        string first = folder.Read("out.jsonl");

        ToolResult result = (await BatchAsync(folder, hive)).Ended(0);

        Assert.StartsWith("2 rows: 2 succeeded. 2 of them are from the journal.\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(first, folder.Read("out.jsonl"));
        Assert.Equal(2, hive.Requests.Count);
        Assert.False(folder.Has("out.jsonl.part"));
    }

    [Fact]
    public async Task A_batch_continues_on_the_commands_own_emulator_too()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);

        (await folder.RunAsync("batch", "brief", "rows.csv", "--out", "out.jsonl", "--emulator")).Ended(0);
        ToolResult result = (await folder.RunAsync("batch", "brief", "rows.csv", "--out", "out.jsonl", "--emulator")).Ended(0);

        Assert.StartsWith("2 rows: 2 succeeded. 2 of them are from the journal.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_are_listed_by_reason_with_the_rows_in_doubt_and_the_commands_to_continue()
    {
        using WorkFolder folder = Samples.Folder().Write(
            "rows.csv",
            """
            id,topic
            a,fail
            b,fail
            it's c,lost
            d,fine

            """);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(inputs =>
            inputs["topic"]!.ToString() == "fail"
                ? throw new EmulatedRunFailureException("Too long.", "iteration_limit_exceeded")
                : "Fine."));
        hive.RespondNext(EmulatorResponse.Regular());
        hive.RespondNext(EmulatorResponse.Regular());
        hive.RespondNext(EmulatorResponse.Regular().Lost());

        ToolResult result = (await BatchAsync(folder, hive, "-i", "companies=[\"it's\"]", "--key", "id", "--concurrency", "1")).Ended(3);

        string failed = hive.Requests[0].RequestId!;
        string command = $"fetchhive batch brief rows.csv --out out.jsonl --address {hive.BaseAddress} -i 'companies=[\"it'\\''s\"]' "
            + "--key id --concurrency 1";
        Assert.Equal(
            $"""
            4 rows: 1 succeeded, 2 failed, 1 in doubt.

            Failed runs, which are charged for:
              2 × run_failed (iteration_limit_exceeded), rows a, b
                The run started by the call to deployment 'brief', variant 'live' failed. The service says: "Too long". Its error_code is 'iteration_limit_exceeded'. The request_id is {failed}. An iteration of the workflow loops too often: send a smaller input.

            In doubt: sent, but no response is recorded. They may have run, and been charged for:
              1 × connection, row it's c
                There was no response from 127.0.0.1 to the call to deployment 'brief', variant 'live': Connection reset by peer. The request had been sent, or part of it, so the run may have been started. Look in the dashboard's log history before sending the call again.
              Look for them in the dashboard's log history before you call them again: their metadata has 'batch_key'.

            Results: out.jsonl
            Journal: out.jsonl.journal

            To call rows in doubt again, which may run them twice:
              {command} --again in-doubt

            To call failed runs again, which charges for them again:
              {command} --again failed

            """,
            result.Out,
            ignoreLineEndingDifferences: true);
        JsonNode[] lines = [.. folder.Read("out.jsonl").TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(
            [
                "failed run_failed iteration_limit_exceeded",
                "failed run_failed iteration_limit_exceeded",
                "in_doubt connection ",
                "succeeded  ",
            ],
            lines.Select(line => $"{line["outcome"]} {line["reason"]} {line["error_code"]}"));
    }

    [Fact]
    public async Task Rows_are_called_again_when_the_command_says_so()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", "topic,companies\nBees,[]\nWasps,[]\n");
        bool isWell = false;
        await using FetchHiveEmulator hive = await Hive.StartAsync(
            folder, start => start.Returns(_ => isWell ? "Fine." : throw new EmulatedRunFailureException("No.")));
        hive.RespondNext(EmulatorResponse.Regular().Lost());
        (await BatchAsync(folder, hive, "--concurrency", "1")).Ended(3);
        isWell = true;

        ToolResult second = (await BatchAsync(folder, hive)).Ended(3);
        Assert.Contains(
            "    Row '1' was sent, but no response is recorded. Look for batch_key = 1 in the log history before you call it again with "
                + "--again in-doubt.\n",
            second.Out,
            StringComparison.Ordinal);
        Assert.Equal(2, hive.Requests.Count);
        (await BatchAsync(folder, hive, "--again", "failed")).Ended(3);
        Assert.Equal(3, hive.Requests.Count);
        (await BatchAsync(folder, hive, "--again", "in-doubt")).Ended(0);
        Assert.Equal(4, hive.Requests.Count);
        folder.Write("rows.csv", "topic,companies\nBees,[]\nAnts,[]\n");
        ToolResult changed = (await BatchAsync(folder, hive)).Ended(1);
        Assert.Contains("1 × changed, row 2", changed.Out, StringComparison.Ordinal);
        Assert.Contains("To call such rows with their new inputs, add --again changed.\n", changed.Out, StringComparison.Ordinal);
        Assert.EndsWith(" --again changed\n", changed.Out, StringComparison.Ordinal);
        (await BatchAsync(folder, hive, "--again", "changed")).Ended(0);
        Assert.Equal(5, hive.Requests.Count);
    }

    [Fact]
    public async Task A_failure_that_would_end_every_row_stops_the_batch_with_4()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);
        hive.RespondNext(EmulatorResponse.Json(402, """{"error":"No credits."}"""));

        ToolResult result = (await BatchAsync(folder, hive, "--concurrency", "1")).Ended(4);

        Assert.Single(hive.Requests);
        Assert.Contains("error: The batch stopped after 1 rows", result.Error, StringComparison.Ordinal);
        Assert.StartsWith(
            "2 rows: 0 succeeded, 1 not run, 1 left.\n\nNot run:\n  1 × 402, row 1\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("To continue:\n  fetchhive batch brief rows.csv", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_batch_waits_for_what_was_sent_and_keeps_the_results_that_it_did_not_come_to()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        using Interruption interruption = Interruption.ByHand();
        Action? whenCalled = null;
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(inputs =>
        {
            whenCalled?.Invoke();
            return $"On {inputs["topic"]}";
        }));
        (await BatchAsync(folder, hive)).Ended(0);
        string second = folder.Read("out.jsonl").Split('\n')[1];
        whenCalled = interruption.Interrupt;
        folder.Write("rows.csv", Table.Replace("Bees", "Ants", StringComparison.Ordinal));

        string[] command = ["batch", "brief", "rows.csv", "--out", "out.jsonl", "--address", hive.BaseAddress.ToString()];
        ToolResult result = (await folder.RunAsync(interruption, [.. command, "--again", "changed", "--concurrency", "1"])).Ended(130);

        Assert.EndsWith(
            "Stopping. No further row is called. Calls that were sent are waited for, as they are charged for. Press Ctrl+C again to "
                + "end at once; this may leave rows in doubt.\nerror: The batch was interrupted.\n",
            result.Error,
            StringComparison.Ordinal);
        Assert.StartsWith("2 rows: 1 succeeded, 1 left.\n", result.Out, StringComparison.Ordinal);
        string[] lines = folder.Read("out.jsonl").TrimEnd().Split('\n');
        Assert.Contains("On Ants", lines[0], StringComparison.Ordinal);
        Assert.Equal(second, lines[1]);
    }

    [Fact]
    public async Task With_json_the_summary_is_an_object()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Fails("No.", "some_code"));

        ToolResult result = (await BatchAsync(folder, hive, "--json")).Ended(1);

        JsonObject failure = result.Json["failures"]![0]!.AsObject();
        failure.Remove("example");
        Assert.Equal(
            """{"outcome":"failed","reason":"run_failed","error_code":"some_code","count":2,"first_rows":[1,2],"first_keys":["1","2"]}""",
            failure.ToJsonString());
        Assert.Equal(2, result.Json["failed"]!.GetValue<int>());
        Assert.Equal(1, result.Json["exit_code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("rows.csv", "--out names the table itself.")]
    [InlineData("nowhere/out.jsonl", "--out nowhere/out.jsonl is a folder, or its folder doesn't exist.")]
    [InlineData("other.txt", "other.txt already exists, and no journal of a batch is beside it (other.txt.journal).")]
    public async Task Results_overwrite_nothing_else(string path, string complaint)
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table).Write("other.txt", "dear");

        ToolResult result = (await folder.RunAsync("batch", "brief", "rows.csv", "--out", path, "--emulator")).Ended(2);

        Assert.StartsWith("error: " + complaint, result.Error, StringComparison.Ordinal);
        Assert.Equal("dear", folder.Read("other.txt"));
    }

    [Fact]
    public async Task A_journal_of_another_deployment_is_refused()
    {
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);
        (await BatchAsync(folder, hive)).Ended(0);
        string results = folder.Read("out.jsonl");

        ToolResult result = (await folder.RunAsync("batch", "brief", "rows.csv", "--out", "out.jsonl", "--emulator")).Ended(2);

        Assert.Contains("http://localhost/v1", result.Error, StringComparison.Ordinal);
        Assert.Equal(results, folder.Read("out.jsonl"));
    }

    private static Task<ToolResult> BatchAsync(WorkFolder folder, FetchHiveEmulator hive, params string[] more) =>
        folder.RunAsync(["batch", "brief", "rows.csv", "--out", "out.jsonl", "--address", hive.BaseAddress.ToString(), .. more]);
}
