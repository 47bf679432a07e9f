namespace FetchHive.Emulator;

/// <summary>How far a run has come.</summary>
public enum RecordedRunStatus
{
    /// <summary>It hasn't begun.</summary>
    Queued,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It ended with an output.</summary>
    Completed,

    /// <summary>It failed; <see cref="RecordedRun.Error"/> says why.</summary>
    Failed,

    /// <summary>The emulator was disposed of before it ended.</summary>
    Abandoned,
}
