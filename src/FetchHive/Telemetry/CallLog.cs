using System;
using Microsoft.Extensions.Logging;

namespace FetchHive;

/// <summary>
/// A client's log lines. A failure is logged without its message, which the caller gets with the exception. No line contains a message of
/// the service, a key, an input or an output.
/// </summary>
internal sealed partial class CallLog(ILoggerFactory? factory)
{
    private const string None = "none";

    private readonly ILogger? _logger = factory?.CreateLogger(FetchHiveTelemetry.LogCategory);

    /// <summary>Whether a successful call is logged.</summary>
    public bool LogsCompleted => _logger is not null && _logger.IsEnabled(LogLevel.Information);

    public void Sending(CallContext call, int attempt, int bytes)
    {
        if (_logger is not null && _logger.IsEnabled(LogLevel.Debug))
        {
            Sending(_logger, call.DeploymentName, call.VariantName, call.Settings!.Workspace, attempt, bytes, call.Settings!.Endpoint.Host);
        }
    }

    public void Waiting(CallContext call)
    {
        if (_logger is not null && _logger.IsEnabled(LogLevel.Debug))
        {
            Waiting(_logger, call.DeploymentName, call.VariantName, call.Settings!.Workspace, call.Settings!.MaxConcurrency);
        }
    }

    public void Retrying(CallContext call, int attempt, TimeSpan delay, FetchHiveException failure)
    {
        if (_logger is not null && _logger.IsEnabled(LogLevel.Warning))
        {
            Retrying(
                _logger,
                call.DeploymentName,
                call.VariantName,
                call.Settings!.Workspace,
                attempt,
                call.Settings!.MaxRetries + 1,
                ErrorTypes.Of(failure),
                call.Quote(ErrorTypes.CodeOf(failure)) ?? None,
                (long)delay.TotalMilliseconds);
        }
    }

    public void Completed(CallContext call, string? runStatus, string? requestId, TimeSpan elapsed, int attempts)
    {
        if (_logger is not null && _logger.IsEnabled(LogLevel.Information))
        {
            Completed(
                _logger,
                call.DeploymentName,
                call.VariantName,
                call.Settings!.Workspace,
                call.Quote(runStatus) ?? None,
                call.Quote(requestId) ?? None,
                (long)elapsed.TotalMilliseconds,
                attempts);
        }
    }

    public void Failed(CallContext call, Exception exception)
    {
        if (_logger is null || !_logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        if (exception is FetchHiveException failure)
        {
            Failed(
                _logger,
                call.DeploymentName,
                call.VariantName,
                call.Settings!.Workspace,
                ErrorTypes.Of(failure),
                call.Quote(ErrorTypes.CodeOf(failure)) ?? None,
                call.Quote(failure.RequestId) ?? None,
                failure.MayHaveRun);
        }
        else if (exception is FetchHiveCanceledException cancellation)
        {
            Cancelled(_logger, call.DeploymentName, call.VariantName, call.Settings!.Workspace, cancellation.MayHaveRun);
        }
    }

    public void LookupFailed(CallContext call, string requestId, Exception exception)
    {
        if (_logger is not null && _logger.IsEnabled(LogLevel.Warning) && exception is FetchHiveException failure)
        {
            LookupFailed(
                _logger,
                OutsideText.Quote(requestId),
                call.Settings!.Workspace,
                ErrorTypes.Of(failure),
                call.Quote(ErrorTypes.CodeOf(failure)) ?? None);
        }
    }

    [LoggerMessage(1, LogLevel.Debug,
        "Call to {Deployment}/{Variant} in workspace {Workspace}: attempt {Attempt} sends {Bytes} bytes to {Host}.")]
    private static partial void Sending(
        ILogger logger, string deployment, string variant, string workspace, int attempt, int bytes, string host);

    [LoggerMessage(2, LogLevel.Debug,
        "Call to {Deployment}/{Variant} in workspace {Workspace}: waits for one of the {MaxConcurrency} slots of "
        + "FetchHiveOptions.MaxConcurrency.")]
    private static partial void Waiting(ILogger logger, string deployment, string variant, string workspace, int? maxConcurrency);

    [LoggerMessage(3, LogLevel.Warning,
        "Call to {Deployment}/{Variant} in workspace {Workspace}: attempt {Attempt} of at most {MaxAttempts} failed before a run could "
        + "start (error type {ErrorType}, error_code {ErrorCode}); the next one follows in {DelayMs} ms.")]
    private static partial void Retrying(
        ILogger logger,
        string deployment,
        string variant,
        string workspace,
        int attempt,
        int maxAttempts,
        string errorType,
        string errorCode,
        long delayMs);

    [LoggerMessage(4, LogLevel.Information,
        "Call to {Deployment}/{Variant} in workspace {Workspace}: answered with run status {RunStatus}, request_id {RequestId}, after "
        + "{ElapsedMs} ms and {Attempts} attempt(s).")]
    private static partial void Completed(
        ILogger logger,
        string deployment,
        string variant,
        string workspace,
        string runStatus,
        string requestId,
        long elapsedMs,
        int attempts);

    [LoggerMessage(5, LogLevel.Warning,
        "Call to {Deployment}/{Variant} in workspace {Workspace}: failed (error type {ErrorType}, error_code {ErrorCode}, request_id "
        + "{RequestId}). May have run: {MayHaveRun}.")]
    private static partial void Failed(
        ILogger logger,
        string deployment,
        string variant,
        string workspace,
        string errorType,
        string errorCode,
        string requestId,
        bool mayHaveRun);

    [LoggerMessage(6, LogLevel.Debug,
        "Call to {Deployment}/{Variant} in workspace {Workspace}: cancelled by its caller. May have run: {MayHaveRun}.")]
    private static partial void Cancelled(ILogger logger, string deployment, string variant, string workspace, bool mayHaveRun);

    [LoggerMessage(7, LogLevel.Warning,
        "Look-up of request {RequestId} in workspace {Workspace}: failed (error type {ErrorType}, error_code {ErrorCode}).")]
    private static partial void LookupFailed(ILogger logger, string requestId, string workspace, string errorType, string errorCode);
}
