using System.Net;

namespace FetchHive;

/// <summary>The service found the request invalid for this workflow, before running it: 400 or 422.</summary>
/// <remarks>
/// A wrong type of a Start input, nested metadata, a direct call to a workflow with a Human in the Loop step, and also
/// <see cref="FetchHiveErrorCodes.AccountCreditCapReached"/>, which the service sends as 422 (Fetch Hive docs,
/// <c>api-reference/error-codes</c>).
/// </remarks>
public sealed class FetchHiveValidationException : FetchHiveRequestException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's stable code.</param>
    /// <param name="requestId">The service's id of the request.</param>
    public FetchHiveValidationException(string message, HttpStatusCode statusCode, string? errorCode = null, string? requestId = null)
        : base(message, statusCode, errorCode, requestId)
    {
    }

    internal FetchHiveValidationException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
