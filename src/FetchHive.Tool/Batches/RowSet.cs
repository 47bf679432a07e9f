using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using FetchHive.Tool.Inputs;
using FetchHive.Tool.Tables;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Batches;

/// <summary>The rows of a table, with the inputs to send.</summary>
internal sealed class RowSet(Table table, ColumnPlan plan, IReadOnlyDictionary<string, JsonNode?> given)
{
    private const int MaxKeyLength = 1024;
    private const int MaxProblems = 100;

    /// <summary>How many rows there are. It is known after the check.</summary>
    public long Count { get; private set; }

    /// <summary>Checks every cell before the first call.</summary>
    /// <returns>The problems. If there are very many, only the first ones and a line with the number of the others.</returns>
    public IReadOnlyList<string> Check()
    {
        List<string> problems = [];
        long found = 0;
        Dictionary<string, long> keys = new(StringComparer.Ordinal);
        Count = 0;
        foreach (TableRow row in table.Rows())
        {
            Count++;
            foreach (string problem in ProblemsOf(row, keys))
            {
                if (++found <= MaxProblems)
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"{table.Name}({row.Line}): {problem}"));
                }
            }
        }

        if (found > MaxProblems)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"… and {found - MaxProblems} more like these."));
        }

        return problems;
    }

    /// <summary>Reads the rows again.</summary>
    /// <exception cref="CommandException">The table has changed since it was checked.</exception>
    public IEnumerable<BatchRow> Rows()
    {
        foreach (TableRow row in table.Rows())
        {
            JsonObject inputs = [];
            foreach ((string name, JsonNode? value) in given)
            {
                Add(inputs, name, value?.DeepClone());
            }

            foreach (InputColumn column in plan.Columns)
            {
                InputValue value = row.Read(column.Column, column.Input);
                if ((row.Problem ?? value.Problem) is { } problem)
                {
                    throw new CommandException(string.Create(
                        CultureInfo.InvariantCulture, $"{table.Name}({row.Line}): {problem}. The table was changed during the batch."));
                }

                Add(inputs, column.Input.Name, value.Node);
            }

            yield return new BatchRow(row.Number, KeyOf(row), inputs);
        }
    }

    private static void Add(JsonObject inputs, string name, JsonNode? value)
    {
        if (value is not null)
        {
            inputs[name] = value;
        }
    }

    private IEnumerable<string> ProblemsOf(TableRow row, Dictionary<string, long> keys)
    {
        if (row.Problem is { } wrong)
        {
            yield return wrong;
            yield break;
        }

        foreach (InputColumn column in plan.Columns)
        {
            if (row.Read(column.Column, column.Input).Problem is { } problem)
            {
                yield return $"column '{column.Name}': {problem}";
            }
        }

        if (plan.Key is { } keyColumn)
        {
            string key = row.TextOf(keyColumn);
            if (string.IsNullOrWhiteSpace(key) || key.Length > MaxKeyLength)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"the key is empty, or longer than {MaxKeyLength} characters; give each row its own key");
            }
            else if (!keys.TryAdd(key, row.Line))
            {
                string shown = TerminalText.OneLine(key, 60);
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"the key '{shown}' is also that of line {keys[key]}; give each row its own key");
            }
        }
    }

    private string KeyOf(TableRow row) =>
        plan.Key is { } column ? row.TextOf(column) : row.Number.ToString(CultureInfo.InvariantCulture);
}
