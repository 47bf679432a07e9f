using System.Net;

namespace FetchHive;

/// <summary>The account's credits or plan don't allow the call: 402.</summary>
public sealed class FetchHivePlanLimitException : FetchHiveRequestException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's stable code.</param>
    /// <param name="requestId">The service's id of the request.</param>
    public FetchHivePlanLimitException(string message, HttpStatusCode statusCode, string? errorCode = null, string? requestId = null)
        : base(message, statusCode, errorCode, requestId)
    {
    }

    internal FetchHivePlanLimitException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
