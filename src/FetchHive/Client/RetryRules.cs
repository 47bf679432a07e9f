using System;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace FetchHive;

/// <summary>Which failures are retried: transient ones after which no run can have started.</summary>
internal static class RetryRules
{
    /// <summary>The waits between attempts, of runs and of look-ups.</summary>
    /// <typeparam name="T">What an attempt returns.</typeparam>
    /// <param name="maxRetries">The maximum number of retries of a call.</param>
    /// <param name="canBeTriedAgain">Which failures are retried.</param>
    /// <param name="onRetry">Called before each wait. An exception from it ends the call.</param>
    public static RetryStrategyOptions<T> Strategy<T>(
        int maxRetries, Func<Exception?, bool> canBeTriedAgain, Action<OnRetryArguments<T>> onRetry) => new()
        {
            MaxRetryAttempts = maxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
            ShouldHandle = arguments => new ValueTask<bool>(canBeTriedAgain(arguments.Outcome.Exception)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(AskedFor(arguments.Outcome.Exception)),
            OnRetry = arguments =>
            {
                onRetry(arguments);
                return default;
            },
        };

    public static bool CanBeTriedAgain(Exception? exception) => exception switch
    {
        FetchHiveException { MayHaveRun: true } => false,
        FetchHiveRateLimitException limit => limit.Kind == RateLimitKind.Concurrency,

        // A 503 with Retry-After, which started no run, or any 5xx of a look-up.
        FetchHiveServerException => true,
        FetchHiveConnectionException connection => CanConnectLater(connection.InnerException),
        _ => false,
    };

    /// <summary>
    /// How long the service asks to wait; null if it doesn't say, or says "at once", which would only use up the retries.
    /// </summary>
    private static TimeSpan? AskedFor(Exception? exception) =>
        exception is FetchHiveRequestException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : null;

    // An untrusted certificate stays untrusted, and a proxy that asks for credentials keeps asking.
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

            // The handler's limit for making a connection has passed.
            OperationCanceledException { InnerException: TimeoutException } => true,
            _ => false,
        };
    }
}
