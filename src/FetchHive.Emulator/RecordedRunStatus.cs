namespace FetchHive.Emulator;

/// <summary>The status of a run.</summary>
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

    /// <summary>The emulator was disposed before it ended.</summary>
    Abandoned,
}
