using System.Text.Json.Nodes;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Calling;

/// <summary>Reports how a call failed.</summary>
internal static class CallFailure
{
    /// <summary>Reports the failure, and whether there may be a run whose output is lost.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(FetchHiveException exception, Terminal terminal)
    {
        if (exception is FetchHiveResponseException { OutputText: { } text } && !terminal.IsJson)
        {
            // The run was charged for, so its output is printed.
            terminal.WriteText(text);
        }

        JsonObject details = new()
        {
            ["type"] = FailureReasons.TypeOf(exception),
            ["error_code"] = ErrorTypes.CodeOf(exception),
            ["request_id"] = exception.RequestId,
            ["may_have_run"] = exception.MayHaveRun,
        };
        if (exception is FetchHiveResponseException { OutputText: { } output })
        {
            details["output_text"] = output;
        }

        string message = FailureMessages.Of(exception);
        return Failure.Report(terminal, message, IsInDoubt(exception) ? ExitCodes.InDoubt : ExitCodes.Failed, details);
    }

    /// <summary>Whether the call may have started a run with an unknown outcome.</summary>
    private static bool IsInDoubt(FetchHiveException exception) =>
        exception.MayHaveRun && exception is not (FetchHiveRunFailedException or FetchHiveResponseException);
}
