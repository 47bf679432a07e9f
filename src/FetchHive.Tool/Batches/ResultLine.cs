using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Tool.Calling;

namespace FetchHive.Tool.Batches;

/// <summary>The line of a row in the results.</summary>
internal static class ResultLine
{
    public static JsonObject Of(BatchResult<BatchRow, WorkflowRun<JsonElement>> result)
    {
        JsonObject line = new()
        {
            ["row"] = result.Row.Number,
            ["key"] = result.Row.Key,
            ["outcome"] = NameOf(result.Outcome),
        };
        if (result.Error is { } error)
        {
            AddFailure(line, error);
        }
        else
        {
            WorkflowRun<JsonElement> run = result.GetValue();
            line["request_id"] = run.RequestId;
            line["output"] = JsonNode.Parse(run.Output.GetRawText());
        }

        return line;
    }

    public static string NameOf(BatchOutcome outcome) => outcome switch
    {
        BatchOutcome.Succeeded => "succeeded",
        BatchOutcome.Failed => "failed",
        BatchOutcome.InDoubt => "in_doubt",
        _ => "not_run",
    };

    private static void AddFailure(JsonObject line, Exception error)
    {
        if ((error as FetchHiveException)?.RequestId is { } requestId)
        {
            line["request_id"] = requestId;
        }

        line["reason"] = FailureReasons.TypeOf(error);
        if (ErrorTypes.CodeOf(error) is { } code)
        {
            line["error_code"] = code;
        }

        line["error"] = FailureMessages.Of(error);
        if (error is FetchHiveResponseException { OutputText: { } text })
        {
            // The run was charged for, so its output is kept.
            line["output_text"] = text;
        }
    }
}
