namespace FetchHive;

/// <summary>What to do with a row that was sent in an earlier round and has no recorded response.</summary>
public enum InDoubtRows
{
    /// <summary>The row is reported and not called: it may have run, and been charged for.</summary>
    Report = 0,

    /// <summary>The row is called again, and may run a second time.</summary>
    Again = 1,
}

/// <summary>What to do with a row whose inputs differ from those of the recorded response.</summary>
public enum ChangedRows
{
    /// <summary>The row fails and isn't called.</summary>
    Refuse = 0,

    /// <summary>The row is called with its new inputs. The new response replaces the recorded one.</summary>
    Again = 1,

    /// <summary>The recorded response is the row's result.</summary>
    KeepRecorded = 2,
}

/// <summary>What to do with a row whose recorded response says that the run failed.</summary>
public enum FailedRuns
{
    /// <summary>The recorded failure is the row's result.</summary>
    Keep = 0,

    /// <summary>The row is called again, and charged for again.</summary>
    Again = 1,
}
