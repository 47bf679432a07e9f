using System;
using System.Globalization;

namespace FetchHive;

/// <summary>
/// The values of <c>error.type</c>. There are few, so that metrics can use them. For a refusal it is the HTTP status, as in OpenTelemetry's
/// HTTP conventions. This file is linked into FetchHive.Tool.
/// </summary>
internal static class ErrorTypes
{
    public static string Of(Exception exception) => exception switch
    {
        FetchHiveRequestException refusal => ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture),
        FetchHiveRunFailedException => "run_failed",
        FetchHiveResponseException => "invalid_response",
        FetchHiveConnectionException => "connection",
        FetchHiveTimeoutException => "timeout",
        OperationCanceledException => "cancelled",
        _ => exception.GetType().FullName ?? "_OTHER",
    };

    public static string? CodeOf(Exception exception) => exception switch
    {
        FetchHiveRequestException refusal => refusal.ErrorCode,
        FetchHiveRunFailedException failed => failed.ErrorCode,
        _ => null,
    };
}
