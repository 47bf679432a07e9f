using System;
using System.Net;

namespace FetchHive;

/// <summary>The service failed: 5xx. The run may have been started.</summary>
/// <remarks>
/// <see cref="FetchHiveException.MayHaveRun"/> is <see langword="true"/>, but for 503 with a Retry-After header, by which a server says
/// that it did not take the request.
/// </remarks>
public sealed class FetchHiveServerException : FetchHiveRequestException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status: 500 or more.</param>
    /// <param name="innerException">What led to it, if anything.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null for what the status says.</param>
    /// <exception cref="ArgumentException"><paramref name="statusCode"/> is another one.</exception>
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
