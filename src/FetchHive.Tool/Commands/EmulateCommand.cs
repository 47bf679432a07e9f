using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Emulating;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Commands;

/// <summary><c>fetchhive emulate</c>: serves the snippets of a folder.</summary>
internal sealed class EmulateCommand : ToolCommand
{
    private const int DefaultPort = 8787;

    private readonly Argument<string> _folder = SharedArguments.Folder();

    private readonly Option<int> _port = Numbers.Option(
        "--port", "The port. 0 picks a free one.", DefaultPort, least: 0, most: 65_535);

    private readonly Option<double> _fail = new("--fail")
    {
        Description = "The share of runs that fail by chance: 0.1 is one in ten.",
        HelpName = "share",
        CustomParser = ReadShare,
    };

    private readonly Option<string[]> _faults = new("--fault")
    {
        Description = "What happens to the runs that --fail picks. Default: failed-run.",
        HelpName = "what",
    };

    private readonly Option<int?> _seed = new("--seed")
    {
        Description = "Makes --fail pick the same calls each time.",
        HelpName = "number",
    };

    private readonly Option<TimeSpan> _delay = Durations.Option(
        "--delay", "The minimum time of each run.", TimeSpan.Zero, most: TimeSpan.FromHours(24));

    private readonly Option<bool> _otherMachines = new("--other-machines")
    {
        Description = "Let other machines connect. Use it in containers, with the port published on this machine only.",
    };

    public EmulateCommand(Terminal terminal, Interruption interruption)
        : base("emulate", "Serve the snippets of a folder as the service would, for programs in any language.", terminal, interruption)
    {
        _faults.AcceptOnlyFromAmong("failed-run", "server-error", "concurrency-limit", "lost-response", "all");
        Add(_folder);
        foreach (Option option in (Option[])[_port, _fail, _faults, _seed, _delay, _otherMachines])
        {
            Add(option);
        }

        Validators.Add(Require);
    }

    protected override async Task<int> ExecuteAsync(ParseResult parsed, Terminal terminal)
    {
        EmulatorFaults faults = new()
        {
            Chance = parsed.GetValue(_fail),
            Kinds = KindsOf(parsed.GetValue(_faults) ?? []),
            Delay = parsed.GetValue(_delay),
            Seed = parsed.GetValue(_seed),
        };
        EmulatorSettings settings = new(
            terminal.FullPath(parsed.GetValue(_folder)!), parsed.GetValue(_port), parsed.GetValue(_otherMachines), faults);
        await EmulatorHost.ServeAsync(settings, terminal, Interruption.Token).ConfigureAwait(false);

        // Only an interruption ends it, so that is a success.
        return ExitCodes.Done;
    }

    private static EmulatorFaultKinds KindsOf(string[] names) => names.Length == 0
        ? EmulatorFaultKinds.FailedRun
        : names.Aggregate(EmulatorFaultKinds.None, (all, name) => all | KindOf(name));

    private static EmulatorFaultKinds KindOf(string name) => name switch
    {
        "server-error" => EmulatorFaultKinds.ServerError,
        "concurrency-limit" => EmulatorFaultKinds.ConcurrencyLimit,
        "lost-response" => EmulatorFaultKinds.LostResponse,
        "all" => EmulatorFaultKinds.All,
        _ => EmulatorFaultKinds.FailedRun,
    };

    private static double ReadShare(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share <= 1)
        {
            return share;
        }

        argument.AddError($"--fail '{text}': write a share from 0 to 1, such as 0.1 for one run in ten.");
        return 0;
    }

    private void Require(CommandResult result)
    {
        if (result.GetResult(_faults) is { Implicit: false } && result.GetResult(_fail) is not { Implicit: false })
        {
            result.AddError("--fault says what happens to the runs that --fail picks. Add --fail.");
        }
    }
}
