using System;
using System.CommandLine;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Commands;

/// <summary>The shared part of all commands: their output, and how they end.</summary>
internal abstract class ToolCommand : Command
{
    /// <summary>An option of every command.</summary>
    public static readonly Option<bool> AsJson = new("--json")
    {
        Description = "Print results as JSON, and nothing else to standard output.",
        Recursive = true,
    };

    protected ToolCommand(string name, string description, Terminal terminal, Interruption interruption)
        : base(name, description)
    {
        Interruption = interruption;
        SetAction((parsed, _) => RunAsync(parsed, parsed.GetValue(AsJson) ? terminal.ForJson() : terminal));
    }

    protected Interruption Interruption { get; }

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> ExecuteAsync(ParseResult parsed, Terminal terminal);

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal)
    {
        try
        {
            return await ExecuteAsync(parsed, terminal).ConfigureAwait(false);
        }
        catch (CommandException exception)
        {
            return Failure.Report(terminal, exception.Message, exception.ExitCode);
        }
        catch (OperationCanceledException) when (Interruption.Token.IsCancellationRequested)
        {
            return Failure.Report(terminal, "The command was interrupted.", Interruption.ExitCode);
        }
    }
}
