using System;
using System.Net;

namespace FetchHive;

/// <summary>A limit was reached: 429. <see cref="Kind"/> says which one, if the response tells.</summary>
public sealed class FetchHiveRateLimitException : FetchHiveRequestException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="kind">Which limit was reached.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    public FetchHiveRateLimitException(
        string message, RateLimitKind kind, Exception? innerException = null, bool? mayHaveRun = null)
        : base(message, (HttpStatusCode)429, mayHaveRun, innerException) =>
        Kind = kind;

    internal FetchHiveRateLimitException(string message, Refusal refusal)
        : base(message, refusal)
    {
        Kind = refusal.LimitKind;
        ResetsAt = refusal.ResetsAt;
    }

    /// <summary>Which limit was reached.</summary>
    public RateLimitKind Kind { get; }

    /// <summary>
    /// When the limit ends, if that is known: for <see cref="RateLimitKind.DailyCap"/> the next midnight UTC by this machine's clock (Fetch
    /// Hive docs, <c>api-reference/errors-and-rate-limits</c>), otherwise <see langword="null"/>.
    /// </summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
