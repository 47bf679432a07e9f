using System.Net;

namespace FetchHive;

/// <summary>The service didn't accept the API key: 401 or 403.</summary>
/// <remarks>The documented cause is a key that is missing, invalid or revoked (Fetch Hive docs,
/// <c>api-reference/errors-and-rate-limits</c>).</remarks>
public sealed class FetchHiveAuthenticationException : FetchHiveRequestException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's stable code.</param>
    /// <param name="requestId">The service's id of the request.</param>
    public FetchHiveAuthenticationException(string message, HttpStatusCode statusCode, string? errorCode = null, string? requestId = null)
        : base(message, statusCode, errorCode, requestId)
    {
    }

    internal FetchHiveAuthenticationException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
