using System;
using System.ComponentModel;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Describes a callback before it arrives: the deployment, variant and method that start the run, and how its output is read. The generator
/// creates one for each method that returns <see cref="AcceptedRun{T}"/>.
/// </summary>
/// <typeparam name="T">What the callback's output is read as.</typeparam>
public sealed class CallbackContract<T>
{
    /// <summary>For generated code. Don't use it in your own code.</summary>
    /// <param name="deployment">The deployment and variant.</param>
    /// <param name="method">The name of the interface's method.</param>
    /// <param name="output">How the output is read.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for the output.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CallbackContract(WorkflowDeployment deployment, string method, OutputReader<T> output)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(output);
        output.Prepare();
        WorkflowDeployment = deployment;
        Method = method;
        Output = output;
    }

    /// <summary>The workflow deployment's name.</summary>
    public string Deployment => WorkflowDeployment.Deployment;

    /// <summary>The variant's name.</summary>
    public string Variant => WorkflowDeployment.Variant;

    /// <summary>The name of the method that starts the run, for logs and messages.</summary>
    public string Method { get; }

    internal WorkflowDeployment WorkflowDeployment { get; }

    internal OutputReader<T> Output { get; }

    /// <summary>
    /// Reads a callback. Its output follows the same rules as that of a direct call. Check the signature first
    /// (<see cref="CallbackSignature"/>): an unverified body can't be trusted.
    /// </summary>
    /// <param name="body">The body's bytes. You can reuse the memory afterwards.</param>
    /// <returns>
    /// A <see cref="CompletedWorkflowCallback{T}"/>, a <see cref="FailedWorkflowCallback{T}"/>, or an
    /// <see cref="UnreadableWorkflowCallback{T}"/> if the output isn't what the method promises.
    /// </returns>
    /// <exception cref="FetchHiveResponseException">
    /// The body isn't a callback that says how a run ended; <see cref="FetchHiveResponseException.JsonPath"/> says where.
    /// </exception>
    public WorkflowCallback<T> Read(ReadOnlySpan<byte> body) => CallbackReader.Read(body, WorkflowDeployment, Output);

    /// <summary>The deployment, the variant and the method.</summary>
    public override string ToString() => $"{Deployment}/{Variant} {Method}";
}
