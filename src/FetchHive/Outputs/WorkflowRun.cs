using System;

namespace FetchHive;

/// <summary>The response to a direct call, envelope included.</summary>
/// <typeparam name="T">What the output is read as.</typeparam>
public sealed class WorkflowRun<T>
{
    /// <summary>
    /// Creates a run, for tests of code that uses an annotated interface.
    /// </summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="status">The run's status.</param>
    /// <param name="output">The run's output.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> is null.</exception>
    public WorkflowRun(string requestId, RunStatus status, T output)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        RequestId = requestId;
        Status = status;
        Output = output;
    }

    /// <summary>
    /// The service's id of the request (<c>request_id</c>, such as <c>req_019d52846ea37682b03522fd0695cc43</c>), by which you find the run
    /// in the dashboard.
    /// </summary>
    public string RequestId { get; }

    /// <summary>
    /// The run's status (<c>run_status</c>): <see cref="RunStatus.Completed"/>, or an undocumented word of the service, as sent.
    /// </summary>
    public RunStatus Status { get; }

    /// <summary>The run's output.</summary>
    public T Output { get; }

    /// <summary>The request id and the status, on one line of bounded length; never the output.</summary>
    public override string ToString() => OutsideText.QuoteRun(RequestId, Status);
}
