using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Calling;

/// <summary>Saves a run's output as a sample, beside the deployment's snippet.</summary>
internal static class OutputSampleFile
{
    private const int MaxNumber = 1000;

    /// <summary>Saves the output under the first free name, and prints that name.</summary>
    /// <exception cref="CommandException">The output contains a secret, is too long for a sample, or can't be written.</exception>
    public static void Save(SnippetOnDisk snippet, WorkflowRun<JsonElement> run, Terminal terminal)
    {
        JsonObject response = new()
        {
            ["request_id"] = run.RequestId,
            ["run_status"] = run.Status.ToString(),
            ["output"] = JsonNode.Parse(run.Output.GetRawText()),
        };
        string text = response.ToJsonString(Json.Readable) + "\n";
        IReadOnlyList<SnippetProblem> problems = SnippetFile.ReadOutput(text).Problems;
        if (problems is [var problem, ..])
        {
            throw new CommandException($"The output wasn't saved as a sample: {Why(problem)}.", ExitCodes.Failed);
        }

        string path = Write(snippet, text, terminal);
        terminal.Say($"Saved as {terminal.ShownPath(path)}.");
    }

    private static string Why(SnippetProblem problem) => problem.Kind == SnippetProblemKind.Unreadable
        ? problem.Message
        : $"it contains {problem.Message}, and samples are committed";

    private static string Write(SnippetOnDisk snippet, string text, Terminal terminal)
    {
        try
        {
            for (int number = 1; number <= MaxNumber; number++)
            {
                string order = number == 1 ? "" : "." + number.ToString(CultureInfo.InvariantCulture);
                string path = $"{snippet.Name.Stem}.fetchhive.output{order}.json";
                if (!File.Exists(path))
                {
                    using StreamWriter writer = new(new FileStream(path, FileMode.CreateNew));
                    writer.Write(text);
                    return path;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The output wasn't saved as a sample: {exception.Message}", ExitCodes.Failed, exception);
        }

        throw new CommandException(
            $"The output wasn't saved as a sample: {terminal.ShownPath(snippet.Path)} already has {MaxNumber} samples.", ExitCodes.Failed);
    }
}
