using System;
using System.Globalization;
using System.Text;

namespace FetchHive;

/// <summary>The progress of a batch.</summary>
public sealed class BatchProgress
{
    /// <summary>The number of rows that succeeded, including recorded ones.</summary>
    public long Done { get; init; }

    /// <summary>The number of rows that failed or weren't run.</summary>
    public long Failed { get; init; }

    /// <summary>The number of rows in doubt.</summary>
    public long InDoubt { get; init; }

    /// <summary>The number of these rows whose response came from the journal and not from the service.</summary>
    public long Replayed { get; init; }

    /// <summary>The number of all rows; <see langword="null"/> if it isn't known.</summary>
    public long? Total { get; init; }

    /// <summary>The average number of rows called per minute in this round; 0 before the first call has ended.</summary>
    public double PerMinute { get; init; }

    /// <summary>The number of rows that have a result.</summary>
    public long Ended => Done + Failed + InDoubt;

    /// <summary>
    /// The estimated remaining time at this pace; <see langword="null"/> if the total or the pace isn't known, or if it is more than a
    /// year.
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
