using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Tool.Batches;
using FetchHive.Tool.Calling;
using FetchHive.Tool.Inputs;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Tables;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Commands;

/// <summary><c>fetchhive batch</c>: a call for each row of a table.</summary>
internal sealed class BatchCommand : ToolCommand
{
    private const string Failed = "failed";
    private const string InDoubt = "in-doubt";
    private const string Changed = "changed";

    private readonly Argument<string> _snippet = SharedArguments.Snippet();

    private readonly Argument<string> _table = new("table")
    {
        Description = "The table: CSV whose first line names the columns, or JSON Lines (.jsonl).",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "The file for the results, as JSON Lines. The journal is kept beside it.",
        HelpName = "results.jsonl",
        Required = true,
    };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "The column of an input, if their names differ.",
        HelpName = "input=column",
    };

    private readonly Option<string[]> _input = SharedArguments.Input("An input that is the same in all rows.");

    private readonly Option<string?> _key = new("--key")
    {
        Description = "The column whose text identifies a row and doesn't change. Default: the row's number.",
        HelpName = "column",
    };

    private readonly Option<string[]> _again = new("--again")
    {
        Description = "Call again the rows that are recorded as failed, in-doubt or changed. The first two may be charged for twice.",
        HelpName = "which",
    };

    private readonly Option<int> _concurrency = Numbers.Option(
        "--concurrency", "How many calls may be under way at once. Set it to what the plan allows.", value: 3, least: 1, most: 10_000);

    private readonly Option<int> _maxFailures = Numbers.Option(
        "--max-failures", "How many consecutive rows may fail before the batch stops.", value: 10, least: 1, most: 1_000_000);

    private readonly CallOptions _call = new();

    public BatchCommand(Terminal terminal, Interruption interruption)
        : base("batch", "Call a deployment for each row of a table. Run it again to continue where it stopped.", terminal, interruption)
    {
        _again.AcceptOnlyFromAmong(Failed, InDoubt, Changed);
        Add(_snippet);
        Add(_table);
        foreach (Option option in (Option[])[_out, _map, _input, _key, _again, _concurrency, _maxFailures])
        {
            Add(option);
        }

        _call.AddTo(this);
    }

    protected override async Task<int> ExecuteAsync(ParseResult parsed, Terminal terminal)
    {
        SnippetOnDisk snippet = SnippetLoader.Load(parsed.GetRequiredValue(_snippet), _call.VariantOf(parsed), terminal);
        InputSet inputs = new(snippet);
        Dictionary<string, JsonNode?> given = inputs.Read(file: null, parsed.GetValue(_input) ?? [], terminal);
        Table table = Table.Open(parsed.GetRequiredValue(_table), terminal);
        BatchPaths paths = BatchPaths.Of(parsed.GetRequiredValue(_out), table, terminal);
        ColumnPlan plan = ColumnPlan.Make(inputs, table, parsed.GetValue(_map) ?? [], given, parsed.GetValue(_key));
        RowSet rows = new(table, plan, given);
        Check(plan, rows, table);
        Say(snippet, inputs, table, plan, rows, given, terminal);

        int concurrency = parsed.GetValue(_concurrency);
        HiveConnection connection = await HiveConnection.OpenAsync(
            _call.SettingsOf(parsed), snippet, concurrency, terminal, Interruption.Token).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            BatchRun run = new(snippet, rows, paths, OptionsOf(parsed, paths, concurrency));
            terminal.Say($"Calling {snippet.Deployment}, variant {snippet.Variant}, on {connection.Name}.");
            BatchEnd end = await run.ExecuteAsync(connection, terminal, Interruption).ConfigureAwait(false);
            if (end.Message is { } message)
            {
                terminal.Complain(message);
            }

            new BatchSummary(end, paths, CommandOf(parsed), terminal).Print();
            return end.ExitCode;
        }
    }

    private static void Check(ColumnPlan plan, RowSet rows, Table table)
    {
        IReadOnlyList<string> problems = [.. plan.Problems, .. rows.Check()];
        if (problems.Count > 0)
        {
            string all = string.Join(Environment.NewLine, problems);
            throw new CommandException($"{table.Name} doesn't fit the snippet. Nothing was called.{Environment.NewLine}{all}");
        }

        if (rows.Count == 0)
        {
            throw new CommandException($"{table.Name} has no rows.");
        }
    }

    private static void Say(
        SnippetOnDisk snippet, InputSet inputs, Table table, ColumnPlan plan, RowSet rows, Dictionary<string, JsonNode?> given,
        Terminal terminal)
    {
        IEnumerable<string> sources = plan.Columns
            .Select(column => column.Name == column.Input.Name ? column.Name : $"{column.Input.Name} (column '{column.Name}')")
            .Concat(given.Where(value => value.Value is not null).Select(value => $"{value.Key} (the same in all rows)"));
        terminal.Say($"{rows.Count} rows in {table.Name}. Inputs of {snippet.Deployment}: {string.Join(", ", sources)}.");
        if (string.Join(", ", inputs.All.Select(input => input.Name).Where(name => !given.ContainsKey(name) && !plan.Gives(name))) is
            { Length: > 0 } left)
        {
            terminal.Say($"Optional inputs that aren't sent: {left}.");
        }

        if (string.Join(", ", plan.Unused) is { Length: > 0 } unused)
        {
            terminal.Say($"Columns that aren't sent: {unused}.");
        }
    }

    private BatchOptions OptionsOf(ParseResult parsed, BatchPaths paths, int concurrency)
    {
        string[] again = parsed.GetValue(_again) ?? [];
        return new BatchOptions(paths.Journal)
        {
            Concurrency = concurrency,
            MaxFailuresInARow = parsed.GetValue(_maxFailures),
            Failed = again.Contains(Failed) ? FailedRuns.Again : FailedRuns.Keep,
            InDoubt = again.Contains(InDoubt) ? InDoubtRows.Again : InDoubtRows.Report,
            Changed = again.Contains(Changed) ? ChangedRows.Again : ChangedRows.Refuse,
        };
    }

    /// <summary>The command to continue with: the same one without <c>--again</c> and <c>--json</c>.</summary>
    private string CommandOf(ParseResult parsed)
    {
        List<string> words = ["fetchhive"];
        for (int i = 0; i < parsed.Tokens.Count; i++)
        {
            string word = parsed.Tokens[i].Value;
            if (parsed.Tokens[i].Type == TokenType.Option && word == _again.Name)
            {
                i++;
            }
            else if (word != AsJson.Name)
            {
                words.Add(word);
            }
        }

        return ShellWords.Join(words);
    }
}
