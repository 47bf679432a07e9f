using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Snippets;
using FetchHive.Generators.Snippets;

namespace FetchHive.Emulator;

/// <content>Takes over a snippet's description, which later calls override.</content>
public sealed partial class DeploymentBuilder
{
    private readonly HashSet<string> _ofSnippet = [];
    private DeployedSnippet? _snippet;
    private bool _returnsSamples;
    private bool _takesUnknownInputs;

    internal void Take(DeployedSnippet snippet)
    {
        _snippet = snippet;
        _takesUnknownInputs = snippet.Snippet.Inputs is null;
        foreach (SnippetProperty input in snippet.Snippet.Inputs?.Properties ?? [])
        {
            _inputs.Add(new EmulatedInput
            {
                Name = input.Name,
                Kind = KindOf(input.Value.Kind),
                IsRequired = !snippet.Header.IsOptional(input.Name),
                SampleJson = input.Value.Json,
            });
            _ofSnippet.Add(input.Name);
        }

        if (snippet.Outputs.Count > 0)
        {
            _function = InTurn(snippet.Outputs);
            _returnsSamples = true;
        }
    }

    private static EmulatedInputKind KindOf(SnippetKind kind) => kind switch
    {
        SnippetKind.Text => EmulatedInputKind.Text,
        SnippetKind.Array => EmulatedInputKind.Array,
        SnippetKind.Number => EmulatedInputKind.Number,
        SnippetKind.Boolean => EmulatedInputKind.Boolean,
        SnippetKind.Object => EmulatedInputKind.Object,
        _ => EmulatedInputKind.Any,
    };

    private static WorkflowFunction InTurn(IReadOnlyList<DeployedOutput> outputs)
    {
        int next = -1;
        return (_, _) =>
        {
            DeployedOutput output = outputs[(int)((uint)Interlocked.Increment(ref next) % (uint)outputs.Count)];
            return output.Error is null
                ? Task.FromResult(output.Output?.DeepClone())
                : throw new EmulatedRunFailureException(output.Error, output.ErrorCode);
        };
    }

    private string SampleName => _snippet is null
        ? "<name>.fetchhive.output.json"
        : $"{System.IO.Path.GetFileName(_snippet.Name.Stem)}.fetchhive.output.json";

    private Task<JsonNode?> WithoutSample(JsonObject inputs, CancellationToken cancellationToken) => throw new EmulatedRunFailureException(
        $"The emulator doesn't know what a run of {this} yields: save an output, as JSON, as {SampleName} beside the snippet.");
}
