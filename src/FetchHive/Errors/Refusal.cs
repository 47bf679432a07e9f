using System;
using System.Net;

namespace FetchHive;

/// <summary>What an answer with a status other than 2xx says.</summary>
internal sealed class Refusal
{
    public HttpStatusCode StatusCode { get; init; }

    public string? ServiceMessage { get; init; }

    public string? ErrorCode { get; init; }

    public string? RequestId { get; init; }

    public string? Body { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public RateLimitKind LimitKind { get; init; }

    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>
    /// A refusal comes before the run, so only a failing server leaves it open; and one that says when to come back (503 with Retry-After) did not take the request.
    /// </summary>
    public bool MayHaveRun => (int)StatusCode >= 500 && !(StatusCode == HttpStatusCode.ServiceUnavailable && RetryAfter is not null);
}
