using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using FetchHive.Tool.Calling;

namespace FetchHive.Tool.Batches;

/// <summary>Counts the outcomes of rows, and their reasons.</summary>
internal sealed class BatchTotals
{
    private const int MaxShownKeys = 20;

    private readonly Dictionary<(BatchOutcome Outcome, string Reason, string? Code), FailureGroup> _groups = [];

    public long Succeeded { get; private set; }

    public long Failed { get; private set; }

    public long NotRun { get; private set; }

    public long InDoubt { get; private set; }

    /// <summary>How many outcomes came from the journal, without a call.</summary>
    public long Replayed { get; private set; }

    public long Ended => Succeeded + Failed + NotRun + InDoubt;

    /// <summary>The failures by reason, the most frequent first.</summary>
    public IReadOnlyList<FailureGroup> Groups =>
        [.. _groups.Values.OrderBy(group => group.Outcome).ThenByDescending(group => group.Count).ThenBy(group => group.First[0].Number)];

    /// <summary>Whether there is a failed run with a recorded response: the next round reports it again.</summary>
    public bool HasKeptFailures => _groups.Values.Any(group => group.Outcome == BatchOutcome.Failed);

    /// <summary>Whether a row's inputs differ from those of its recorded response.</summary>
    public bool HasChanged => _groups.Keys.Any(key => key.Reason == "changed");

    /// <summary>Counts a row.</summary>
    public void Add(BatchResult<BatchRow, WorkflowRun<JsonElement>> result)
    {
        Replayed += result.IsReplayed ? 1 : 0;
        switch (result.Outcome)
        {
            case BatchOutcome.Succeeded:
                Succeeded++;
                return;
            case BatchOutcome.Failed:
                Failed++;
                break;
            case BatchOutcome.InDoubt:
                InDoubt++;
                break;
            default:
                NotRun++;
                break;
        }

        Exception error = result.Error!;
        (BatchOutcome, string, string?) key = (result.Outcome, FailureReasons.TypeOf(error), ErrorTypes.CodeOf(error));
        if (!_groups.TryGetValue(key, out FailureGroup? group))
        {
            _groups.Add(key, group = new FailureGroup(result.Outcome, key.Item2, key.Item3, FailureMessages.Of(error)));
        }

        group.Count++;
        if (group.First.Count < MaxShownKeys)
        {
            group.First.Add((result.Row.Number, result.Row.Key));
        }
    }
}

/// <summary>Rows with the same kind of failure.</summary>
/// <param name="Outcome">Their outcome.</param>
/// <param name="Reason">The kind of failure.</param>
/// <param name="Code">The service's code; <see langword="null"/> when there is none.</param>
/// <param name="Example">The message of the first.</param>
internal sealed record FailureGroup(BatchOutcome Outcome, string Reason, string? Code, string Example)
{
    public long Count { get; set; }

    /// <summary>The numbers and keys of the rows that ended first.</summary>
    public List<(long Number, string Key)> First { get; } = [];
}
