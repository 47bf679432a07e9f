using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Responses;
using FetchHive.Emulator.Snippets;

namespace FetchHive.Emulator.Deployments;

/// <summary>What a workflow does with its inputs: yields its output, or throws.</summary>
internal delegate Task<JsonNode?> WorkflowFunction(JsonObject inputs, CancellationToken cancellationToken);

/// <summary>One deployed variant of a workflow. Nothing in it changes after it was deployed, but for its scripts and its secret.</summary>
internal sealed class Deployment
{
    public required string Name { get; init; }

    public required string Variant { get; init; }

    public required IReadOnlyList<EmulatedInput> Inputs { get; init; }

    /// <summary>Whether nothing is known of its inputs, so that none can be unknown.</summary>
    public bool TakesUnknownInputs { get; init; }

    /// <summary>The snippet that it was made of; <see langword="null"/> when code described it, or a part of it.</summary>
    public DeployedSnippet? Snippet { get; init; }

    /// <summary>The snippet's file, whatever code changed afterwards; <see langword="null"/> when there is none.</summary>
    public string? SnippetPath { get; init; }

    public required WorkflowFunction Function { get; init; }

    /// <summary>Whether a call with callback delivery is answered <c>queued</c> instead of <c>running</c>.</summary>
    public required bool IsQueued { get; init; }

    /// <summary>Whether the workflow has a Human in the Loop step, so that a direct call is refused.</summary>
    public required bool RequiresCallback { get; init; }

    /// <summary>One for all variants: code that gives one to a variant gives it to those that snippets deployed.</summary>
    public required string WebhookSecret { get; set; }

    /// <summary>Answers to give in place of this deployment's own.</summary>
    public ResponseScript Script { get; init; } = new();

    /// <summary>How the callbacks of its next runs are delivered, where not in the regular way.</summary>
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
