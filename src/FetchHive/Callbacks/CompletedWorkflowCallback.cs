using System;

namespace FetchHive;

/// <summary>A run that completed, with its output.</summary>
/// <typeparam name="T">What the output is read as.</typeparam>
public sealed class CompletedWorkflowCallback<T> : WorkflowCallback<T>
{
    /// <summary>Creates a callback, for tests of handlers.</summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="output">The run's output.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> is null.</exception>
    public CompletedWorkflowCallback(string requestId, T output)
        : base(requestId, RunStatus.Completed)
    {
        Output = output;
    }

    /// <summary>The run's output.</summary>
    public T Output { get; }

    /// <summary>Returns <see cref="Output"/>.</summary>
    /// <returns>The run's output.</returns>
    public override T GetOutput() => Output;
}
