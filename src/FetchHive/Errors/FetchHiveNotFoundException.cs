using System.Net;

namespace FetchHive;

/// <summary>What the call is about doesn't exist for this account: 404.</summary>
public sealed class FetchHiveNotFoundException : FetchHiveRequestException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's stable code.</param>
    /// <param name="requestId">The service's id of the request.</param>
    public FetchHiveNotFoundException(string message, HttpStatusCode statusCode, string? errorCode = null, string? requestId = null)
        : base(message, statusCode, errorCode, requestId)
    {
    }

    internal FetchHiveNotFoundException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
