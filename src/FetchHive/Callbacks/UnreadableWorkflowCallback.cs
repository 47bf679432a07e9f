using System;

namespace FetchHive;

/// <summary>
/// A run that completed, with an output that can't be read as the method promises. The run was charged for: keep <see cref="OutputText"/>,
/// and then change the method's type or the workflow. Another delivery would contain the same output.
/// </summary>
/// <typeparam name="T">What the output would have been read as.</typeparam>
public sealed class UnreadableWorkflowCallback<T> : WorkflowCallback<T>
{
    /// <summary>Creates a callback, for tests of handlers.</summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="exception">Says why the output can't be read, and has the output.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestId"/> or <paramref name="exception"/> is null.</exception>
    public UnreadableWorkflowCallback(string requestId, FetchHiveResponseException exception)
        : base(requestId, RunStatus.Completed)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Exception = exception;
    }

    /// <summary>
    /// The whole output as received; <see langword="null"/> if the body has none. See <see cref="FetchHiveResponseException.OutputText"/>.
    /// </summary>
    public string? OutputText => Exception.OutputText;

    /// <summary>Why the output can't be read: where, and what was expected there.</summary>
    public FetchHiveResponseException Exception { get; }

    /// <summary>Always throws: the output can't be read.</summary>
    /// <returns>Nothing.</returns>
    /// <exception cref="FetchHiveResponseException">Always: <see cref="Exception"/> is thrown.</exception>
    public override T GetOutput() => throw Exception;
}
