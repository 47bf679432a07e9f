using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Samples.Tests;

/// <summary>What the README tells a newcomer to run.</summary>
public sealed class SampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResearchBrief_prints_requests_and_typed_results()
    {
        (int exitCode, string output, string errors) = await Sample.RunAsync("ResearchBrief");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("> POST /v1/workflow/invoke", output, StringComparison.Ordinal);
        Assert.Contains("< State of enterprise AI in 2026: ", output, StringComparison.Ordinal);
        Assert.Contains("completed: Fetch Hive.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchOfBriefs_runs_each_row_once_however_often_it_is_started()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fetchhive-sample-");
        string journal = Path.Combine(folder.FullName, "briefs.jsonl");
        for (int round = 0; round < 2; round++)
        {
            (int exitCode, string output, string errors) = await Sample.RunAsync("BatchOfBriefs", journal);
            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Contains("< Company 40 grows.", output, StringComparison.Ordinal);
            Assert.Contains("40 of 40 done", output, StringComparison.Ordinal);
            Assert.Equal(81, (await File.ReadAllLinesAsync(journal, Token)).Length);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task BatchOfBriefs_is_a_program_of_twenty_lines()
    {
        string project = typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "ProjectDirectory").Value!;
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(project, "../../samples/BatchOfBriefs/Program.cs"), Token);

        // The lines of code, without empty lines, comments and using directives.
        string[] code =
        [
            .. lines.Select(line => line.Trim()).Where(line =>
                line.Length > 0
                && !line.StartsWith("//", StringComparison.Ordinal)
                && !(line.StartsWith("using ", StringComparison.Ordinal) && line.Count(letter => letter == ' ') == 1)),
        ];

        Assert.InRange(code.Length, 10, 20);
    }

    [Fact]
    public async Task BatchOfBriefs_stops_at_an_interrupt_and_continues_when_it_is_started_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT on Windows.");
        Assert.SkipWhen(ProcessSignals.AreInterruptsIgnored(), "SIGINT is ignored here, as in a shell's background.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fetchhive-sample-");
        string journal = Path.Combine(folder.FullName, "briefs.jsonl");
        using (Sample sample = Sample.Start("BatchOfBriefs", journal))
        {
            while (await sample.ReadLineAsync() is { } line && !line.StartsWith("< ", StringComparison.Ordinal))
            {
            }

            sample.Interrupt();
            (int exitCode, string rest, string errors) = await sample.EndAsync();
            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Matches(@"The batch was cancelled after \d+ rows\. Run it again with the same journal: it continues\.\r?\n$", rest);
        }

        // The batch waited for each row that was sent and recorded it, and not all rows were sent.
        string[] first = await File.ReadAllLinesAsync(journal, Token);
        Assert.Equal(Count(first, "sent"), Count(first, "answered"));
        Assert.InRange(Count(first, "answered"), 1, 39);

        (_, string output, _) = await Sample.RunAsync("BatchOfBriefs", journal);
        string[] second = await File.ReadAllLinesAsync(journal, Token);
        Assert.Contains("40 of 40 done", output, StringComparison.Ordinal);
        Assert.Equal(first, second[..first.Length]);
        Assert.Equal((40, 40), (Count(second, "sent"), Count(second, "answered")));
        folder.Delete(recursive: true);

        static int Count(string[] lines, string state) =>
            lines.Count(line => line.Contains($"\"s\":\"{state}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallbackReceiver_starts_a_run_receives_its_callback_and_prints_the_typed_result()
    {
        (int exitCode, string output, string errors) = await Sample.RunAsync("CallbackReceiver");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"^> req_[0-9a-f]{32} is running; its result goes to http://127\.0\.0\.1:\d+/callbacks/research-brief\r?\n", output);
        Assert.Contains("\n< State of enterprise AI in 2026. Enterprises move from experiments to operations.", output,
            StringComparison.Ordinal);
        Assert.Contains("Few measure what they get. (confidence 60", output, StringComparison.Ordinal);
        Assert.Contains("is completed, and its callback was handled.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallbackReceiver_serves_a_page_that_starts_runs_and_shows_what_became_of_them()
    {
        using Sample sample = Sample.Start("CallbackReceiver", "--serve");
        string line = (await sample.ReadLineAsync())!;
        Assert.StartsWith("Open http://127.0.0.1:", line, StringComparison.Ordinal);
        Uri address = new(line.Split(' ')[1]);
        using HttpClientHandler handler = new() { AllowAutoRedirect = false };
        using HttpClient browser = new(handler) { BaseAddress = address };

        string home = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Token);
        Assert.Contains("<form method=\"post\" action=\"/runs\">", home, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", home, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther,
            await StartAsync(browser, address.GetLeftPart(UriPartial.Authority), "<script>alert(1)</script>", twice: true));
        Assert.Equal(HttpStatusCode.SeeOther,
            await StartAsync(browser, address.GetLeftPart(UriPartial.Authority), "please fail", twice: false));
        Assert.Equal(HttpStatusCode.BadRequest, await StartAsync(browser, address.GetLeftPart(UriPartial.Authority), " ", twice: false));
        Assert.Equal(HttpStatusCode.BadRequest, await StartAsync(browser, "https://elsewhere.example", "forged", twice: false));

        string runs;
        do
        {
            using HttpResponseMessage response = await browser.GetAsync(new Uri("/runs", UriKind.Relative), Token);
            runs = await response.Content.ReadAsStringAsync(Token);

            // While a run is under way, the list refreshes itself.
            Assert.Equal(runs.Contains("state going", StringComparison.Ordinal), response.Headers.Contains("Refresh"));
            await Task.Delay(50, Token);
        }
        while (runs.Contains("state going", StringComparison.Ordinal) || !runs.Contains("delivered twice", StringComparison.Ordinal));

        Assert.Contains("<strong>&lt;script&gt;alert(1)&lt;/script&gt;</strong>", runs, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", runs, StringComparison.Ordinal);
        Assert.Contains("delivered twice, handled once", runs, StringComparison.Ordinal);
        Assert.Contains("the topic asked for it", runs, StringComparison.Ordinal);
        Assert.DoesNotContain("forged", runs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkflowTools_starts_itself_as_an_MCP_server_lists_its_tools_and_calls_them()
    {
        (int exitCode, string output, _) = await Sample.RunAsync("WorkflowTools");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("research_brief: Writes a brief on a topic, with an eye on some companies.", output, StringComparison.Ordinal);
        Assert.Contains("\nlook_up_company: Looks a company up", output, StringComparison.Ordinal);
        Assert.Contains("\n< State of enterprise AI in 2026: enterprises move", output, StringComparison.Ordinal);
        Assert.Contains("\"text\": \"Looks healthy (Market).\"", output, StringComparison.Ordinal);
        Assert.Contains("\n< error: ", output, StringComparison.Ordinal);
        Assert.Contains("did_not_run", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallbackReceiver_prints_its_usage()
    {
        (int exitCode, _, string errors) = await Sample.RunAsync("CallbackReceiver", "--help");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Usage: ", errors, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StartAsync(HttpClient browser, string origin, string topic, bool twice)
    {
        Dictionary<string, string> fields = new() { ["topic"] = topic };
        if (twice)
        {
            fields["twice"] = "1";
        }

        using HttpRequestMessage request =
            new(HttpMethod.Post, new Uri("/runs", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", origin);
        using HttpResponseMessage response = await browser.SendAsync(request, Token);
        return response.StatusCode;
    }
}
