using System;
using System.Globalization;

namespace FetchHive;

/// <summary>Words the exceptions for responses of status 2xx.</summary>
internal static class ResponseFailures
{
    /// <summary>Creates the exception for a response that isn't what was promised.</summary>
    public static FetchHiveResponseException Broken(
        CallContext call, string path, string expected, string found, string advice, in KnownRun run, Exception? cause) =>
        BrokenWith(
            call,
            path,
            expected,
            found,
            (call.StartsRun ? " The run may have finished and been charged for. " : " ") + advice,
            run,
            cause);

    /// <summary>Creates the exception for a direct call's response that comes before the run has ended.</summary>
    public static FetchHiveResponseException Unfinished(CallContext call, string path, string found, in KnownRun run) =>
        BrokenWith(
            call,
            path,
            "'completed'",
            found,
            " The run continues without this call. For runs that take long, use callback delivery ([CallbackUrl], AcceptedRun<T>).",
            run,
            cause: null);

    private static FetchHiveResponseException BrokenWith(
        CallContext call, string path, string expected, string found, string rest, in KnownRun run, Exception? cause) =>
        new(
            $"Fetch Hive answered {call.Name}, but not as promised: expected {expected} at {ErrorText.Path(path)}, and "
                + $"{found}.{ErrorText.Id(run.RequestId)}{rest}",
            path,
            expected,
            cause,
            mayHaveRun: call.StartsRun)
        {
            RequestId = run.RequestId,
            Status = run.Status,
            OutputText = run.OutputText,
        };

    /// <summary>Creates the exception for a response that is larger than <see cref="FetchHiveOptions.MaxResponseBytes"/>.</summary>
    public static FetchHiveResponseException TooLarge(CallContext call, int limit) => Broken(
        call,
        "$",
        string.Format(CultureInfo.InvariantCulture, "at most {0} bytes", limit),
        "the response is larger",
        call.StartsRun
            ? "Raise FetchHiveOptions.MaxResponseBytes, or let the workflow return less."
            : "Raise FetchHiveOptions.MaxResponseBytes.",
        default,
        cause: null);

    /// <summary>Creates the exception for a response whose connection broke before it was complete.</summary>
    public static FetchHiveResponseException Truncated(CallContext call, Exception cause) => Broken(
        call,
        "$",
        "a complete JSON response",
        "the connection or the compressed data broke before the end of the response",
        call.StartsRun ? "Look for the run's output in the dashboard's log history before sending the call again." : "Look again.",
        default,
        cause);

    /// <summary>Creates the exception for a response whose reading threw an unforeseen exception.</summary>
    public static FetchHiveResponseException Unreadable(CallContext call, Exception cause) => Broken(
        call,
        "$",
        "a response that can be read",
        $"reading it threw {cause.GetType().Name}",
        call.StartsRun
            ? "The inner exception says why. Look for the run's output in the dashboard's log history before sending the call again."
            : "The inner exception says why.",
        default,
        cause);

    /// <summary>Creates the exception for a run that failed.</summary>
    public static FetchHiveRunFailedException RunFailed(CallContext call, string? error, string? errorCode, string? requestId) =>
        new(
            $"The run started by {call.Name} failed.{ErrorText.ServiceMessage(error)}{ErrorText.Code(errorCode)}{ErrorText.Id(requestId)} "
                + $"{ErrorText.AdviceFor(errorCode) ?? "The run's log in the dashboard shows the step that failed."}")
        {
            RequestId = requestId,
            Error = error,
            ErrorCode = errorCode,
        };
}
