using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>A run that completed, with its output.</summary>
/// <typeparam name="T">What the output is read as.</typeparam>
public sealed class CompletedWorkflowCallback<T> : WorkflowCallback<T>
{
    /// <summary>Creates a callback, for tests of handlers.</summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="output">The run's output.</param>
    /// <param name="eventType">The event's name.</param>
    /// <param name="payload">The whole body.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> is null.</exception>
    public CompletedWorkflowCallback(string requestId, T output, string? eventType = null, JsonElement payload = default)
        : base(requestId, RunStatus.Completed, eventType, payload)
    {
        Output = output;
    }

    /// <summary>The run's output.</summary>
    public T Output { get; }

    /// <summary>Returns <see cref="Output"/>.</summary>
    /// <returns>The run's output.</returns>
    public override T GetOutput() => Output;
}
