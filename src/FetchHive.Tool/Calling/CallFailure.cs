using System.Text.Json.Nodes;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Calling;

/// <summary>Says how a call failed.</summary>
internal static class CallFailure
{
    /// <summary>Says it, and whether a run may exist whose output nobody has.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(FetchHiveException exception, Terminal terminal)
    {
        if (exception is FetchHiveResponseException { OutputText: { } text } && !terminal.IsJson)
        {
            // The run is paid for.
            terminal.WriteText(text);
        }

        JsonObject details = new()
        {
            ["type"] = FailureReasons.TypeOf(exception),
            ["error_code"] = FailureReasons.CodeOf(exception),
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

    /// <summary>Whether the call may have started a run of which nothing is known.</summary>
    private static bool IsInDoubt(FetchHiveException exception) =>
        exception.MayHaveRun && exception is not (FetchHiveRunFailedException or FetchHiveResponseException);
}
