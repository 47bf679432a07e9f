namespace FetchHive;

/// <summary>
/// What <see cref="CallbackSignature"/> says of a callback. Everything but <see cref="Valid"/> means: don't trust the body.
/// </summary>
public enum CallbackSignatureResult
{
    /// <summary>There is no signature: the header is absent or empty.</summary>
    Missing = 0,

    /// <summary>The header is none of the spellings of a signature (see <see cref="CallbackSignatureEncoding"/>).</summary>
    Malformed = 1,

    /// <summary>The header is a signature, but not that of this body with one of the secrets.</summary>
    Mismatched = 2,

    /// <summary>Whoever sent the body knows one of the secrets.</summary>
    Valid = 3,
}
