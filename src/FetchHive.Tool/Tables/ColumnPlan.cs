using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using FetchHive.Generators.Text;
using FetchHive.Tool.Inputs;

namespace FetchHive.Tool.Tables;

/// <summary>Matches columns to inputs, and reports everything that doesn't fit.</summary>
internal sealed class ColumnPlan
{
    private readonly InputSet _inputs;
    private readonly Table _table;
    private readonly List<string> _problems = [];
    private readonly List<InputColumn> _columns = [];
    private readonly HashSet<int> _used = [];

    private ColumnPlan(InputSet inputs, Table table)
    {
        _inputs = inputs;
        _table = table;
    }

    /// <summary>The inputs that have a column.</summary>
    public IReadOnlyList<InputColumn> Columns => _columns;

    /// <summary>The column of keys; <see langword="null"/> when rows are identified by their numbers.</summary>
    public int? Key { get; private set; }

    /// <summary>What is wrong with the columns.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The columns that no input uses.</summary>
    public IEnumerable<string> Unused => Free().Where(i => i != Key).Select(i => _table.Columns[i]);

    /// <summary>Matches columns to inputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="table">The table.</param>
    /// <param name="maps">Texts such as <c>topic=Subject</c>.</param>
    /// <param name="given">The inputs whose value is the same in all rows.</param>
    /// <param name="key">The name of the column of keys.</param>
    public static ColumnPlan Make(
        InputSet inputs, Table table, IReadOnlyList<string> maps, IReadOnlyDictionary<string, JsonNode?> given, string? key)
    {
        ColumnPlan plan = new(inputs, table);
        if (key is not null)
        {
            plan.Key = plan.Find(key, $"--key {key}");
        }

        plan.TakeMaps(maps, given);
        foreach (SnippetInput input in inputs.All.Where(input => !given.ContainsKey(input.Name) && !plan.Gives(input.Name)))
        {
            plan.Match(input);
        }

        if (inputs.All.Count == 0)
        {
            plan.TakeAll(given);
        }

        return plan;
    }

    /// <summary>Whether an input has a column.</summary>
    public bool Gives(string input) => _columns.Exists(column => column.Input.Name == input);

    private void TakeMaps(IReadOnlyList<string> maps, IReadOnlyDictionary<string, JsonNode?> given)
    {
        foreach (string map in maps)
        {
            int sign = map.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? map : map[..sign];
            SnippetInput? input = _inputs.Find(name);
            string? problem = sign <= 0 ? "write it as input=column, such as --map topic=Subject"
                : input is null ? _inputs.WhyUnknown(name)
                : given.ContainsKey(name) ? $"'{name}' is also given for all rows by -i; leave one out"
                : Gives(input.Name) ? $"'{name}' is mapped twice"
                : null;
            if (problem is not null)
            {
                _problems.Add($"--map {map}: {problem}");
            }
            else if (Find(map[(sign + 1)..], $"--map {map}") is { } column)
            {
                Take(input!, column);
            }
        }
    }

    private int? Find(string name, string source)
    {
        int[] found = [.. Indexes().Where(i => _table.Columns[i] == name)];
        if (found.Length == 0)
        {
            found = [.. Indexes().Where(i => NearNames.Distance(_table.Columns[i], name) == 0)];
        }

        if (found.Length == 1)
        {
            return found[0];
        }

        _problems.Add(found.Length > 1
            ? $"{source}: {_table.Name} has several columns '{name}'; rename all but one."
            : $"{source}: {_table.Name} has no column '{name}'; it has {Names(Indexes())}.");
        return null;
    }

    private void Match(SnippetInput input)
    {
        int[] same = [.. Free().Where(i => _table.Columns[i] == input.Name)];
        if (same.Length == 0)
        {
            same = [.. Free().Where(i => NearNames.Distance(_table.Columns[i], input.Name) == 0)];
        }

        if (same.Length == 1)
        {
            Take(input, same[0]);
            return;
        }

        if (same.Length > 1)
        {
            _problems.Add(
                $"Several columns are named like the input '{input.Name}': {Names(same)}. Choose one with --map {input.Name}=….");
            return;
        }

        string? near = NearNames.Find(input.Name, Free().Select(i => _table.Columns[i]).Where(IsNoInput));
        if (near is not null)
        {
            _problems.Add(
                $"No column is named '{input.Name}', but '{near}' is similar: map it with --map {Quoted(input.Name, near)}, or rename it.");
        }
        else if (!input.IsOptional)
        {
            _problems.Add(
                $"No column is named like the input '{input.Name}': map one with --map {input.Name}=…, or give one value for all rows with "
                + $"-i {input.Name}=…. {_table.Name} has {Names(Free())}.");
        }
    }

    /// <summary>If the snippet has no <c>inputs</c>, each column is an input.</summary>
    private void TakeAll(IReadOnlyDictionary<string, JsonNode?> given)
    {
        foreach (int column in Free().ToArray())
        {
            string name = _table.Columns[column];
            if (column != Key && !given.ContainsKey(name) && _inputs.Find(name) is { } input)
            {
                Take(input, column);
            }
        }
    }

    private void Take(SnippetInput input, int column)
    {
        if (_table.Columns.Count(name => name == _table.Columns[column]) > 1)
        {
            _problems.Add($"{_table.Name} has several columns '{_table.Columns[column]}'; rename all but one.");
        }

        _used.Add(column);
        _columns.Add(new InputColumn(input, column, _table.Columns[column]));
    }

    private bool IsNoInput(string column) => !_inputs.All.Any(input => input.Name == column);

    private IEnumerable<int> Indexes() => Enumerable.Range(0, _table.Columns.Count).Where(i => _table.Columns[i].Length > 0);

    private IEnumerable<int> Free() => Indexes().Where(i => !_used.Contains(i));

    private string Names(IEnumerable<int> columns) =>
        columns.Any() ? string.Join(", ", columns.Select(i => $"'{_table.Columns[i]}'")) : "no other column";

    private static string Quoted(string input, string column) =>
        column.Contains(' ', StringComparison.Ordinal) ? $"\"{input}={column}\"" : $"{input}={column}";
}

/// <summary>An input and the column that gives its values.</summary>
/// <param name="Input">The input.</param>
/// <param name="Column">The column's position, from 0.</param>
/// <param name="Name">The column's name.</param>
internal sealed record InputColumn(SnippetInput Input, int Column, string Name);
