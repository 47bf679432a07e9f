using System;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace FetchHive;

/// <summary>Which failures are tried again: those after which no run can have started, and which pass by themselves.</summary>
internal static class RetryRules
{
    public static bool CanBeTriedAgain(Exception? exception) => exception switch
    {
        FetchHiveException { MayHaveRun: true } => false,
        FetchHiveRateLimitException limit => limit.Kind == RateLimitKind.Concurrency,

        // Without a run, it is a 503 that says when to come back.
        FetchHiveServerException => true,
        FetchHiveConnectionException connection => CanConnectLater(connection.InnerException),
        _ => false,
    };

    /// <summary>
    /// How long the service asks to wait; null when it doesn't say, or says "at once", which would only use up the retries.
    /// </summary>
    public static TimeSpan? AskedFor(Exception? exception) =>
        exception is FetchHiveRequestException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : null;

    // A certificate that isn't trusted stays so, and so does a proxy that asks for credentials.
    private static bool CanConnectLater(Exception? exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
            {
                return false;
            }
        }

        return exception switch
        {
#if NET
            HttpRequestException request => request.HttpRequestError is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ResponseEnded
                or HttpRequestError.Unknown,
#else
            HttpRequestException => true,
#endif
            System.IO.IOException or SocketException => true,

            // A handler's limit for making a connection.
            OperationCanceledException { InnerException: TimeoutException } => true,
            _ => false,
        };
    }
}
