namespace FetchHive;

/// <summary>What a status word says about the end of the run.</summary>
internal enum RunEnd
{
    /// <summary>The word isn't known.</summary>
    Unknown,

    /// <summary>The run completed.</summary>
    Completed,

    /// <summary>The run ended in another way.</summary>
    NotCompleted,

    /// <summary>The run hasn't ended.</summary>
    GoesOn,
}

/// <summary>
/// The words for a run's status. Assumption: for workflows, <c>run_status</c> is documented as <c>completed</c>, <c>failed</c>,
/// <c>running</c> or <c>queued</c>, and the events' names aren't documented at all. By analogy with the agents' events, the part after the
/// last dot is one of these words. The other words for an end are those that similar services use (a Hive Agent's run can be "cancelled").
/// A word that isn't listed says nothing: if it counted as a failure, the callback with the run's output would later be a duplicate.
/// </summary>
internal static class RunEnds
{
    public static RunEnd Of(string? word) => word switch
    {
        "completed" => RunEnd.Completed,
        "failed" or "cancelled" or "canceled" or "error" or "errored" or "timed_out" or "timeout" or "expired"
            or "aborted" => RunEnd.NotCompleted,
        "running" or "queued" => RunEnd.GoesOn,
        _ => RunEnd.Unknown,
    };

    /// <summary>The last word of an event's name.</summary>
    public static string? WordOf(string? eventType) => eventType?.Substring(eventType.LastIndexOf('.') + 1);
}
