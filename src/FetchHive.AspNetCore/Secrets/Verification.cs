namespace FetchHive.AspNetCore;

/// <summary>The outcome of a callback's verification. It is for logs, never for the sender.</summary>
internal readonly record struct Verification(CallbackSignatureResult Result, SecretSource Source, string? RequestId)
{
    public bool IsValid => Result == CallbackSignatureResult.Valid && Source is SecretSource.Configured or SecretSource.Remembered;

    /// <summary>
    /// The workspace whose client started the run; null for the default one, and if it isn't known because the secret is configured.
    /// </summary>
    public string? Workspace => Run?.Workspace;

    /// <summary>
    /// The remembered run; null if there is none, and if it wasn't looked up because the secret is configured.
    /// </summary>
    public RememberedRun? Run { get; init; }
}

/// <summary>The source of the secret that a signature was checked with.</summary>
internal enum SecretSource
{
    /// <summary>There was no secret: none is configured, and none is remembered for the run.</summary>
    None,

    /// <summary>The deployment's configured secrets.</summary>
    Configured,

    /// <summary>The secret that came with the response to the run's start.</summary>
    Remembered,

    /// <summary>There may be a secret soon, but there is no room to hold the callback until then.</summary>
    NotYet,
}
