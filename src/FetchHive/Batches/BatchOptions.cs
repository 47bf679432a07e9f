using System;
using System.Threading;

namespace FetchHive;

/// <summary>The settings of a batch (<see cref="WorkflowBatch"/>). They are read once, when the batch is created.</summary>
public sealed class BatchOptions
{
    /// <summary>Creates settings with the defaults.</summary>
    /// <param name="journal">The path of the journal. The file is created if it doesn't exist; its folder must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="journal"/> is null, empty or white space.</exception>
    public BatchOptions(string journal)
    {
        if (string.IsNullOrWhiteSpace(journal))
        {
            throw new ArgumentException(
                "The journal's path is null, empty or white space. Name a file that only this batch uses, such as briefs.jsonl.",
                nameof(journal));
        }

        Journal = journal;
    }

    /// <summary>
    /// The path of the journal, which records requests and responses. A journal belongs to one deployment at one address, and to one batch
    /// at a time. It contains outputs, so only the owner can read a journal that the batch creates.
    /// </summary>
    public string Journal { get; }

    /// <summary>
    /// How many rows may be in progress at the same time, including results that haven't been read yet. The default is 3; between 1 and
    /// 10,000. The client's <see cref="FetchHiveOptions.MaxConcurrency"/> applies too.
    /// </summary>
    public int Concurrency { get; set; } = 3;

    /// <summary>
    /// The number of rows, for <see cref="BatchProgress.Total"/>. It must not be negative. The default is null: the count if the rows are a
    /// collection, otherwise unknown.
    /// </summary>
    public long? Total { get; set; }

    /// <summary>
    /// Receives the progress before each result is returned, but not for every recorded result. The default is null: no reports.
    /// </summary>
    public IProgress<BatchProgress>? Progress { get; set; }

    /// <summary>
    /// What to do with a row that was sent in an earlier round and has no recorded response. It may have run and been charged for. The
    /// default is <see cref="InDoubtRows.Report"/>.
    /// </summary>
    public InDoubtRows InDoubt { get; set; }

    /// <summary>
    /// What to do with a row whose inputs differ from those of the recorded response. The default is <see cref="ChangedRows.Refuse"/>.
    /// </summary>
    public ChangedRows Changed { get; set; }

    /// <summary>
    /// What to do with a row whose recorded response says that the run failed. The run was charged for. The default is
    /// <see cref="FailedRuns.Keep"/>.
    /// </summary>
    public FailedRuns Failed { get; set; }

    /// <summary>
    /// How many consecutive rows may fail, be in doubt or not be run before the batch stops. Recorded responses don't count. The default is
    /// 10; at least 1, or null for no limit. An error that would fail every row always stops the batch at once: 401, 402, 403, 404, a
    /// credit cap, the daily cap, and a function that makes no call or a call with callback delivery.
    /// </summary>
    public int? MaxFailuresInARow { get; set; } = 10;

    /// <summary>
    /// How long a batch that ends early waits for calls that were sent, before it cancels them. The default is
    /// <see cref="Timeout.InfiniteTimeSpan"/>: as long as <see cref="FetchHiveOptions.Timeout"/> allows, because their runs are charged
    /// for. Otherwise between zero and 24 days. Rows that weren't sent are cancelled at once.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>The clock. Tests replace it.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Opens the journal's file. Tests replace it.</summary>
    internal Func<string, JournalFile> OpenFile { get; set; } = JournalFile.Open;

    /// <summary>Checks the settings and copies them.</summary>
    internal BatchOptions Copy()
    {
        Check(Concurrency is >= 1 and <= 10_000, nameof(Concurrency), Concurrency, "between 1 and 10,000");
        Check(Total is null or >= 0, nameof(Total), Total, "null, or not negative");
        Check(MaxFailuresInARow is null or >= 1, nameof(MaxFailuresInARow), MaxFailuresInARow, "null, or at least 1");
        Check(
            DrainTimeout == Timeout.InfiniteTimeSpan || (DrainTimeout >= TimeSpan.Zero && DrainTimeout <= TimeSpan.FromDays(24)),
            nameof(DrainTimeout),
            DrainTimeout,
            "between zero and 24 days, or Timeout.InfiniteTimeSpan");
        Check(InDoubt is InDoubtRows.Report or InDoubtRows.Again, nameof(InDoubt), InDoubt, "a value of InDoubtRows");
        Check(
            Changed is ChangedRows.Refuse or ChangedRows.Again or ChangedRows.KeepRecorded, nameof(Changed), Changed, "a value of "
                + "ChangedRows");
        Check(Failed is FailedRuns.Keep or FailedRuns.Again, nameof(Failed), Failed, "a value of FailedRuns");
        return (BatchOptions)MemberwiseClone();
    }

    private static void Check(bool isAllowed, string setting, object? value, string rule)
    {
        if (!isAllowed)
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"BatchOptions.{setting} is {value}. It must be {rule}.");
        }
    }
}
