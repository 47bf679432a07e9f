using System;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// A run that ended without completing: it failed, or <see cref="WorkflowCallback{T}.Status"/> has another status, such as
/// <c>cancelled</c>.
/// </summary>
/// <typeparam name="T">What the output would have been read as.</typeparam>
public sealed class FailedWorkflowCallback<T> : WorkflowCallback<T>
{
    /// <summary>Creates a callback, for tests of handlers.</summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="error">The service's message.</param>
    /// <param name="status">How the run ended; <see cref="RunStatus.Failed"/> if omitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="status"/> is <see cref="RunStatus.Completed"/>.</exception>
    public FailedWorkflowCallback(string requestId, string? error, RunStatus status = default)
        : base(requestId, status == default ? RunStatus.Failed : status)
    {
        if (status == RunStatus.Completed)
        {
            throw new ArgumentException(
                "A failed run can't have the status 'completed'. Use CompletedWorkflowCallback<T> for a completed run.", nameof(status));
        }

        Error = error;
    }

    /// <summary>The service's message, in the account's language; <see langword="null"/> when there is none.</summary>
    public string? Error { get; }

    /// <summary>
    /// The service's stable code, such as those of <see cref="FetchHiveErrorCodes"/>; <see langword="null"/> when there is none.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>What was called; null if that isn't known. It is named in messages.</summary>
    internal WorkflowDeployment? Deployment { get; init; }

    /// <summary>Always throws: a run that didn't complete has no output.</summary>
    /// <returns>Nothing.</returns>
    /// <exception cref="FetchHiveRunFailedException">Always, with <see cref="Error"/> and <see cref="ErrorCode"/>.</exception>
    public override T GetOutput() => throw CallbackFailures.RunFailed(Deployment, RequestId, Status, Error, ErrorCode);
}
