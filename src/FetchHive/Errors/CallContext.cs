using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>What messages need to know about a call.</summary>
internal readonly struct CallContext
{
    private readonly string? _lookedUp;

    /// <summary>A call that starts a run.</summary>
    public CallContext(WorkflowDeployment deployment, ClientSettings? settings)
    {
        Deployment = deployment;
        Settings = settings;
    }

    /// <summary>A look-up, which starts nothing.</summary>
    public CallContext(string requestId, ClientSettings settings)
    {
        _lookedUp = requestId;
        Deployment = null!;
        Settings = settings;
    }

    /// <summary>The deployment that is invoked; null for a look-up.</summary>
    public WorkflowDeployment Deployment { get; }

    public ClientSettings? Settings { get; }

    /// <summary>Whether the call starts a run.</summary>
    public bool StartsRun => _lookedUp is null;

    // Names that are only known at run time may come from anywhere.
    public string DeploymentName => OutsideText.Quote(Deployment.Deployment);

    public string VariantName => OutsideText.Quote(Deployment.Variant);

    /// <summary>The call, described for the inside of a sentence.</summary>
    public string Name => "the " + Target;

    /// <summary>The call, described for the beginning of a sentence.</summary>
    public string Subject => "The " + Target;

    private string Target => _lookedUp is null
        ? $"call to deployment '{DeploymentName}', variant '{VariantName}'"
        : $"look-up of request '{OutsideText.Quote(_lookedUp)}'";

    /// <summary>An id, a code or a status for logs and spans: without the key, on one line, of bounded length.</summary>
    public string? Quote(string? text) => text is null ? null : OutsideText.Quote(Redact(text)!);

    /// <summary>Removes the key from a text that came from outside, so that no message contains it.</summary>
    public string? Redact(string? text) => Settings is null ? text : Settings.Redact(text);
}
