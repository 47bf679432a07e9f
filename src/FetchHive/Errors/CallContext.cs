using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>What the messages about a call need to know of it.</summary>
internal readonly struct CallContext(WorkflowDeployment deployment, ClientSettings? settings)
{
    public WorkflowDeployment Deployment { get; } = deployment;

    public ClientSettings? Settings { get; } = settings;

    // Names that are only known at run time may come from anywhere.
    public string DeploymentName => OutsideText.Quote(Deployment.Deployment);

    public string VariantName => OutsideText.Quote(Deployment.Variant);

    /// <summary>The call in words, inside a sentence.</summary>
    public string Name => "the " + Target;

    /// <summary>The call in words, at a sentence's beginning.</summary>
    public string Subject => "The " + Target;

    private string Target => $"call to deployment '{DeploymentName}', variant '{VariantName}'";

    /// <summary>An id, a code or a status as logs and spans have it: without the key, on one line, of bounded length.</summary>
    public string? Quote(string? text) => text is null ? null : OutsideText.Quote(Redact(text)!);

    /// <summary>Takes the key out of a text that came from outside, so that no message can show it.</summary>
    public string? Redact(string? text) => Settings is null ? text : Settings.Redact(text);
}
