using System;
using System.Net;

namespace FetchHive;

/// <summary>The service didn't accept the API key: 401 or 403.</summary>
/// <remarks>The documented cause is a key that is missing, invalid or revoked (Fetch Hive docs,
/// <c>api-reference/errors-and-rate-limits</c>).</remarks>
public sealed class FetchHiveAuthenticationException : FetchHiveRequestException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status: 401 or 403.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    /// <exception cref="ArgumentException"><paramref name="statusCode"/> isn't one of these.</exception>
    public FetchHiveAuthenticationException(
        string message, HttpStatusCode statusCode, Exception? innerException = null, bool? mayHaveRun = null)
        : base(
            message,
            RefusalFailures.StatusFor<FetchHiveAuthenticationException>(statusCode, nameof(statusCode)),
            mayHaveRun,
            innerException)
    {
    }

    internal FetchHiveAuthenticationException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
