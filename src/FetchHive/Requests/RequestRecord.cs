using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// The service's record of a request: its status, kind and times. The fields are known from the official SDKs (0.2.7 and later), not from
/// the documentation. So every field except the id may be missing, and unknown fields are in <see cref="Json"/>.
/// </summary>
public sealed class RequestRecord
{
    /// <summary>Creates a record, for tests of code that reads it.</summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> is null.</exception>
    public RequestRecord(string requestId)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        RequestId = requestId;
    }

    /// <summary>The service's id of the request (<c>request_id</c>).</summary>
    public string RequestId { get; }

    /// <summary>The run's status (<c>status</c>), as sent; <see langword="null"/> when the record has none.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>
    /// What kind of request it was (<c>request_type</c>), such as <c>prompt_completion</c>. The service's values for workflows aren't
    /// known.
    /// </summary>
    public string? RequestType { get; init; }

    /// <summary>What kind of object was invoked (<c>requestable_type</c>).</summary>
    public string? RequestableType { get; init; }

    /// <summary>The id of the object that was invoked (<c>requestable_id</c>): text, or the digits of a number.</summary>
    public string? RequestableId { get; init; }

    /// <summary>The service's message about the request (<c>message</c>).</summary>
    public string? Message { get; init; }

    /// <summary>When the record was created (<c>generated_at</c>); <see langword="null"/> if it is missing or isn't a time.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>When the run started (<c>started_at</c>); <see langword="null"/> if it is missing or isn't a time.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the run ended (<c>ended_at</c>); <see langword="null"/> if it is missing or isn't a time.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The service's own metadata (<c>metadata</c>); <see langword="null"/> when there is none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>The metadata that the call was sent with (<c>user_metadata</c>); <see langword="null"/> when there is none.</summary>
    public JsonElement? UserMetadata { get; init; }

    /// <summary>
    /// The request's data (<c>data</c>), as JSON; <see langword="null"/> when there is none. It isn't known whether it contains a
    /// workflow's output, or where.
    /// </summary>
    public JsonElement? Data { get; init; }

    /// <summary>The whole record as received. Undefined if your code created the record and didn't set this.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The id and the status, on one line of bounded length.</summary>
    public override string ToString() => OutsideText.QuoteRun(RequestId, Status);
}
