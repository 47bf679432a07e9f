using System;
using System.Globalization;

namespace FetchHive.Tool.Calling;

/// <summary>Short names for kinds of failures, so that failures can be counted by kind.</summary>
internal static class FailureReasons
{
    /// <summary>The kind of failure, for programs.</summary>
    public static string TypeOf(Exception exception) => exception switch
    {
        FetchHiveRequestException refusal => "refused_" + ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture),
        FetchHiveRunFailedException => "run_failed",
        FetchHiveResponseException => "unreadable_response",
        FetchHiveConnectionException => "connection",
        FetchHiveTimeoutException => "timeout",
        OperationCanceledException => "cancelled",
        BatchRowException { Problem: BatchRowProblem.Changed } => "changed",
        BatchRowException { Problem: BatchRowProblem.InDoubt } => "in_doubt",
        BatchRowException { Problem: BatchRowProblem.DuplicateKey } => "duplicate_key",
        BatchRowException => "row",
        _ => "fault",
    };

    /// <summary>The service's stable code; <see langword="null"/> when there is none.</summary>
    public static string? CodeOf(Exception exception) => exception switch
    {
        FetchHiveRequestException refusal => refusal.ErrorCode,
        FetchHiveRunFailedException failed => failed.ErrorCode,
        _ => null,
    };
}
