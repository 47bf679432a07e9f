using System;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace FetchHive;

/// <summary>
/// The response to a call with callback delivery: the run was accepted, and its output will be posted to the callback URL.
/// </summary>
/// <remarks>
/// Its JSON has <see cref="RequestId"/> and <see cref="Status"/>, but never the secret. So an endpoint can return it, and you can store it
/// and read it back. You can wait for a run that was read back as for the original (<c>CallbackRunTracker</c> of the package
/// FetchHive.AspNetCore).
/// </remarks>
/// <typeparam name="T">What the callback's output will be read as.</typeparam>
public sealed class AcceptedRun<T>
{
    /// <summary>
    /// Creates an accepted run, for tests of code that uses an annotated interface, or from a stored request id.
    /// </summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="status">The run's status.</param>
    /// <param name="webhookSecret">The secret that signs the callback.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> is null.</exception>
    public AcceptedRun(string requestId, RunStatus status, string? webhookSecret = null)
        : this(requestId, status, webhookSecret, contract: null)
    {
    }

    internal AcceptedRun(string requestId, RunStatus status, string? webhookSecret, CallbackContract<T>? contract)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        RequestId = requestId;
        Status = status;
        WebhookSecret = webhookSecret;
        Contract = contract;
    }

    /// <summary>The service's id of the request (<c>request_id</c>). It ties the callback to this call, so keep it.</summary>
    public string RequestId { get; }

    /// <summary>
    /// The run's status (<c>run_status</c>): <see cref="RunStatus.Running"/>, <see cref="RunStatus.Queued"/> if the workspace's concurrency
    /// limit is reached (Fetch Hive docs, <c>api-reference/invoke-workflow</c>), or another word of the service, as sent.
    /// </summary>
    public RunStatus Status { get; }

    /// <summary>
    /// The deployment's secret (<c>webhook_secret</c>), with which the callback's signature is checked. Documented as always sent;
    /// <see langword="null"/> if the service left it out, and in a run that was read back. Store it like a password; neither
    /// <see cref="ToString"/> nor JSON shows it.
    /// </summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public string? WebhookSecret { get; }

    /// <summary>How the run's callback is read; <see langword="null"/> if your code created the object or read it back.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public CallbackContract<T>? Contract { get; }

    /// <summary>The trace context of the call that started the run.</summary>
    internal string? TraceParent { get; init; }

    /// <summary>The request id and the status, on one line of bounded length; never the secret.</summary>
    public override string ToString() => OutsideText.QuoteRun(RequestId, Status);
}
