using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Batches;

/// <summary>Prints how a round ended: the counts, the failures by reason, the rows in doubt, and how to continue.</summary>
internal sealed class BatchSummary(BatchEnd end, BatchPaths paths, string command, Terminal terminal)
{
    private const int MaxExampleLength = 300;
    private const int MaxKeyLength = 40;

    private BatchTotals Totals => end.Totals;

    private bool CanGoOn => end.Left + Totals.NotRun > 0;

    public void Print()
    {
        if (terminal.IsJson)
        {
            terminal.WriteJson(ToJson());
            return;
        }

        TextWriter output = terminal.Out;
        output.WriteLine(Counts());
        PrintGroups(output, BatchOutcome.Failed, "Failed runs, which are charged for:");
        PrintGroups(output, BatchOutcome.NotRun, "Not run:");
        PrintGroups(output, BatchOutcome.InDoubt, "In doubt: sent, but no response is recorded. They may have run, and been charged for:");
        if (Totals.InDoubt > 0)
        {
            output.WriteLine("  Look for them in the dashboard's log history before you call them again: their metadata has 'batch_key'.");
        }

        output.WriteLine();
        output.WriteLine($"Results: {terminal.ShownPath(paths.Results)}");
        output.WriteLine($"Journal: {terminal.ShownPath(paths.Journal)}");
        foreach ((string what, string how) in NextSteps())
        {
            output.WriteLine();
            output.WriteLine(what + ":");
            output.WriteLine("  " + how);
        }
    }

    private string Counts()
    {
        List<string> parts = [$"{Number(Totals.Succeeded)} succeeded"];
        AddIfAny(parts, Totals.Failed, "failed");
        AddIfAny(parts, Totals.NotRun, "not run");
        AddIfAny(parts, Totals.InDoubt, "in doubt");
        AddIfAny(parts, end.Left, "left");
        string replayed = Totals.Replayed > 0 ? $" {Number(Totals.Replayed)} of them are from the journal." : "";
        return $"{Number(end.Rows)} rows: {string.Join(", ", parts)}.{replayed}";
    }

    private void PrintGroups(TextWriter output, BatchOutcome outcome, string title)
    {
        FailureGroup[] groups = [.. Totals.Groups.Where(group => group.Outcome == outcome)];
        if (groups.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        foreach (FailureGroup group in groups)
        {
            string code = group.Code is { } known ? $" ({TerminalText.WithoutControls(known)})" : "";
            output.WriteLine($"  {Number(group.Count)} × {group.Reason}{code}, {RowsOf(group)}");
            output.WriteLine("    " + TerminalText.OneLine(TerminalText.WithoutControls(group.Example), MaxExampleLength));
        }
    }

    private static string RowsOf(FailureGroup group)
    {
        string keys = string.Join(", ", group.First.Order().Select(row => TerminalText.OneLine(row.Key, MaxKeyLength)));
        string rest = group.Count > group.First.Count ? $" and {Number(group.Count - group.First.Count)} more" : "";
        return (group.Count == 1 ? "row " : "rows ") + keys + rest;
    }

    private IEnumerable<(string What, string How)> NextSteps()
    {
        if (CanGoOn)
        {
            yield return ("To continue", command);
        }

        if (Totals.InDoubt > 0)
        {
            yield return ("To call rows in doubt again, which may run them twice", command + " --again in-doubt");
        }

        if (Totals.HasKeptFailures)
        {
            yield return ("To call failed runs again, which charges for them again", command + " --again failed");
        }

        if (Totals.HasChanged)
        {
            yield return ("To call rows with changed inputs again", command + " --again changed");
        }
    }

    private JsonObject ToJson() => new()
    {
        ["rows"] = end.Rows,
        ["succeeded"] = Totals.Succeeded,
        ["failed"] = Totals.Failed,
        ["not_run"] = Totals.NotRun,
        ["in_doubt"] = Totals.InDoubt,
        ["left"] = end.Left,
        ["replayed"] = Totals.Replayed,
        ["failures"] = new JsonArray([.. Totals.Groups.Select(ToJson)]),
        ["results"] = terminal.ShownPath(paths.Results),
        ["journal"] = terminal.ShownPath(paths.Journal),
        ["message"] = end.Message,
        ["exit_code"] = end.ExitCode,
        ["go_on"] = CanGoOn ? command : null,
    };

    private static JsonNode ToJson(FailureGroup group) => new JsonObject
    {
        ["outcome"] = ResultLine.NameOf(group.Outcome),
        ["reason"] = group.Reason,
        ["error_code"] = group.Code,
        ["count"] = group.Count,
        ["first_rows"] = new JsonArray([.. group.First.Order().Select(row => JsonValue.Create(row.Number))]),
        ["first_keys"] = new JsonArray([.. group.First.Order().Select(row => JsonValue.Create(row.Key))]),
        ["example"] = group.Example,
    };

    private static void AddIfAny(List<string> parts, long count, string what)
    {
        if (count > 0)
        {
            parts.Add($"{Number(count)} {what}");
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
