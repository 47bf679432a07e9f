using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Responses;
using FetchHive.Emulator.Snippets;

namespace FetchHive.Emulator.Deployments;

/// <summary>Runs a workflow: turns its inputs into its output, or throws.</summary>
internal delegate Task<JsonNode?> WorkflowFunction(JsonObject inputs, CancellationToken cancellationToken);

/// <summary>One deployed variant of a workflow. Apart from its scripts and its secret, it doesn't change once it is deployed.</summary>
internal sealed class Deployment
{
    public required string Name { get; init; }

    public required string Variant { get; init; }

    public required IReadOnlyList<EmulatedInput> Inputs { get; init; }

    /// <summary>Whether its inputs aren't known, so that it takes any.</summary>
    public bool TakesUnknownInputs { get; init; }

    /// <summary>The snippet that describes it; <see langword="null"/> when code describes it or a part of it.</summary>
    public DeployedSnippet? Snippet { get; init; }

    /// <summary>The snippet's file, even if code changed the deployment afterwards; <see langword="null"/> when there is none.</summary>
    public string? SnippetPath { get; init; }

    public required WorkflowFunction Function { get; init; }

    /// <summary>Whether a call with callback delivery is answered with <c>queued</c> instead of <c>running</c>.</summary>
    public required bool IsQueued { get; init; }

    /// <summary>Whether the workflow has a Human in the Loop step, so that a direct call is refused.</summary>
    public required bool RequiresCallback { get; init; }

    /// <summary>All variants share it: code that sets it on one variant also sets it on variants that snippets deployed.</summary>
    public required string WebhookSecret { get; set; }

    /// <summary>Scripted responses in place of this deployment's own.</summary>
    public ResponseScript Script { get; init; } = new();

    /// <summary>How the callbacks of its next runs are delivered, if not in the regular way.</summary>
    public ConcurrentQueue<CallbackDelivery> Deliveries { get; init; } = new();

    public EmulatedDeployment Describe() => new()
    {
        Deployment = Name,
        Variant = Variant,
        Inputs = Inputs,
        TakesAnyInputs = TakesUnknownInputs,
        RequiresCallback = RequiresCallback,
        SnippetPath = SnippetPath,
    };
}
