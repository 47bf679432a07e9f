namespace FetchHive.AspNetCore;

/// <summary>What is known of a callback's signature; for logs, never for the sender.</summary>
internal readonly record struct Verification(CallbackSignatureResult Result, SecretSource Source, string? RequestId)
{
    public bool IsValid => Result == CallbackSignatureResult.Valid && Source is SecretSource.Configured or SecretSource.Remembered;

    /// <summary>
    /// The workspace whose client started the run; null for the default one, and where that isn't known because the secret is
    /// configured.
    /// </summary>
    public string? Workspace => Run?.Workspace;

    /// <summary>
    /// What is remembered of the run; null where nothing is, and where it wasn't looked for because the secret is configured.
    /// </summary>
    public RememberedRun? Run { get; init; }
}

/// <summary>Where the secret came from that a signature was checked with.</summary>
internal enum SecretSource
{
    /// <summary>There was none: nothing is configured, and none is remembered for the run.</summary>
    None,

    /// <summary>The deployment's configured ones.</summary>
    Configured,

    /// <summary>The one that came with the response to the run's start.</summary>
    Remembered,

    /// <summary>There may be one soon, and there is no room to hold the callback until then.</summary>
    NotYet,
}
