namespace FetchHive.AspNetCore;

/// <summary>What is known of a callback's signature; for logs, never for the sender.</summary>
internal readonly record struct Verification(CallbackSignatureResult Result, SecretSource Source, string? RequestId)
{
    public bool IsValid => Result == CallbackSignatureResult.Valid && Source != SecretSource.None;
}

/// <summary>Where the secret came from that a signature was checked with.</summary>
internal enum SecretSource
{
    /// <summary>There was none: nothing is configured, and none is remembered for the run.</summary>
    None,

    /// <summary>The deployment's configured ones.</summary>
    Configured,

    /// <summary>The one that came with the answer to the run's start.</summary>
    Remembered,
}
