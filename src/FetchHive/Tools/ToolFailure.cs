using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Threading;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: what an agent learns about a failed call. Don't use it in your own code.
/// </summary>
/// <remarks>
/// The failure is the tool's result. An agent learns nothing from an exception: by default, the code that calls tools hides its message.
/// The agent would then call again, and the user would pay twice.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolFailure
{
    /// <summary>A run may have started.</summary>
    internal const string MayHaveRun = "may_have_run";

    /// <summary>No run has started.</summary>
    internal const string DidNotRun = "did_not_run";

    private ToolFailure(string message, bool mayHaveRun, string advice)
    {
        Message = message;
        Code = mayHaveRun ? MayHaveRun : DidNotRun;
        Advice = (mayHaveRun ? "A run may have started and been charged for. " : "Nothing ran, and nothing was charged for. ") + advice;
    }

    /// <summary>What happened.</summary>
    public string Message { get; }

    /// <summary><c>may_have_run</c> or <c>did_not_run</c>.</summary>
    public string Code { get; }

    /// <summary>Whether a run may have started, as a sentence, and what to do.</summary>
    public string Advice { get; }

    /// <summary>
    /// Describes an exception. The caller's cancellation and exceptions that don't come from the client aren't described.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="failure">The description for the agent.</param>
    /// <returns>Whether the exception is described.</returns>
    public static bool TryDescribe(Exception exception, CancellationToken cancellationToken, [NotNullWhen(true)] out ToolFailure? failure)
    {
        failure = exception switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            FetchHiveCanceledException canceled => Canceled(canceled),
            ToolArgumentException => new(exception.Message, mayHaveRun: false, "Correct the input and call the tool again."),
            FetchHiveException known => Of(known),
            _ => null,
        };
        return failure is not null;
    }

    private static ToolFailure Of(FetchHiveException exception) => exception switch
    {
        FetchHiveResponseException { OutputText: { } output } => new(
            exception.Message,
            mayHaveRun: true,
            "The run has an output, but not in the expected form. Don't call the tool again for it; use the output if it helps: "
                + output),
        { MayHaveRun: true } => new(exception.Message, mayHaveRun: true, DoNotRepeat(exception.RequestId)),
        FetchHiveValidationException => new(
            exception.Message,
            mayHaveRun: false,
            "If an input is wrong, correct it and call the tool again; otherwise tell the user."),
        FetchHiveRateLimitException { Kind: RateLimitKind.DailyCap }
            or FetchHivePlanLimitException
            or FetchHiveAuthenticationException
            or FetchHiveNotFoundException => new(exception.Message, mayHaveRun: false, "Calling again won't help: tell the user."),
        FetchHiveRequestException { RetryAfter: { } wait } => new(
            exception.Message,
            mayHaveRun: false,
            $"The tool may be called again in {Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds."),
        _ => new(
            exception.Message, mayHaveRun: false, "The tool may be called again a little later, a few times at most; then tell the user."),
    };

    private static ToolFailure Canceled(FetchHiveCanceledException exception) => exception.MayHaveRun
        ? new(exception.Message, mayHaveRun: true, DoNotRepeat(requestId: null))
        : new(exception.Message, mayHaveRun: false, "The call was stopped: ask the user before you call the tool again.");

    private static string DoNotRepeat(string? requestId) =>
        "Don't call the tool again for the same purpose without asking the user, who can check in Fetch Hive's dashboard whether it ran"
        + (requestId is null ? "." : $" (request id {OutsideText.Quote(requestId)}).");
}
