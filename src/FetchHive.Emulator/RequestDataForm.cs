namespace FetchHive.Emulator;

/// <summary>The forms that <c>data</c> may have in a request's record. The service doesn't document which one it sends.</summary>
public enum RequestDataForm
{
    /// <summary>An object with <c>output</c>, or <c>error</c> and <c>error_code</c>: as the <c>data</c> of a callback.</summary>
    Output,

    /// <summary>The body of a direct call's response: <c>request_id</c>, <c>run_status</c>, and <c>output</c> or <c>error</c>.</summary>
    DirectResponse,

    /// <summary>The output itself, of whatever kind it is; nothing for a run that failed.</summary>
    Bare,

    /// <summary><c>null</c>: the record has no output.</summary>
    None,
}
