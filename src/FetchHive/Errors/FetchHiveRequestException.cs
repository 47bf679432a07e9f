using System;
using System.Net;

namespace FetchHive;

/// <summary>
/// The service refused the call: the response's status is not 2xx. Common statuses have their own exceptions, which derive from this one.
/// </summary>
public class FetchHiveRequestException : FetchHiveException
{
    private readonly TimeSpan? _retryAfter;

    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status: any that isn't 2xx and doesn't have its own exception.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="statusCode"/> is a success, or has its own exception; the message names it.
    /// </exception>
    public FetchHiveRequestException(
        string message, HttpStatusCode statusCode, Exception? innerException = null, bool? mayHaveRun = null)
        : this(message, RefusalFailures.StatusFor<FetchHiveRequestException>(statusCode, nameof(statusCode)), mayHaveRun, innerException)
    {
    }

    // For derived types, which have already checked the status.
    private protected FetchHiveRequestException(string message, HttpStatusCode statusCode, bool? mayHaveRun, Exception? innerException)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        KnownMayHaveRun = mayHaveRun;
    }

    internal FetchHiveRequestException(string message, Refusal refusal)
        : base(message, refusal.InnerException)
    {
        StatusCode = refusal.StatusCode;
        KnownMayHaveRun = refusal.KnownMayHaveRun;
        RequestId = refusal.RequestId;
        ErrorCode = refusal.ErrorCode;
        ResponseBody = refusal.Body;
        RetryAfter = refusal.RetryAfter;
    }

    /// <inheritdoc/>
    public override bool MayHaveRun => KnownMayHaveRun ?? Refusal.MayHaveRunAfter((int)StatusCode, RetryAfter is not null);

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The service's stable code (<c>error_code</c>, or its older alias <c>code</c>), such as those of <see cref="FetchHiveErrorCodes"/>;
    /// <see langword="null"/> when the response has none, which is common (Fetch Hive docs, <c>api-reference/error-codes</c>).
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>The beginning of the response's body as text, at most 4 KiB of it; <see langword="null"/> when it was empty.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>
    /// How long the service asks to wait (the Retry-After header, in either form); <see langword="null"/> when it didn't say. Never
    /// negative.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan? RetryAfter
    {
        get => _retryAfter;
        init
        {
            if (value < TimeSpan.Zero)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Set a time of 0 or more: how long the service asks to wait.");
            }

            _retryAfter = value;
        }
    }

    /// <summary>Whether a run may have started, if more is known than the status; null to derive it from the status.</summary>
    internal bool? KnownMayHaveRun { get; }
}
