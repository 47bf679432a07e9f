using System;
using System.Net;

namespace FetchHive;

/// <summary>What a response with a status other than 2xx says.</summary>
internal sealed class Refusal
{
    public HttpStatusCode StatusCode { get; init; }

    public string? ServiceMessage { get; init; }

    public string? ErrorCode { get; init; }

    public string? RequestId { get; init; }

    public string? Body { get; init; }

    /// <summary>A sentence with the names of the inputs that were sent, where they may be what was refused.</summary>
    public string? SentInputs { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public RateLimitKind LimitKind { get; init; }

    public DateTimeOffset? ResetsAt { get; init; }

    public Exception? InnerException { get; init; }

    /// <summary>
    /// What is known beside the status of whether the request could have started a run; null to derive it from the status.
    /// </summary>
    public bool? KnownMayHaveRun { get; init; }

    /// <summary>Whether the request could have started a run.</summary>
    public bool MayHaveRun => KnownMayHaveRun ?? MayHaveRunAfter((int)StatusCode, RetryAfter is not null);

    /// <summary>What an exception was made of.</summary>
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
    /// A refusal comes before the run, so mostly a failing server leaves it open; and one that says when to come back (503 with
    /// Retry-After) did not take the request. Beside it: 303 says that the request was carried out and that the result is elsewhere; 408,
    /// 460 and 499 are what gateways answer when they gave up on a request that may have been passed on.
    /// </summary>
    public static bool MayHaveRunAfter(int status, bool saysWhenToComeBack) => status switch
    {
        503 => !saysWhenToComeBack,
        >= 500 or 303 or 408 or 460 or 499 => true,
        _ => false,
    };
}
