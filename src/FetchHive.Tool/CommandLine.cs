using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Text;
using FetchHive.Tool.Commands;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool;

/// <summary>The whole command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, Interruption interruption)
    {
        RootCommand root = new("The command line for Fetch Hive workflows (unofficial).")
        {
            ToolCommand.AsJson,
            new RunCommand(terminal, interruption),
            new BatchCommand(terminal, interruption),
            new CheckCommand(terminal, interruption),
            new DeclareCommand(terminal, interruption),
            new EmulateCommand(terminal, interruption),
        };

        try
        {
            // Text that begins with @ doesn't name a response file. Without arguments, the help is shown.
            ParseResult parsed = root.Parse(
                arguments.Length == 0 ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
            {
                return Refuse(parsed, terminal);
            }

            InvocationConfiguration invocation = new()
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            terminal.Complain($"This is a bug in fetchhive itself. Please report it with these lines:\n{exception}");
            return ExitCodes.Fault;
        }
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        if (parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens is [var word, ..])
        {
            string[] names = [.. root.Subcommands.Select(static command => command.Name)];
            string advice = NearNames.Find(word, names) is { } near
                ? $"did you mean '{near}'?"
                : $"the commands are {string.Join(", ", names)}.";
            terminal.Complain($"There is no command '{word}'; {advice}");
        }
        else
        {
            foreach (ParseError error in parsed.Errors)
            {
                terminal.Complain(error.Message);
            }
        }

        string command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        terminal.Say($"'fetchhive {command}--help' shows how to use it.");
        return ExitCodes.Usage;
    }
}
