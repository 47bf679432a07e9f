namespace FetchHive;

/// <summary>
/// The encodings of a signature's 32 bytes. The service doesn't document which one it uses, so <see cref="CallbackSignature"/> reads all of
/// them. Each has a different shape, so there is no ambiguity.
/// </summary>
public enum CallbackSignatureEncoding
{
    /// <summary>64 hexadecimal digits in lower case: <c>b82fcb79…</c>.</summary>
    Hex = 0,

    /// <summary>64 hexadecimal digits in upper case: <c>B82FCB79…</c>.</summary>
    UppercaseHex = 1,

    /// <summary><c>sha256=</c> and 64 hexadecimal digits in lower case: <c>sha256=b82fcb79…</c>.</summary>
    PrefixedHex = 2,

    /// <summary>44 characters of Base64, including the padding: <c>uC/Lef8O…=</c>.</summary>
    Base64 = 3,

    /// <summary><c>sha256=</c> and 44 characters of Base64, including the padding: <c>sha256=uC/Lef8O…=</c>.</summary>
    PrefixedBase64 = 4,
}
