namespace FetchHive.Emulator;

/// <summary>
/// The two ways in which a failed direct run may be reported to the caller. The service doesn't document which one it uses.
/// </summary>
public enum FailedRunResponse
{
    /// <summary>HTTP 200 with <c>"run_status":"failed"</c>, <c>error</c> and, if one is given, <c>error_code</c>.</summary>
    RunStatus,

    /// <summary>The error envelope with <see cref="FetchHiveEmulatorOptions.FailedRunStatus"/>, and <c>request_id</c> in it.</summary>
    ErrorEnvelope,
}
