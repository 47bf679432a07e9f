using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;
using Spectre.Console;

namespace FetchHive.Tool.Calling;

/// <summary>One call, and the printing of its result.</summary>
/// <param name="snippet">The deployment.</param>
/// <param name="inputs">The inputs to send.</param>
/// <param name="samples">The inputs that have the snippet's own values.</param>
internal sealed class SingleRun(SnippetOnDisk snippet, JsonObject inputs, IReadOnlyList<string> samples)
{
    /// <summary>Makes the call.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExecuteAsync(HiveConnection connection, bool savesSample, Terminal terminal, Interruption interruption)
    {
        terminal.Say($"Calling {snippet.Deployment}, variant {snippet.Variant}, on {connection.Name}.");
        if (samples.Count > 0)
        {
            terminal.Say($"From the snippet: {string.Join(", ", samples)}.");
        }

        long start = terminal.Time.GetTimestamp();
        WorkflowRun<JsonElement> run;
        try
        {
            run = await CallAsync(connection, terminal, interruption).ConfigureAwait(false);
        }
        catch (FetchHiveException exception)
        {
            return CallFailure.Report(exception, terminal);
        }
        catch (FetchHiveCanceledException exception) when (interruption.Token.IsCancellationRequested)
        {
            string message = exception.MayHaveRun
                ? "Interrupted after the call was sent: the run may go on, and be charged for. Look for it in the dashboard."
                : "Interrupted before the call was sent: nothing ran.";
            return Failure.Report(
                terminal, message, interruption.ExitCode, new JsonObject { ["may_have_run"] = exception.MayHaveRun });
        }

        TimeSpan taken = terminal.Time.GetElapsedTime(start);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture, $"{Sentence(run.Status.ToString())} in {taken.TotalSeconds:0.0} s, request {run.RequestId}."));
        Print(run, terminal);
        if (savesSample)
        {
            OutputSampleFile.Save(snippet, run, terminal);
        }

        return ExitCodes.Done;
    }

    private async Task<WorkflowRun<JsonElement>> CallAsync(HiveConnection connection, Terminal terminal, Interruption interruption)
    {
        Task<WorkflowRun<JsonElement>> call = connection.Client.InvokeAsync(
            snippet.Deployment, snippet.Variant, inputs, SnippetCallOptions.Of(snippet), interruption.Token);
        if (terminal.Live is { } live)
        {
            await live.Status().StartAsync("Waiting for the run", _ => call).ConfigureAwait(false);
        }

        return await call.ConfigureAwait(false);
    }

    private void Print(WorkflowRun<JsonElement> run, Terminal terminal)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJson(new JsonObject
            {
                ["deployment"] = snippet.Deployment,
                ["variant"] = snippet.Variant,
                ["request_id"] = run.RequestId,
                ["run_status"] = run.Status.ToString(),
                ["output"] = JsonNode.Parse(run.Output.GetRawText()),
            });
            return;
        }

        terminal.WriteText(run.Output.ValueKind == JsonValueKind.String
            ? run.Output.GetString()!
            : JsonSerializer.Serialize(run.Output, Json.Readable));
    }

    private static string Sentence(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
