using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// Reads a sample of outputs. A whole response or a callback is recognised by its fields. Any other JSON is the output itself.
/// </summary>
internal static class OutputSampleReader
{
    public static SnippetFile Read(string file)
    {
        SnippetProblem? problem = LostCharacter.Find(file);
        SnippetValue? value = null;
        if (problem is null && file.Trim('\uFEFF', ' ', '\t', '\r', '\n').Length == 0)
        {
            problem = new SnippetProblem(
                SnippetProblemKind.Unreadable, new SnippetSpan(0, 0),
                "it is empty; save a response from the service, a callback, or an output as JSON");
        }
        else if (problem is null)
        {
            JsonReader json = new(MappedText.Same(file), file[0] == '\uFEFF' ? 1 : 0, isLenient: true);
            value = json.ReadAll();
            problem = json.Problem;
        }

        List<SnippetProblem> problems = problem is null ? [] : [problem];
        SecretFinder.FindKeys(file, problems);
        if (value is not null)
        {
            SecretFinder.FindInValue(value, problems);
        }

        problems.Sort(static (one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return new SnippetFile { Output = value is null ? null : Of(value), Problems = problems };
    }

    private static OutputSample Of(SnippetValue value)
    {
        // Assumption: the callback's body is documented for agents only.
        SnippetValue? data = value.Find("data")?.Value;
        if (value.Find("event_type")?.Value is { Kind: SnippetKind.Text } name && data is { Kind: SnippetKind.Object })
        {
            return Of(OutputSampleForm.Callback, data, name.Text.EndsWith("failed", StringComparison.OrdinalIgnoreCase));
        }

        SnippetValue? status = value.Find("run_status")?.Value;
        return status is { Kind: SnippetKind.Text } && value.Find("request_id") is not null
            ? Of(OutputSampleForm.Response, value, string.Equals(status.Text, "failed", StringComparison.OrdinalIgnoreCase))
            : new OutputSample { Form = OutputSampleForm.Bare, Output = value };
    }

    private static OutputSample Of(OutputSampleForm form, SnippetValue owner, bool hasFailed) => new()
    {
        Form = form,
        Output = hasFailed ? null : owner.Find("output")?.Value,
        Error = hasFailed ? TextOf(owner, "error") ?? TextOf(owner, "message") ?? "The run failed." : null,
        ErrorCode = hasFailed ? TextOf(owner, "error_code") : null,
    };

    private static string? TextOf(SnippetValue owner, string name) =>
        owner.Find(name)?.Value is { Kind: SnippetKind.Text } value ? value.Text : null;
}
