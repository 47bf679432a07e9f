using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive;

namespace CallbackReceiver;

/// <summary>What is known about one run.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Status">Its status.</param>
/// <param name="Topic">What it was started with; null if its callback came before the response to its start.</param>
/// <param name="Started">When it was started.</param>
/// <param name="Result">Its output.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="TimesHandled">How often the handler was called for it.</param>
internal sealed record RunRow(
    string RequestId,
    RunStatus Status,
    string? Topic,
    DateTimeOffset Started,
    Brief? Result = null,
    string? Error = null,
    int TimesHandled = 0)
{
    public bool IsUnderWay => TimesHandled == 0;
}

/// <summary>The newest runs, in memory. A real application has a table for this.</summary>
internal sealed class RunBoard
{
    private const int Capacity = 100;

    private readonly object _gate = new();
    private readonly List<RunRow> _rows = [];

    public void Start(AcceptedRun<Brief> run, string topic)
    {
        lock (_gate)
        {
            // If the callback has already arrived, its status is newer.
            int index = Find(run.RequestId);
            _rows[index] = _rows[index] with { Topic = topic, Status = _rows[index].IsUnderWay ? run.Status : _rows[index].Status };
        }
    }

    public void Finish(WorkflowCallback<Brief> callback)
    {
        lock (_gate)
        {
            int index = Find(callback.RequestId);
            RunRow row = _rows[index] with { Status = callback.Status, TimesHandled = _rows[index].TimesHandled + 1 };
            _rows[index] = callback switch
            {
                CompletedWorkflowCallback<Brief> completed => row with { Result = completed.Output },
                FailedWorkflowCallback<Brief> failed => row with { Error = failed.Error ?? "The service gave no reason." },
                UnreadableWorkflowCallback<Brief> unreadable => row with { Error = $"Its output can't be read: {unreadable.OutputText}" },
                _ => row,
            };
        }
    }

    public IReadOnlyList<RunRow> Newest()
    {
        lock (_gate)
        {
            return [.. _rows.AsEnumerable().Reverse()];
        }
    }

    private int Find(string requestId)
    {
        int index = _rows.FindIndex(row => row.RequestId == requestId);
        if (index >= 0)
        {
            return index;
        }

        if (_rows.Count == Capacity)
        {
            _rows.RemoveAt(0);
        }

        _rows.Add(new RunRow(requestId, RunStatus.Running, Topic: null, DateTimeOffset.Now));
        return _rows.Count - 1;
    }
}
