using System;
using System.Net;

namespace FetchHive;

/// <summary>The service failed: 5xx. The run may have been started.</summary>
/// <remarks>
/// <see cref="FetchHiveException.MayHaveRun"/> is <see langword="true"/>, except for a 503 with a Retry-After header: the server didn't
/// accept that request.
/// </remarks>
public sealed class FetchHiveServerException : FetchHiveRequestException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status: 500 or more.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    /// <exception cref="ArgumentException"><paramref name="statusCode"/> is less than 500.</exception>
    public FetchHiveServerException(
        string message, HttpStatusCode statusCode, Exception? innerException = null, bool? mayHaveRun = null)
        : base(
            message,
            RefusalFailures.StatusFor<FetchHiveServerException>(statusCode, nameof(statusCode)),
            mayHaveRun,
            innerException)
    {
    }

    internal FetchHiveServerException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
