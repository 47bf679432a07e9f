using System;

namespace FetchHive;

/// <summary>
/// A start with callback delivery that is in progress. An <see cref="ICallbackRunObserver"/> gets it before the service's response is
/// there.
/// </summary>
public sealed class CallbackRunStart
{
    /// <summary>Creates a start, for tests of observers.</summary>
    /// <param name="deployment">The workflow deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="method">The name of the method that starts the run.</param>
    /// <param name="workspace">The name of the workspace; null for the default workspace.</param>
    /// <exception cref="ArgumentNullException">The deployment, the variant or the method is null.</exception>
    public CallbackRunStart(string deployment, string variant, string method, string? workspace = null)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(method);
        Deployment = deployment;
        Variant = variant;
        Method = method;
        Workspace = workspace;
        Id = Guid.NewGuid().ToString("N");
    }

    /// <summary>
    /// An id that the client creates for this start: 32 hexadecimal digits. The run's own id isn't known before the service's response.
    /// </summary>
    public string Id { get; }

    /// <summary>The workflow deployment's name.</summary>
    public string Deployment { get; }

    /// <summary>The variant's name.</summary>
    public string Variant { get; }

    /// <summary>The name of the method that starts the run.</summary>
    public string Method { get; }

    /// <summary>
    /// The name under which <c>AddFetchHive</c> registered the client's workspace; <see langword="null"/> for the default workspace.
    /// </summary>
    public string? Workspace { get; }

    /// <summary>
    /// When the start began, by the client's clock. The default is the time at which the object was created.
    /// </summary>
    public DateTimeOffset StartedAt { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>
    /// The trace context of the call that started the run, as a W3C <c>traceparent</c>; <see langword="null"/> before the service's
    /// response is there, and if the call isn't traced.
    /// </summary>
    public string? TraceParent { get; internal set; }

    /// <summary>The deployment, the variant and the method.</summary>
    public override string ToString() => $"{Deployment}/{Variant} {Method}";
}
