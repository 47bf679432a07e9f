using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Batches;

/// <summary>Rounds over one journal: what is called, what is replayed, and what is reported.</summary>
public sealed class RoundTests
{
    private static readonly string[] ThreeRows = ["a", "b", "c"];

    [Fact]
    public async Task A_second_round_gives_the_same_results_and_sends_nothing()
    {
        using BatchKit kit = new();
        List<BatchResult<string, string>> first = await kit.RunAllAsync(ThreeRows);
        List<BatchResult<string, string>> second = await kit.RunAllAsync(ThreeRows);

        Assert.Equal(3, kit.Sent);
        Assert.Equal(Values(first), Values(second));
        Assert.All(first, static result => Assert.False(result.IsReplayed));
        Assert.All(second, static result => Assert.True(result.IsReplayed));
        Assert.All(first.Concat(second), static result => Assert.True(result.IsRecorded));
    }

    [Fact]
    public async Task The_journal_has_a_header_and_two_lines_for_each_row()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");

        string[] lines = kit.Lines();
        Assert.Equal("""{"fetchhive_batch":1,"base":"http://localhost/v1","deployment":"brief","variant":"production"}""", lines[0]);
        Assert.Matches("""^\{"k":"a","s":"sent","h":"[0-9a-f]{64}"\}$""", lines[1]);
        Assert.Matches("""^\{"k":"a","s":"answered","h":"[0-9a-f]{64}","response":\{.*"output":"about a"\}\}$""", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_new_journal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kit.Journal));
        }
    }

    [Fact]
    public async Task A_run_with_its_envelope_is_replayed_as_such()
    {
        using BatchKit kit = new();
        for (int round = 0; round < 2; round++)
        {
            BatchResult<string, WorkflowRun<string>> result = Assert.Single(await BatchKit.AllAsync(BatchKit.Of(
                ["a"],
                static row => row,
                (row, token) => BatchKit.Request(kit.Client, row).SendForRunAsync(OutputReader.Text, token),
                kit.Options())));
            WorkflowRun<string> run = result.GetValue();
            Assert.Equal(("req_1", RunStatus.Completed, "about a"), (run.RequestId, run.Status, run.Output));
        }

        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_call_by_name_is_replayed()
    {
        using BatchKit kit = new();
        for (int round = 0; round < 2; round++)
        {
            BatchResult<string, WorkflowRun<JsonElement>> result = Assert.Single(await BatchKit.AllAsync(BatchKit.Of(
                ["a"],
                static row => row,
                (row, token) => kit.Client.InvokeAsync("brief", "production", new() { ["topic"] = row }, cancellationToken: token),
                kit.Options())));
            Assert.Equal("about a", result.GetValue().Output.GetString());
        }

        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_response_that_could_not_be_read_is_read_later_as_another_type()
    {
        using BatchKit kit = new() { Respond = (_, _) => Task.FromResult(BatchKit.Completed("""{"title":"T"}""")) };
        OutputReader<Brief> brief = ResearchBrief.BriefOutput;
        BatchResult<string, Brief> first = Assert.Single(await BatchKit.AllAsync(BatchKit.Of(
            ["a"], static row => row, (row, token) => BatchKit.Request(kit.Client, row).SendForOutputAsync(brief, token), kit.Options())));
        Assert.Equal(BatchOutcome.Failed, first.Outcome);
        Assert.True(first.IsRecorded);
        Assert.IsType<FetchHiveResponseException>(first.Error);

        BatchResult<string, string> second = Assert.Single(await kit.RunAllAsync("a"));
        Assert.Equal("""{"title":"T"}""", second.GetValue());
        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task Pretty_printed_responses_take_one_line_and_are_replayed()
    {
        string pretty = "\uFEFF{\r\n  \"request_id\": \"req_1\",\r\n  \"run_status\": \"completed\",\n  \"output\": \"two\\nlines\"\n}\n";
        using BatchKit kit = new() { Respond = (_, _) => Task.FromResult(BatchKit.Body(pretty)) };
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal("two\nlines", Assert.Single(await kit.RunAllAsync("a")).GetValue());
        }

        Assert.Equal(3, kit.Lines().Length);
        Assert.Equal(1, kit.Sent);
    }

    [Theory]
    [InlineData("<html>a proxy</html>")]
    [InlineData("")]
    [InlineData("{\"run_status\":\"completed\",\"output\":\"half")]
    public async Task A_response_that_is_not_json_is_kept_as_received(string body)
    {
        using BatchKit kit = new() { Respond = (_, _) => Task.FromResult(BatchKit.Body(body)) };
        for (int round = 0; round < 2; round++)
        {
            BatchResult<string, string> result = Assert.Single(await kit.RunAllAsync("a"));
            Assert.Equal((BatchOutcome.Failed, true, round == 1), (result.Outcome, result.IsRecorded, result.IsReplayed));
            Assert.IsType<FetchHiveResponseException>(result.Error);
        }

        Assert.Equal(1, kit.Sent);
        string raw = Convert.ToBase64String(Encoding.UTF8.GetBytes(body));
        Assert.Contains($"\"raw\":\"{raw}\"", kit.Lines()[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_secret_is_not_kept()
    {
        using BatchKit kit = new()
        {
            Respond = (_, _) => Task.FromResult(BatchKit.Body(
                """{"webhook_secret":"whsec_1","request_id":"req_1","run_status":"completed","output":"x","webhook_secret":"whsec_1"}""")),
        };
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal("x", Assert.Single(await kit.RunAllAsync("a")).GetValue());
        }

        Assert.DoesNotContain("whsec", File.ReadAllText(kit.Journal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(422)]
    public async Task A_run_that_failed_is_kept_and_called_again_only_when_asked(int status)
    {
        using BatchKit kit = new()
        {
            Respond = (_, _) => Task.FromResult(BatchKit.Body("""{"request_id":"req_1","run_status":"failed","error":"no"}""", status)),
        };
        for (int round = 0; round < 2; round++)
        {
            BatchResult<string, string> result = Assert.Single(await kit.RunAllAsync("a"));
            Assert.Equal((BatchOutcome.Failed, true), (result.Outcome, result.IsRecorded));
            Assert.IsType<FetchHiveRunFailedException>(result.Error);
        }

        Assert.Equal(1, kit.Sent);
        kit.Respond = (_, _) => Task.FromResult(BatchKit.Completed("\"yes\""));
        BatchOptions options = kit.Options(static options => options.Failed = FailedRuns.Again);
        BatchResult<string, string> again = Assert.Single(await BatchKit.AllAsync(kit.Run(["a"], options)));
        Assert.Equal("yes", again.GetValue());
        Assert.Equal("yes", Assert.Single(await kit.RunAllAsync("a")).GetValue());
        Assert.Equal(2, kit.Sent);
    }

    [Fact]
    public async Task A_refused_row_is_called_again_in_the_next_round()
    {
        using BatchKit kit = new() { Respond = (_, _) => Task.FromResult(BatchKit.Body("""{"error":"bad"}""", 422)) };
        BatchResult<string, string> first = Assert.Single(await kit.RunAllAsync("a"));
        Assert.Equal((BatchOutcome.NotRun, false), (first.Outcome, first.IsRecorded));
        Assert.IsType<FetchHiveValidationException>(first.Error);
        Assert.Equal("""{"k":"a","s":"not_run"}""", kit.Lines()[2]);

        kit.Respond = (_, _) => Task.FromResult(BatchKit.Completed("\"yes\""));
        Assert.Equal("yes", Assert.Single(await kit.RunAllAsync("a")).GetValue());
    }

    [Fact]
    public async Task A_row_in_doubt_is_reported_and_called_again_only_when_asked()
    {
        using BatchKit kit = new() { Respond = (_, _) => throw new HttpRequestException("The connection broke.") };
        BatchResult<string, string> first = Assert.Single(await kit.RunAllAsync("17"));
        Assert.Equal(BatchOutcome.InDoubt, first.Outcome);
        Assert.IsType<FetchHiveConnectionException>(first.Error);

        kit.Respond = (_, _) => Task.FromResult(BatchKit.Completed("\"yes\""));
        BatchResult<string, string> second = Assert.Single(await kit.RunAllAsync("17"));
        Assert.Equal(BatchOutcome.InDoubt, second.Outcome);
        Assert.Equal(
            "Row '17' was sent and no response is recorded. Look for batch_key = 17 in the log history; to call such rows again, set "
                + "BatchOptions.InDoubt = InDoubtRows.Again.",
            Assert.IsType<BatchRowException>(second.Error).Message);
        Assert.Equal(1, kit.Sent);

        BatchOptions options = kit.Options(static options => options.InDoubt = InDoubtRows.Again);
        Assert.Equal("yes", Assert.Single(await BatchKit.AllAsync(kit.Run(["17"], options))).GetValue());
        Assert.Equal("yes", Assert.Single(await kit.RunAllAsync("17")).GetValue());
        Assert.Equal(2, kit.Sent);
    }

    [Fact]
    public async Task Retries_before_a_run_leave_no_doubt_between_them()
    {
        FakeTime time = new();
        using BatchKit kit = new(new FetchHiveOptions { MaxRetries = 3, BaseAddress = new Uri("http://localhost/v1") });
        kit.Client.Sender.Time = time;
        int calls = 0;
        kit.Respond = (_, _) => Task.FromResult(++calls < 3 ? BatchKit.Body("{}", 429) : BatchKit.Completed("\"yes\""));
        Assert.Equal("yes", Assert.Single(await kit.RunAllAsync("a")).GetValue());
        Assert.Equal(
            ["sent", "not_run", "sent", "not_run", "sent", "answered"],
            kit.Lines().Skip(1).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("s").GetString()));
    }

    [Fact]
    public async Task A_changed_row_is_refused_called_again_or_kept_as_the_option_says()
    {
        using BatchKit kit = new();
        string inputs = "old";
        IAsyncEnumerable<BatchResult<int, string>> Round(ChangedRows changed) => BatchKit.Of(
            [1],
            static row => row.ToString(CultureInfo.InvariantCulture),
            (_, token) => kit.CallAsync(inputs, token),
            kit.Options(o => o.Changed = changed));
        await BatchKit.AllAsync(Round(ChangedRows.Refuse));
        inputs = "new";

        BatchResult<int, string> refused = Assert.Single(await BatchKit.AllAsync(Round(ChangedRows.Refuse)));
        Assert.Equal(BatchOutcome.NotRun, refused.Outcome);
        Assert.Equal(BatchRowProblem.Changed, Assert.IsType<BatchRowException>(refused.Error).Problem);
        Assert.Equal("about old", Assert.Single(await BatchKit.AllAsync(Round(ChangedRows.KeepRecorded))).GetValue());
        Assert.Equal(1, kit.Sent);
        Assert.Equal("about new", Assert.Single(await BatchKit.AllAsync(Round(ChangedRows.Again))).GetValue());
        Assert.Equal("about new", Assert.Single(await BatchKit.AllAsync(Round(ChangedRows.Refuse))).GetValue());
        Assert.Equal(2, kit.Sent);
    }

    [Fact]
    public async Task The_second_row_of_a_key_is_an_error_and_not_called()
    {
        using BatchKit kit = new();
        List<BatchResult<string, string>> results = await BatchKit.AllAsync(BatchKit.Of(
            ["a1", "a2"], static row => row[..1], kit.CallAsync, kit.Options()));
        Assert.Equal(BatchOutcome.Succeeded, results.Single(static result => result.Index == 0).Outcome);
        BatchResult<string, string> second = results.Single(static result => result.Index == 1);
        Assert.Equal((BatchOutcome.NotRun, "a2"), (second.Outcome, second.Row));
        Assert.Equal(BatchRowProblem.DuplicateKey, Assert.IsType<BatchRowException>(second.Error).Problem);
        Assert.Equal("a1", Assert.Single(kit.Runs).Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("half")]
    [InlineData("long")]
    public async Task A_key_that_cannot_be_used_is_an_error_of_its_row(string? key)
    {
        using BatchKit kit = new();
        BatchResult<string, string> result = Assert.Single(await BatchKit.AllAsync(BatchKit.Of(
            ["a"],
            _ => key switch
            {
                "long" => new string('x', 1025),
                "half" => "half of a pair: \uD800",
                _ => key!,
            },
            kit.CallAsync,
            kit.Options())));
        Assert.Equal(BatchOutcome.NotRun, result.Outcome);
        Assert.Equal(BatchRowProblem.InvalidKey, Assert.IsType<BatchRowException>(result.Error).Problem);
        Assert.Equal(0, kit.Sent);
    }

    [Theory]
    [InlineData("\"quoted\"\n\r\t\\ \u2028 ü 😀 \0")]
    [InlineData("x")]
    public async Task Any_key_is_found_again(string key)
    {
        using BatchKit kit = new();
        string longKey = key.PadRight(1024, 'x');
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(
                2,
                (await BatchKit.AllAsync(BatchKit.Of([key, longKey], static row => row, kit.CallAsync, kit.Options())))
                    .Count(static result => result.Outcome == BatchOutcome.Succeeded));
        }

        Assert.Equal(2, kit.Sent);
    }

    [Fact]
    public async Task A_call_outside_the_batch_is_not_recorded()
    {
        using BatchKit kit = new();
        await foreach (BatchResult<string, string> result in kit.Run(["a"]))
        {
            await kit.CallAsync("outside", Calls.Token);
        }

        Assert.Equal(2, kit.Sent);
        Assert.Equal(3, kit.Lines().Length);
    }

    private static string[] Values(IEnumerable<BatchResult<string, string>> results) =>
        [.. results.OrderBy(static result => result.Index).Select(static result => result.GetValue())];
}
