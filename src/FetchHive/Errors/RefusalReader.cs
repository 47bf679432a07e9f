using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace FetchHive;

/// <summary>
/// Reads a response with a status other than 2xx. It never throws: even a proxy's HTML page results in the exception for its status.
/// </summary>
internal static class RefusalReader
{
    private const int MaxBodyLength = 4 * 1024;

    public static FetchHiveException Read(
        CallContext call,
        ReadOnlySpan<byte> request,
        HttpResponseMessage response,
        ReadOnlySpan<byte> body,
        bool isComplete,
        DateTimeOffset now)
    {
        // If an error is too long or cut off, its beginning is still read.
        string? broken = Envelope.TryRead(body, out Envelope envelope, out _);
        bool isEnvelope = broken is null || envelope.IsCutOff;
        string? message = call.Redact(ServiceError.Message(envelope));
        string? code = call.Redact(ServiceError.Code(envelope));
        string? requestId = JsonSlice.TryGetString(envelope.RequestId, out string id) ? call.Redact(id) : null;

        // Assumption: the response to a failed direct run isn't documented. The documentation lists `failed` among the statuses and also
        // says that "the route returns an error object when ... the run fails". So an error with run_status failed is a failed run,
        // whatever its HTTP status.
        if (call.StartsRun
            && JsonSlice.TryGetString(envelope.DocumentedRunStatus, out string status)
            && new RunStatus(status.Length == 0 ? "?" : status) == RunStatus.Failed)
        {
            return ResponseFailures.RunFailed(call, message, code, requestId);
        }

        TimeSpan? retryAfter = RetryAfter(response.Headers.RetryAfter, now);
        RateLimitKind kind = ServiceError.IsDailyCap(envelope) ? RateLimitKind.DailyCap : KindOf(code);
        Refusal refusal = new()
        {
            StatusCode = response.StatusCode,
            KnownMayHaveRun = KnownMayHaveRun(call, response),
            ServiceMessage = message,
            ErrorCode = code,
            RequestId = requestId,
            Body = BodyText(call, body),
            RetryAfter = retryAfter,
            SentInputs = call.StartsRun && (int)response.StatusCode is 400 or 422 ? call.Redact(SentInputs.Describe(request)) : null,
            LimitKind = kind,
            ResetsAt = kind == RateLimitKind.DailyCap ? new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) : null,
        };
        return RefusalFailures.Create(
            call, refusal, ResponseAddress.RedirectedTo(call, response), isEnvelope ? null : BodyNote(body, isComplete));
    }

    // Assumption: the code of the concurrency limit's 429 isn't documented. Its sample has no code, and its text is in the account's
    // language. So no code means concurrency, and so does a code that names it. Any other code is another limit.
    private static RateLimitKind KindOf(string? code) =>
        code is null || code.Contains("concurren") ? RateLimitKind.Concurrency : RateLimitKind.Other;

    // A look-up starts nothing. If the final request isn't a POST, an HttpClient followed a redirect, and the outcome of the first request
    // is unknown.
    private static bool? KnownMayHaveRun(CallContext call, HttpResponseMessage response) => !call.StartsRun
        ? false
        : response.RequestMessage?.Method is { } method && method != HttpMethod.Post ? true : null;

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        TimeSpan? wait = header?.Delta ?? header?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string BodyNote(ReadOnlySpan<byte> body, bool isComplete)
    {
        if (!isComplete)
        {
            return " The response's body broke off or did not come in time.";
        }

        return body.IsEmpty
            ? " The response has no body, so it may come from a proxy or another server."
            : " The response's body is not a JSON object, so it may come from a proxy or another server.";
    }

    private static string? BodyText(CallContext call, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        // Redacted before the text is cut: half a key at the cut would not be found.
        string text = call.Redact(Utf8.GetString(body))!;
        return text.Substring(0, TextCut.LengthWithin(text, MaxBodyLength));
    }
}
