using System;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

// No line contains a secret, a signature, or anything of a body except the request id of a verified one.
internal sealed partial class CallbackReceiver
{
    [LoggerMessage(30, LogLevel.Information, "The callback of the run {RequestId} of deployment {Deployment} was handled; the run's "
        + "status is {Status}.")]
    private static partial void Handled(ILogger logger, string deployment, string requestId, RunStatus status);

    [LoggerMessage(31, LogLevel.Information, "A further delivery of the callback of the run {RequestId} of deployment {Deployment} "
        + "({Status}) was acknowledged and not handled again.")]
    private static partial void Duplicate(ILogger logger, string deployment, string requestId, RunStatus status);

    [LoggerMessage(32, LogLevel.Warning, "A delivery of the callback of the run {RequestId} of deployment {Deployment} was answered with "
        + "503: another is still being handled after FetchHiveCallbackOptions.DuplicateWait.")]
    private static partial void Busy(ILogger logger, string deployment, string requestId);

    [LoggerMessage(33, LogLevel.Error, "The handler of the callback of the run {RequestId} of deployment {Deployment} failed. This "
        + "delivery was answered with 500, and a further one will be handled.")]
    private static partial void HandlerFailed(ILogger logger, string deployment, string requestId, Exception exception);

    [LoggerMessage(
        34,
        LogLevel.Error,
        "The handler of the callback of the run {RequestId} of deployment {Deployment} let a "
        + "FetchHiveRunFailedException through: the run failed, and the handler read its Output, which no further "
        + "delivery will change. Let the handler check the callback's Status first. This delivery was answered with 500. "
        + "{Exception}")]
    private static partial void OutputOfFailedRun(ILogger logger, string deployment, string requestId, string exception);

    [LoggerMessage(35, LogLevel.Warning, "A callback for deployment {Deployment} was refused with 401: its signature is {Result}, "
        + "checked with the secrets: {Source}. In the Development environment the likely cause is logged too.")]
    private static partial void Refused(ILogger logger, string deployment, CallbackSignatureResult result, SecretSource source);

    [LoggerMessage(
        36,
        LogLevel.Error,
        "The callback of the run {RequestId} of deployment {Deployment} is signed and doesn't say how the run "
        + "ended, so it was answered with 400. The value at {JsonPath} isn't valid in a callback. For details, copy the body from the "
        + "dashboard's log and pass it to the contract's Read, which throws an exception.")]
    private static partial void NotUnderstood(ILogger logger, string deployment, string requestId, string jsonPath);

    [LoggerMessage(
        37,
        LogLevel.Warning,
        "A callback for deployment {Deployment} was refused with 413: it is larger than {Limit} bytes, the smallest "
        + "of FetchHiveCallbackOptions.MaxBodyBytes, the endpoint's own RequestSizeLimit, and a limit that a middleware set.")]
    private static partial void TooLarge(ILogger logger, string deployment, int limit);

    [LoggerMessage(38, LogLevel.Warning, "A callback for deployment {Deployment} was refused with 415: its content type is "
        + "'{ContentType}'. If the service sends this, set FetchHiveCallbackOptions.AcceptAnyContentType.")]
    private static partial void NotJson(ILogger logger, string deployment, string contentType);

    [LoggerMessage(39, LogLevel.Information, "A callback for deployment {Deployment} could not be read completely.")]
    private static partial void NotRead(ILogger logger, string deployment, Exception exception);

    [LoggerMessage(40, LogLevel.Error, "A callback for deployment {Deployment} was answered with 503: the store of secrets failed, so it "
        + "can't be verified.")]
    private static partial void NoSecrets(ILogger logger, string deployment, Exception exception);

    [LoggerMessage(41, LogLevel.Error, "The callback of the run {RequestId} of deployment {Deployment} was answered with 503 and not "
        + "handled: the store of events failed.")]
    private static partial void NoEvents(ILogger logger, string deployment, string requestId, Exception exception);

    [LoggerMessage(
        55,
        LogLevel.Error,
        "The callback of the run {RequestId} of deployment {Deployment} was answered with 503 and not handled: the store of results "
        + "failed.")]
    private static partial void NotKept(ILogger logger, string deployment, string requestId, Exception exception);

    [LoggerMessage(
        56,
        LogLevel.Error,
        "The callback of the run {RequestId} of deployment {Deployment} was answered with 500: its endpoint has no handler, and "
        + "FetchHiveCallbackOptions.KeepResults is "
        + "false, so the result would be lost. Give MapFetchHiveCallback a handler, or set KeepResults to true.")]
    private static partial void NobodyToTakeIt(ILogger logger, string deployment, string requestId);

    [LoggerMessage(
        44,
        LogLevel.Error,
        "A callback for deployment {Deployment} was answered with 500: an unexpected exception was thrown. If it isn't "
        + "from the application's own code, report it. {Exception}")]
    private static partial void Unexpected(ILogger logger, string deployment, string exception);

    [LoggerMessage(
        64,
        LogLevel.Information,
        "A callback for deployment {Deployment} was answered with 503: the request was cancelled before the callback "
        + "was handled, by its sender or by a timeout of the application.")]
    private static partial void Cancelled(ILogger logger, string deployment);

    [LoggerMessage(
        65,
        LogLevel.Warning,
        "A callback for deployment {Deployment} was answered with 503: it arrived before the response to its run's "
        + "start, and too many such callbacks are held already. Configure the deployment's secret, so that none needs "
        + "to be held.")]
    private static partial void NotHeld(ILogger logger, string deployment);

    [LoggerMessage(
        66,
        LogLevel.Error,
        "The handler of the callback of the run {RequestId} of deployment {Deployment} failed. This delivery was "
        + "answered with 500, and a further one will be handled. Messages are left out, as they quote what the service sent. "
        + "{Exception}")]
    private static partial void HandlerFailedOnResponse(ILogger logger, string deployment, string requestId, string exception);

    [LoggerMessage(
        52,
        LogLevel.Error,
        "A callback for deployment {Deployment} was answered with 500: its body could not be read. Check the "
        + "middleware that reads it, such as the limit of Request.EnableBuffering or the disk that it writes to.")]
    private static partial void BrokenStream(ILogger logger, string deployment, Exception exception);

    [LoggerMessage(
        53,
        LogLevel.Warning,
        "A callback for deployment {Deployment} was answered with 503: bodies that aren't verified yet take more than "
        + "FetchHiveCallbackOptions.MaxUnverifiedBytes ({Limit}). If nobody floods the endpoint (RequireRateLimiting "
        + "helps), set it higher.")]
    private static partial void NoRoom(ILogger logger, string deployment, long limit);

    [LoggerMessage(
        47,
        LogLevel.Error,
        "The output of the run {RequestId} of deployment {Deployment} can't be read as its method promises: the value at "
        + "{JsonPath} can't be read as {Expected}. The callback is passed to the handler as an "
        + "UnreadableWorkflowCallback, which has the output's text.")]
    private static partial void OutputUnreadable(ILogger logger, string deployment, string requestId, string jsonPath, string expected);

    [LoggerMessage(
        48,
        LogLevel.Error,
        "The handler of the callback of the run {RequestId} of deployment {Deployment} let a FetchHiveResponseException through: "
        + "it read an Output that can't be read, which no further delivery will change. Let the handler check for an "
        + "UnreadableWorkflowCallback first, and keep its OutputText. This delivery was answered with 500. {Exception}")]
    private static partial void OutputReadDespiteError(ILogger logger, string deployment, string requestId, string exception);
}
