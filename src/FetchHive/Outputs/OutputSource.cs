using System;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>An output to be read: its raw JSON, and what an exception needs to say if it can't be read.</summary>
internal readonly ref struct OutputSource
{
    private readonly CallContext _call;
    private readonly bool _isCallback;
    private readonly WorkflowDeployment? _callbackDeployment;
    private readonly string? _callbackRequestId;
    private readonly ReadOnlySpan<byte> _requestId;
    private readonly ReadOnlySpan<byte> _runStatus;

    /// <summary>The output in a response.</summary>
    /// <param name="path">The path of the value in the body.</param>
    /// <param name="call">The call that returned it.</param>
    /// <param name="envelope">The response. Its other fields are only decoded for an exception.</param>
    public OutputSource(string path, CallContext call, in Envelope envelope)
    {
        Json = envelope.Output;
        Path = path;
        _call = call;
        _requestId = envelope.RequestId;
        _runStatus = envelope.RunStatus;
    }

    /// <summary>The output in a callback.</summary>
    /// <param name="json">The value.</param>
    /// <param name="path">The path of the value in the body.</param>
    /// <param name="deployment">The deployment, if it is known.</param>
    /// <param name="requestId">The request id.</param>
    public OutputSource(ReadOnlySpan<byte> json, string path, WorkflowDeployment? deployment, string requestId)
    {
        Json = json;
        Path = path;
        _isCallback = true;
        _callbackDeployment = deployment;
        _callbackRequestId = requestId;
    }

    /// <summary>The JSON value as sent; never empty.</summary>
    public ReadOnlySpan<byte> Json { get; }

    /// <summary>The path of the value in the response, such as <c>$.output</c>.</summary>
    public string Path { get; }

    /// <summary>Creates the exception for a value that isn't what was promised.</summary>
    /// <param name="subpath">A path from System.Text.Json (<c>$.companies[0]</c>), or null for the value itself.</param>
    /// <param name="expected">What was promised.</param>
    /// <param name="found">What was found, described for a message, without the value.</param>
    /// <param name="cause">The exception of System.Text.Json.</param>
    /// <param name="advice">What to do; null for the usual advice.</param>
    public FetchHiveResponseException Broken(string? subpath, string expected, string found, Exception? cause, string? advice = null)
    {
        advice ??= "Change the method's return type to match what the workflow's last step returns, or change the step to match the type.";
        string path = subpath is { Length: > 1 } && subpath[0] == '$' ? Path + subpath.Remove(0, 1) : Path;
        if (_isCallback)
        {
            KnownRun run = new(_callbackRequestId, RunStatus.Completed, JsonSlice.TextOrJson(Json));
            return CallbackFailures.Broken(_callbackDeployment, path, expected, found, advice, run, cause);
        }

        return ResponseFailures.Broken(_call, path, expected, found, advice, KnownRun.Of(_requestId, _runStatus, Json), cause);
    }
}
