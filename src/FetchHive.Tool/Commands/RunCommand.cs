using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Tool.Calling;
using FetchHive.Tool.Inputs;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Commands;

/// <summary><c>fetchhive run</c>: one call.</summary>
internal sealed class RunCommand : ToolCommand
{
    private readonly Argument<string> _snippet = SharedArguments.Snippet();

    private readonly Option<string[]> _input = SharedArguments.Input("An input for this call. An array or an object is written as JSON.");

    private readonly Option<string?> _inputs = new("--inputs")
    {
        Description = "A file with inputs as a JSON object.",
        HelpName = "file.json",
    };

    private readonly Option<bool> _saveSample = new("--save-sample")
    {
        Description = "Save the output beside the snippet, as a sample of the deployment's outputs.",
    };

    private readonly CallOptions _call = new();

    public RunCommand(Terminal terminal, Interruption interruption)
        : base(
            "run",
            "Call a deployment once and print its output. Inputs that aren't given take their values from the snippet.",
            terminal,
            interruption)
    {
        Add(_snippet);
        Add(_input);
        Add(_inputs);
        Add(_saveSample);
        _call.AddTo(this);
    }

    protected override async Task<int> ExecuteAsync(ParseResult parsed, Terminal terminal)
    {
        SnippetOnDisk snippet = SnippetLoader.Load(parsed.GetRequiredValue(_snippet), _call.VariantOf(parsed), terminal);
        InputSet inputs = new(snippet);
        Dictionary<string, JsonNode?> given = inputs.Read(parsed.GetValue(_inputs), parsed.GetValue(_input) ?? [], terminal);
        SingleRun run = new(snippet, inputs.Fill(given), inputs.NotIn(given));
        HiveConnection connection = await HiveConnection.OpenAsync(
            _call.SettingsOf(parsed), snippet, maxConcurrency: null, terminal, Interruption.Token).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await run.ExecuteAsync(connection, parsed.GetValue(_saveSample), terminal, Interruption).ConfigureAwait(false);
        }
    }
}
