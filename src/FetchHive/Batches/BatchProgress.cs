using System;
using System.Globalization;
using System.Text;

namespace FetchHive;

/// <summary>The progress of a batch.</summary>
public sealed class BatchProgress
{
    /// <summary>Creates a progress, for tests of code that shows it.</summary>
    /// <param name="done">How many rows succeeded.</param>
    /// <param name="failed">How many rows failed or weren't run.</param>
    /// <param name="inDoubt">How many rows are in doubt.</param>
    /// <param name="replayed">How many rows got their response from the journal.</param>
    /// <param name="total">How many rows there are.</param>
    /// <param name="perMinute">How many rows are called in a minute.</param>
    public BatchProgress(long done, long failed, long inDoubt, long replayed, long? total, double perMinute)
    {
        Done = done;
        Failed = failed;
        InDoubt = inDoubt;
        Replayed = replayed;
        Total = total;
        PerMinute = perMinute;
    }

    /// <summary>How many rows succeeded, recorded ones included.</summary>
    public long Done { get; }

    /// <summary>How many rows failed or weren't run.</summary>
    public long Failed { get; }

    /// <summary>How many rows are in doubt.</summary>
    public long InDoubt { get; }

    /// <summary>How many of these rows got their response from the journal and not from the service.</summary>
    public long Replayed { get; }

    /// <summary>How many rows there are; <see langword="null"/> when it isn't known.</summary>
    public long? Total { get; }

    /// <summary>How many rows were called in a minute, on average since the first call of this round; 0 before one has ended.</summary>
    public double PerMinute { get; }

    /// <summary>How many rows have a result.</summary>
    public long Ended => Done + Failed + InDoubt;

    /// <summary>
    /// How long the rest will take at this pace; <see langword="null"/> when the total or the pace isn't known, or it is beyond a year.
    /// </summary>
    public TimeSpan? Remaining
    {
        get
        {
            double minutes = Total is { } total && PerMinute > 0 ? Math.Max(0, total - Ended) / PerMinute : double.MaxValue;
            return minutes <= TimeSpan.FromDays(365).TotalMinutes ? TimeSpan.FromMinutes(minutes) : null;
        }
    }

    /// <summary>One line: <c>120 of 2000 done, 3 failed, 1 in doubt, 31.2 per minute, 01:00:09 left</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.AppendFormat(CultureInfo.InvariantCulture, Total is null ? "{0} done" : "{0} of {1} done", Done, Total);
        if (Failed > 0)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, ", {0} failed", Failed);
        }

        if (InDoubt > 0)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, ", {0} in doubt", InDoubt);
        }

        if (PerMinute > 0)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, ", {0:0.#} per minute", PerMinute);
        }

        if (Remaining is { } remaining)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, ", {0:c} left", TimeSpan.FromSeconds(Math.Ceiling(remaining.TotalSeconds)));
        }

        return text.ToString();
    }
}
