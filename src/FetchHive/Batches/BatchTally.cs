using System;
using System.Globalization;

namespace FetchHive;

/// <summary>Counts outcomes and reports them to the caller's <see cref="BatchOptions.Progress"/>.</summary>
internal sealed class BatchTally(BatchOptions options)
{
    // Thousands of recorded rows may come per second.
    private static readonly TimeSpan BetweenReplays = TimeSpan.FromMilliseconds(100);

    private readonly long _started = options.Time.GetTimestamp();
    private long _lastReport;
    private long _done;
    private long _failed;
    private long _inDoubt;
    private long _replayed;
    private long _called;
    private bool _isReported;

    public long Ended => _done + _failed + _inDoubt;

    public void Add(in RowEnd end)
    {
        _isReported = false;
        _replayed += end.IsReplayed ? 1 : 0;
        _called += end.IsCalled ? 1 : 0;
        switch (end.Outcome)
        {
            case BatchOutcome.Succeeded:
                _done++;
                break;
            case BatchOutcome.InDoubt:
                _inDoubt++;
                break;
            default:
                _failed++;
                break;
        }
    }

    /// <summary>Reports a row: always if it was called, and only at intervals if it was recorded.</summary>
    public void Report(in RowEnd end)
    {
        if (options.Progress is null)
        {
            return;
        }

        long now = options.Time.GetTimestamp();
        if (end.IsCalled || options.Time.GetElapsedTime(_lastReport, now) >= BetweenReplays)
        {
            _lastReport = now;
            Report(options.Progress);
        }
    }

    /// <summary>Reports the end, unless the last row was reported.</summary>
    public void ReportLast()
    {
        if (options.Progress is { } progress && !_isReported)
        {
            Report(progress);
        }
    }

    public BatchStoppedException Stopped(string reason, Exception? failure, string path) => new(
        string.Format(
            CultureInfo.InvariantCulture,
            "The batch stopped after {0} rows ({1} succeeded, {2} failed or not run, {3} in doubt): {4} Fix the cause and run the "
                + "batch again "
                + "with the same journal ({5}): it continues.",
            Ended,
            _done,
            _failed,
            _inDoubt,
            reason,
            path),
        failure);

    private void Report(IProgress<BatchProgress> progress)
    {
        _isReported = true;
        double minutes = options.Time.GetElapsedTime(_started).TotalMinutes;
        progress.Report(new BatchProgress
        {
            Done = _done,
            Failed = _failed,
            InDoubt = _inDoubt,
            Replayed = _replayed,
            Total = options.Total,
            PerMinute = _called > 0 && minutes > 0 ? _called / minutes : 0,
        });
    }
}
