using System;
using System.Net;

namespace FetchHive;

/// <summary>The contents of a response with a status other than 2xx.</summary>
internal sealed class Refusal
{
    public HttpStatusCode StatusCode { get; init; }

    public string? ServiceMessage { get; init; }

    public string? ErrorCode { get; init; }

    public string? RequestId { get; init; }

    public string? Body { get; init; }

    /// <summary>A sentence with the names of the inputs that were sent, if they may be the reason for the refusal.</summary>
    public string? SentInputs { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public RateLimitKind LimitKind { get; init; }

    public DateTimeOffset? ResetsAt { get; init; }

    public Exception? InnerException { get; init; }

    /// <summary>
    /// Whether the request could have started a run, if more is known than the status; null to derive it from the status.
    /// </summary>
    public bool? KnownMayHaveRun { get; init; }

    /// <summary>Whether the request could have started a run.</summary>
    public bool MayHaveRun => KnownMayHaveRun ?? MayHaveRunAfter((int)StatusCode, RetryAfter is not null);

    /// <summary>Reads a refusal back from its exception.</summary>
    public static Refusal Of(FetchHiveRequestException exception) => new()
    {
        StatusCode = exception.StatusCode,
        ErrorCode = exception.ErrorCode,
        RequestId = exception.RequestId,
        Body = exception.ResponseBody,
        RetryAfter = exception.RetryAfter,
        LimitKind = (exception as FetchHiveRateLimitException)?.Kind ?? default,
        ResetsAt = (exception as FetchHiveRateLimitException)?.ResetsAt,
        InnerException = exception.InnerException,
        KnownMayHaveRun = exception.KnownMayHaveRun,
    };

    /// <summary>
    /// Whether a run may have started. A refusal comes before the run, so usually only a failing server (5xx) leaves that open. With a 503
    /// that has Retry-After, the server did not accept the request. Some other statuses leave it open too: 303 says that the request was
    /// carried out and that the result is elsewhere; gateways answer with 408, 460 and 499 after they gave up on a request that they may
    /// have passed on.
    /// </summary>
    public static bool MayHaveRunAfter(int status, bool hasRetryAfter) => status switch
    {
        503 => !hasRetryAfter,
        >= 500 or 303 or 408 or 460 or 499 => true,
        _ => false,
    };
}
