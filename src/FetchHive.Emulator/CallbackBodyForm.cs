namespace FetchHive.Emulator;

/// <summary>
/// The forms that the body of a workflow's callback may have. The service doesn't document which one it sends. The first is the form of
/// agents' callbacks.
/// </summary>
public enum CallbackBodyForm
{
    /// <summary>
    /// <c>event_type</c>, <c>request_id</c>, and <c>data</c> with <c>output</c>, or <c>error</c> and <c>error_code</c>: as documented for
    /// agents (<c>api-reference/invoke-agent</c>).
    /// </summary>
    EventType,

    /// <summary>The same with <c>run_status</c> beside <c>event_type</c>.</summary>
    EventTypeAndRunStatus,

    /// <summary>The same with <c>run_status</c> in place of <c>event_type</c>.</summary>
    RunStatus,

    /// <summary>
    /// <c>request_id</c>, <c>run_status</c>, and <c>output</c>, or <c>error</c> and <c>error_code</c>: as the response to a direct call.
    /// </summary>
    DirectResponse,
}
