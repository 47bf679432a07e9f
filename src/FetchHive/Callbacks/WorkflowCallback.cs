using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// What the service posts to the callback URL when a run has ended: a <see cref="CompletedWorkflowCallback{T}"/> with the output, a
/// <see cref="FailedWorkflowCallback{T}"/> with the error, or an <see cref="UnreadableWorkflowCallback{T}"/> with an output that isn't what
/// the method promises. There is no fourth kind.
/// </summary>
/// <typeparam name="T">What the output is read as.</typeparam>
public abstract class WorkflowCallback<T>
{
    private protected WorkflowCallback(string requestId, RunStatus status)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        RequestId = requestId;
        Status = status;
    }

    /// <summary>
    /// The service's id of the request (<c>request_id</c>): the same as <see cref="AcceptedRun{T}.RequestId"/> of the call that started the
    /// run.
    /// </summary>
    public string RequestId { get; }

    /// <summary>
    /// How the run ended: <c>run_status</c> if the body has it, otherwise the last word of <see cref="EventType"/>. It is
    /// <see cref="RunStatus.Completed"/> unless this is a <see cref="FailedWorkflowCallback{T}"/>.
    /// </summary>
    public RunStatus Status { get; }

    /// <summary>
    /// The event's name (<c>event_type</c>), such as <c>workflow.completed</c>, as sent; <see langword="null"/> if the body has none. The
    /// names are documented for agents only (Fetch Hive docs, <c>api-reference/invoke-agent</c>).
    /// </summary>
    public string? EventType { get; init; }

    /// <summary>
    /// The whole body, including fields that this library doesn't know. It is a copy, so the memory that the body was read from can be
    /// reused. <see cref="JsonValueKind.Undefined"/> if your code created the object without a body.
    /// </summary>
    public JsonElement Payload { get; init; }

    /// <summary>
    /// Returns the output, or throws if there is none. To tell the kinds apart, check the type instead.
    /// </summary>
    /// <returns>The run's output.</returns>
    /// <exception cref="FetchHiveRunFailedException">The run didn't complete.</exception>
    /// <exception cref="FetchHiveResponseException">The run completed, but its output can't be read as the method promises.</exception>
    public abstract T GetOutput();

    /// <summary>The request id and the status, on one line of bounded length; never the output.</summary>
    public override string ToString() => OutsideText.QuoteRun(RequestId, Status);
}

/// <summary>
/// Reads callbacks without a contract, for receivers that don't use the generator. With the generator, use
/// <see cref="CallbackContract{T}.Read"/>.
/// </summary>
public static class WorkflowCallback
{
    /// <summary>
    /// Reads a callback whose output may be any JSON; text that is a JSON object or array is parsed. Check the signature first
    /// (<see cref="CallbackSignature"/>): an unverified body can't be trusted.
    /// </summary>
    /// <param name="body">The body's bytes. You can reuse the memory afterwards.</param>
    /// <returns>The callback.</returns>
    /// <exception cref="FetchHiveResponseException">The body isn't a callback that says how a run ended.</exception>
    public static WorkflowCallback<JsonElement> Read(ReadOnlySpan<byte> body) =>
        CallbackReader.Read(body, deployment: null, OutputReader.AnyJson);

    /// <summary>
    /// Finds the request id in an unverified body, so that you can choose the secret for checking the signature. Nothing else of the body
    /// is interpreted. Until the signature is checked, the id can't be trusted.
    /// </summary>
    /// <param name="body">The unverified body's bytes.</param>
    /// <param name="requestId">The id: not blank, at most 256 characters, no control characters.</param>
    /// <returns>Whether the body has an id. An invalid body doesn't throw.</returns>
    public static bool TryGetRequestId(ReadOnlySpan<byte> body, [NotNullWhen(true)] out string? requestId)
    {
        requestId = CallbackReader.RequestIdOf(body);
        return requestId is not null;
    }
}
