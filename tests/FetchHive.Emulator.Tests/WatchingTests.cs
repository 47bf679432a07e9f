using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.Emulator.Tests;

/// <summary>What a program that runs an emulator can observe: deployments, and runs, requests and callbacks as they happen.</summary>
public sealed class WatchingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_recorded_from_its_start_to_its_end()
    {
        var time = new FakeTimeProvider();
        var output = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Configure(options => options.TimeProvider = time)
            .Deploy(Briefs.Deployment, Briefs.Variant, start => start.TakesText("topic").Returns(_ =>
            {
                begun.SetResult();
                return output.Task;
            })));
        using var caller = new Caller(hive);

        Task<Response> response = caller.InvokeAsync(null, ("metadata", new JsonObject { ["plan"] = "pro" }));
        await begun.Task.WaitAsync(Patience, Token);
        RecordedRun run = Assert.Single(hive.Runs);
        Assert.Equal(RecordedRunStatus.Running, run.Status);
        Assert.Null(run.Duration);
        time.Advance(TimeSpan.FromSeconds(3));
        output.SetResult(new JsonObject { ["title"] = "A" });
        await response;

        Assert.Equal((string?)(await response).Json["request_id"], run.RequestId);
        Assert.Equal("research-brief/production", $"{run.Deployment}/{run.Variant}");
        Assert.Equal(Briefs.Inputs().ToJsonString(), run.Inputs.ToJsonString());
        Assert.Equal("""{"plan":"pro"}""", run.Metadata!.ToJsonString());
        Assert.Equal(RecordedRunStatus.Completed, run.Status);
        Assert.Equal("""{"title":"A"}""", run.OutputJson);
        Assert.Equal(TimeSpan.FromSeconds(3), run.Duration);
        Assert.Null(run.Error);
        Assert.Null(run.CallbackUrl);
    }

    [Fact]
    public async Task Only_the_newest_runs_are_kept()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.MaxRecordedRequests = 2);
        using var caller = new Caller(hive);
        string?[] ids = [.. Enumerable.Range(0, 3).Select(_ => (string?)caller.InvokeAsync().GetAwaiter().GetResult().Json["request_id"])];

        Assert.Equal(ids[1..], hive.Runs.Select(run => run.RequestId));
        await Assert.ThrowsAsync<ArgumentException>(() => hive.RedeliverAsync(ids[0]!, Token));
    }

    [Fact]
    public async Task Observers_get_requests_runs_and_callbacks_and_change_nothing_by_throwing()
    {
        var told = new ConcurrentQueue<string>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Tell(string what)
        {
            told.Enqueue(what);
            if (told.Count == 4)
            {
                all.SetResult();
            }

            throw new InvalidOperationException("A listener's own trouble.");
        }

        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options =>
        {
            options.OnRequestAnswered = request => Tell($"request {request.StatusCode} {request.Duration is not null} {request.Error}");
            options.OnRunEnded = run => Tell($"run {run.Status}");
            options.OnCallbackSent = sent => Tell($"callback {sent.StatusCode}");
        });
        using var caller = new Caller(hive);

        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        await caller.InvokeAsync(null, ("user", 1));
        await all.Task.WaitAsync(Patience, Token);

        Assert.Equal(
            ["callback 200", "request 202 True ", "request 422 True user must be a string.", "run Completed"],
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_callback_is_delivered_again_in_its_genuine_form_and_once()
    {
        await using Receiver receiver = await Receiver.StartAsync(503, 503, 200);
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CallbackRetryDelays = []);
        using var caller = new Caller(hive);
        hive.DeliverNext(new CallbackDelivery { Secret = "another" });
        string id = (string)(await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)))).Json["request_id"]!;
        await hive.WaitForCallbacksAsync(Token);

        SentCallback second = await hive.RedeliverAsync(id, Token);
        SentCallback third = await hive.RedeliverAsync(id, Token);

        Assert.Equal((2, 1, false), (second.Copy, second.Attempt, second.IsDelivered));
        Assert.Equal((3, 1, true), (third.Copy, third.Attempt, third.IsDelivered));
        Assert.Equal([1, 2, 3], hive.Callbacks.Select(sent => sent.Copy));
        Assert.Equal(CallbackSignatureResult.Valid, receiver.Received[2].Verify(hive.GetWebhookSecret(Briefs.Deployment)));
    }

    [Fact]
    public async Task A_callback_that_does_not_exist_cannot_be_delivered_again()
    {
        var never = new TaskCompletionSource<string?>();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Deploy(Briefs.Deployment, Briefs.Variant, Briefs.Deploy)
            .Deploy("slow", "production", start => start.Returns(_ => never.Task)));
        using var caller = new Caller(hive);
        string direct = (string)(await caller.InvokeAsync()).Json["request_id"]!;
        await caller.InvokeAsync([], ("deployment", "slow"), ("async", Briefs.Async("http://127.0.0.1:9/")));

        Assert.Contains("without a callback URL", (await WhyNotAsync<ArgumentException>(direct)).Message);
        Assert.Contains("hasn't ended", (await WhyNotAsync<InvalidOperationException>(hive.Runs[1].RequestId)).Message);
        Assert.Contains("There is no run req_0", (await WhyNotAsync<ArgumentException>("req_0")).Message);

        Task<T> WhyNotAsync<T>(string id)
            where T : Exception =>
            Assert.ThrowsAsync<T>(() => hive.RedeliverAsync(id, Token));
    }

    [Fact]
    public async Task A_callback_to_another_machine_is_not_delivered_again_either()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        string id = (string)(await caller.InvokeAsync(null, ("async", Briefs.Async()))).Json["request_id"]!;
        await hive.WaitForCallbacksAsync(Token);

        Assert.StartsWith("Not sent: example.com is another machine.", (await hive.RedeliverAsync(id, Token)).Failure);
    }

    [Fact]
    public async Task Deployments_are_listed_with_their_inputs()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .DeploySnippet("brief.fetchhive.sh")
            .Deploy(Briefs.Deployment, Briefs.Variant, start => start.TakesText("topic").TakesArray("companies", required: false)
                .RequiresCallback().Returns("A brief")));

        EmulatedDeployment snippet = hive.Deployments[0];
        EmulatedDeployment code = Assert.Single(hive.Deployments, deployment => deployment.Deployment == Briefs.Deployment);

        Assert.Equal("snippet-brief/production", snippet.ToString());
        Assert.EndsWith("brief.fetchhive.sh", snippet.SnippetPath);
        Assert.Equal("topic: Text", snippet.Inputs[0].ToString());
        Assert.StartsWith("\"", snippet.Inputs[0].SampleJson);
        Assert.Null(code.SnippetPath);
        Assert.True(code.RequiresCallback);
        Assert.Equal(["topic: Text", "companies: Array, optional"], code.Inputs.Select(input => input.ToString()));
    }

    [Fact]
    public async Task The_snippets_of_a_folder_are_deployed_except_for_copies_that_builds_left_there()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fetchhive-folder-");
        try
        {
            string source = Path.Combine(AppContext.BaseDirectory, "fetchhive", "Workflows", "brief.fetchhive.sh");
            foreach (string place in new[] { "Workflows", "bin/Debug/fetchhive", ".git" })
            {
                string text = place == "Workflows" ? File.ReadAllText(source) : "an older copy";
                File.WriteAllText(Path.Combine(folder.CreateSubdirectory(place).FullName, "brief.fetchhive.sh"), text);
            }

            await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.DeploySnippets(folder.FullName));

            string kept = Path.Combine(folder.FullName, "Workflows", "brief.fetchhive.sh");
            Assert.All(hive.Deployments, deployment => Assert.Equal(kept, deployment.SnippetPath));
            Assert.Equal(2, hive.Deployments.Count);
            Assert.Throws<DirectoryNotFoundException>(() => hive.DeploySnippets(Path.Combine(folder.FullName, "other")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
