using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json.Nodes;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: one request, from the first byte of its body to its response. Don't use it in your own code.
/// </summary>
/// <remarks>
/// Requests are pooled and serve one call: after a <c>Send…</c> or <c>Start…</c> method the object belongs to the runtime. A request that
/// is dropped before that, because an argument can't be written, is left to the garbage collector. The body's order is deployment, variant,
/// async, inputs, metadata, user.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class WorkflowRequest
{
    private static readonly ObjectPool<WorkflowRequest> Pool = new();

    private static readonly RequestName AsyncName = new("async");
    private static readonly RequestName EnabledName = new("enabled");
    private static readonly RequestName CallbackUrlName = new("callback_url");
    private static readonly RequestName InputsName = new("inputs");
    private static readonly RequestName MetadataName = new("metadata");
    private static readonly RequestName UserName = new("user");

    private readonly RequestWriter _writer = new([]);
    private HashSet<string>? _metadataKeys;
    private FetchHiveClient? _client;
    private WorkflowDeployment? _deployment;
    private string? _user;
    private Part _part;
    private bool _keepsBytes;

    private WorkflowRequest()
    {
    }

    private enum Part
    {
        Start,
        Async,
        Inputs,
        Metadata,
        Complete,
    }

    internal WorkflowDeployment Deployment => _deployment!;

    internal ArraySegment<byte> Body => _writer.Written;

    /// <summary>Records the call; null outside a batch.</summary>
    internal CallRecorder? Recorder { get; set; }

    /// <summary>Begins a request: rents a buffer and a writer, and writes the deployment and the variant.</summary>
    /// <param name="client">The client that will send it.</param>
    /// <param name="deployment">The deployment and variant.</param>
    /// <returns>The request, ready for <see cref="SetCallbackUrl(Uri, string)"/> or <see cref="BeginInputs"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public static WorkflowRequest Create(FetchHiveClient client, WorkflowDeployment deployment)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(deployment);
        client.ThrowIfDisposed();

        WorkflowRequest request = Pool.TryTake() ?? new WorkflowRequest();
        request._client = client;
        request._deployment = deployment;
        request._part = Part.Start;
        request._writer.BeginWith(deployment);
        return request;
    }

    /// <summary>Asks for callback delivery to an address.</summary>
    /// <param name="callbackUrl">An absolute http or https address; sent as <see cref="Uri.AbsoluteUri"/>, with the host in its ASCII
    /// form.</param>
    /// <param name="parameterName">The name of the caller's parameter, for the exception.</param>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    /// <exception cref="ArgumentException">The address is relative, or neither http nor https.</exception>
    public void SetCallbackUrl(Uri callbackUrl, string parameterName)
    {
        ThrowIfNull(callbackUrl, parameterName);
        ThrowIfNotCallable(callbackUrl.IsAbsoluteUri ? callbackUrl : null, parameterName);
        WriteCallbackUrl(InAscii(callbackUrl));
    }

    /// <summary>Asks for callback delivery to an address.</summary>
    /// <param name="callbackUrl">An absolute http or https address; sent as written, unless the host has non-ASCII characters: then the
    /// whole address is encoded.</param>
    /// <param name="parameterName">The name of the caller's parameter, for the exception.</param>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    /// <exception cref="ArgumentException">The address is relative, or neither http nor https.</exception>
    public void SetCallbackUrlText(string callbackUrl, string parameterName)
    {
        ThrowIfNull(callbackUrl, parameterName);
        ThrowIfNotCallable(Uri.TryCreate(callbackUrl, UriKind.Absolute, out Uri? uri) ? uri : null, parameterName);
        WriteCallbackUrl(IsAscii(uri!.Host) ? callbackUrl : InAscii(uri));
    }

    /// <summary>Opens <c>inputs</c>. The next part of the request closes it.</summary>
    /// <returns>The writer, inside the object.</returns>
    public RequestWriter BeginInputs()
    {
        Move(_part is Part.Start or Part.Async, Part.Inputs);
        _writer.WriteStartObject(InputsName);
        return _writer;
    }

    /// <summary>
    /// Sets the caller identifier, sent as <c>user</c>; null sends nothing. It may be set at any time after the inputs begin.
    /// </summary>
    /// <param name="user">The caller identifier.</param>
    public void SetUser(string? user)
    {
        Move(_part is Part.Inputs or Part.Metadata, _part);
        _user = user;
    }

    /// <summary>Writes inputs whose names are only known at run time. The object isn't changed.</summary>
    internal void WriteInputs(JsonObject? inputs)
    {
        if (inputs is null)
        {
            _ = BeginInputs();
            return;
        }

        Move(_part is Part.Start or Part.Async, Part.Inputs);
        _writer.WritePropertyName(InputsName);
        inputs.WriteTo(_writer.BeginForeign(countsDepth: true));
        _writer.EndForeign();
    }

    /// <summary>Records that a sender may still be reading the bytes after the call.</summary>
    internal void KeepBytes() => _keepsBytes = true;

    /// <summary>Returns the request to the pool. Its bytes are reused only if no sender can still be reading them.</summary>
    internal void Release()
    {
        _writer.Reset(abandon: _keepsBytes);
        _keepsBytes = false;
        _metadataKeys?.Clear();
        _client = null;
        _deployment = null;
        Recorder = null;
        _user = null;
        _part = Part.Complete;
        _ = Pool.TryGive(this);
    }

    private static void ThrowIfNotCallable(Uri? callbackUrl, string parameterName)
    {
        if (callbackUrl is null || (callbackUrl.Scheme != Uri.UriSchemeHttps && callbackUrl.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException(
                $"The callback URL '{parameterName}' is not an absolute http or https address, so the service can't call it. Give the "
                    + $"full address of your callback endpoint, such as https://example.com/callbacks/brief.",
                parameterName);
        }
    }

    // AbsoluteUri encodes everything except an internationalised host name, which not every HTTP client can resolve.
    private static string InAscii(Uri address) =>
        IsAscii(address.AbsoluteUri) ? address.AbsoluteUri : new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > '~')
            {
                return false;
            }
        }

        return true;
    }

    private void WriteCallbackUrl(string callbackUrl)
    {
        Move(_part is Part.Start, Part.Async);
        _writer.WriteStartObject(AsyncName);
        _writer.WritePropertyName(EnabledName).WriteBooleanValue(true);
        _writer.WriteString(CallbackUrlName, callbackUrl);
        _writer.WriteEndObject();
    }

    private FetchHiveClient Complete()
    {
        Move(_part is Part.Inputs or Part.Metadata, Part.Complete);
        EndPart();

        if (_user is not null)
        {
            _writer.WriteString(UserName, _user);
        }

        _writer.WriteEndObject();
        return _client!;
    }

    // Closes the inputs or the metadata. Inputs whose names are only known at run time are written in one piece.
    private void EndPart()
    {
        if (_writer.CurrentDepth > 1)
        {
            _writer.WriteEndObject();
        }
    }

    // The state can only be wrong if generated code and runtime don't match. The check prevents a malformed request.
    private void Move(bool allowed, Part next)
    {
        if (!allowed)
        {
            throw new InvalidOperationException(
                $"The request is at '{_part}' and can't go on to '{next}'. A request serves one call and is written in order; rebuild "
                    + $"the project so that generated code and the FetchHive library have the same version.");
        }

        _part = next;
    }
}
