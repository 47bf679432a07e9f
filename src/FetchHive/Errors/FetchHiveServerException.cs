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
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's stable code.</param>
    /// <param name="requestId">The service's id of the request.</param>
    public FetchHiveServerException(string message, HttpStatusCode statusCode, string? errorCode = null, string? requestId = null)
        : base(message, statusCode, errorCode, requestId)
    {
    }

    internal FetchHiveServerException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
