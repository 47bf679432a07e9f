namespace FetchHive;

/// <summary>
/// The result of <see cref="CallbackSignature"/>'s check. Unless it is <see cref="Valid"/>, don't trust the body.
/// </summary>
public enum CallbackSignatureResult
{
    /// <summary>There is no signature: the header is absent or empty.</summary>
    Missing = 0,

    /// <summary>The header isn't a signature in a known encoding (see <see cref="CallbackSignatureEncoding"/>).</summary>
    Malformed = 1,

    /// <summary>The header is a signature, but not of this body with one of the secrets.</summary>
    Mismatched = 2,

    /// <summary>The sender of the body knows one of the secrets.</summary>
    Valid = 3,
}
