using System;
using System.Net;

namespace FetchHive;

/// <summary>
/// The service refused the call: the answer's status is not 2xx. Common statuses have exceptions of their own, derived from this one.
/// </summary>
public class FetchHiveRequestException : FetchHiveException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's stable code.</param>
    /// <param name="requestId">The service's id of the request.</param>
    public FetchHiveRequestException(string message, HttpStatusCode statusCode, string? errorCode = null, string? requestId = null)
        : base(message, innerException: null, requestId, mayHaveRun: Refusal.MayHaveRunAfter((int)statusCode, saysWhenToComeBack: false))
    {
        StatusCode = statusCode;
        ErrorCode = errorCode;
    }

    internal FetchHiveRequestException(string message, Refusal refusal)
        : base(message, innerException: null, refusal.RequestId, refusal.MayHaveRun)
    {
        StatusCode = refusal.StatusCode;
        ErrorCode = refusal.ErrorCode;
        ResponseBody = refusal.Body;
        RetryAfter = refusal.RetryAfter;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The service's stable code (<c>error_code</c>, or its older alias <c>code</c>), such as those of <see cref="FetchHiveErrorCodes"/>;
    /// <see langword="null"/> when the answer has none, which is common (Fetch Hive docs, <c>api-reference/error-codes</c>).
    /// </summary>
    public string? ErrorCode { get; }

    /// <summary>The beginning of the answer's body as text, at most 4 KiB of it; <see langword="null"/> when it was empty.</summary>
    public string? ResponseBody { get; }

    /// <summary>
    /// How long the service asks to wait (the Retry-After header, in either form); <see langword="null"/> when it didn't say. Never
    /// negative.
    /// </summary>
    public TimeSpan? RetryAfter { get; }
}
