using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Tool.Checking;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;
using Spectre.Console;

namespace FetchHive.Tool.Commands;

/// <summary><c>fetchhive check</c>: checks the snippets of a folder.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly Argument<string> _folder = SharedArguments.Folder();

    private readonly Option<bool> _strict = new("--strict") { Description = "Warnings fail the check too." };

    public CheckCommand(Terminal terminal, Interruption interruption)
        : base("check", "Report what is wrong with the snippets and samples of a folder and the folders in it.", terminal, interruption)
    {
        Add(_folder);
        Add(_strict);
    }

    protected override async Task<int> ExecuteAsync(ParseResult parsed, Terminal terminal)
    {
        string folder = terminal.FullPath(parsed.GetValue(_folder)!);
        CheckResult result = await FolderCheck.RunAsync(folder, terminal, Interruption.Token).ConfigureAwait(false);
        int errors = result.Findings.Count(finding => finding.IsError);
        int warnings = result.Findings.Count - errors;
        if (terminal.IsJson)
        {
            terminal.WriteJson(new JsonArray([.. result.Findings.Select(finding => ToJson(finding, terminal))]));
        }
        else
        {
            foreach (Finding finding in result.Findings)
            {
                terminal.WriteLine(finding.ToLine(terminal.ShownPath(finding.Path)), finding.IsError ? Color.Red : Color.Yellow);
            }
        }

        terminal.Say($"{Count(result.Snippets, "snippet")}, {Count(errors, "error")}, {Count(warnings, "warning")}.");
        return errors > 0 || (warnings > 0 && parsed.GetValue(_strict)) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static JsonObject ToJson(Finding finding, Terminal terminal) => new()
    {
        ["file"] = terminal.ShownPath(finding.Path),
        ["line"] = finding.Line,
        ["column"] = finding.Column,
        ["severity"] = finding.Severity,
        ["rule"] = finding.Rule,
        ["message"] = finding.Message,
    };

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
