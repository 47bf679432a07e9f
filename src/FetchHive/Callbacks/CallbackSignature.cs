using System;
using System.Collections.Generic;

namespace FetchHive;

/// <summary>
/// The signature of a callback: HMAC SHA256 in the header <c>X-Fetch-Hive-Signature</c>, keyed by the deployment's secret (Fetch Hive docs,
/// <c>workflows/async-and-webhooks</c>).
/// </summary>
/// <remarks>
/// Three details aren't documented. This class assumes that the body's bytes are signed as sent, that the HMAC key is the secret's text in
/// UTF-8, and that the header contains one signature in an encoding of <see cref="CallbackSignatureEncoding"/>. Several signatures
/// separated by commas are malformed.
/// </remarks>
public static class CallbackSignature
{
    /// <summary>The header that carries the signature. Header names are case-insensitive.</summary>
    public const string HeaderName = "X-Fetch-Hive-Signature";

    /// <summary>Checks a callback against the deployment's secret.</summary>
    /// <param name="body">The body's bytes exactly as received. Decoding the text or serializing the JSON again changes them.</param>
    /// <param name="header">The header's value; null if there is none. It isn't trimmed: HTTP servers do that.</param>
    /// <param name="secret">The deployment's secret; not trimmed.</param>
    /// <returns>Whether the body can be trusted. An invalid body or header never throws.</returns>
    /// <exception cref="ArgumentException">
    /// The secret is null, white space or shorter than 3 characters: such a secret protects nothing.
    /// </exception>
    public static CallbackSignatureResult Verify(ReadOnlySpan<byte> body, string? header, string secret)
    {
        RequireUsable(secret, nameof(secret));
        Span<byte> sent = stackalloc byte[SignatureText.ByteCount];
        CallbackSignatureResult result = SignatureText.Read(header, sent);
        return result == CallbackSignatureResult.Valid && !SignatureHash.Matches(body, secret, sent)
            ? CallbackSignatureResult.Mismatched
            : result;
    }

    /// <summary>Checks a callback against several secrets, such as the old and the new one while a secret is being replaced.</summary>
    /// <param name="body">The body's bytes exactly as received. Decoding the text or serializing the JSON again changes them.</param>
    /// <param name="header">The header's value; null if there is none. It isn't trimmed: HTTP servers do that.</param>
    /// <param name="secrets">The valid secrets; at least one. Each is tried, so that the duration doesn't reveal which of them
    /// matched.</param>
    /// <returns>Whether the body can be trusted. An invalid body or header never throws.</returns>
    /// <exception cref="ArgumentException">
    /// There is no secret, or one of them is null, white space or shorter than 3 characters: such a secret protects nothing.
    /// </exception>
    public static CallbackSignatureResult Verify(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
        {
            throw new ArgumentException($"There is no secret to check the signature with. {WhereSecretsAre}", nameof(secrets));
        }

        Span<byte> sent = stackalloc byte[SignatureText.ByteCount];
        CallbackSignatureResult result = SignatureText.Read(header, sent);
        bool matches = false;
        for (int i = 0; i < secrets.Count; i++)
        {
            // Checked even if there is nothing to compare: a bad secret must be reported at the first callback, not only at the first
            // genuine one.
            RequireUsable(secrets[i], nameof(secrets));
            matches |= result == CallbackSignatureResult.Valid && SignatureHash.Matches(body, secrets[i], sent);
        }

        return result == CallbackSignatureResult.Valid && !matches ? CallbackSignatureResult.Mismatched : result;
    }

    /// <summary>Signs a body as the service does, for tests of a receiver.</summary>
    /// <param name="body">The body's bytes, as they will be sent.</param>
    /// <param name="secret">The deployment's secret.</param>
    /// <param name="encoding">The encoding of the signature.</param>
    /// <returns>The header's value.</returns>
    /// <exception cref="ArgumentException">The secret is null, empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="encoding"/> is not a member of
    /// <see cref="CallbackSignatureEncoding"/>.</exception>
    public static string Sign(ReadOnlySpan<byte> body, string secret, CallbackSignatureEncoding encoding = CallbackSignatureEncoding.Hex)
    {
        RequireSecret(secret, nameof(secret));
        Span<byte> hash = stackalloc byte[SignatureText.ByteCount];
        SignatureHash.Compute(body, secret, hash);
        return SignatureText.Write(hash, encoding);
    }

    // The receiver has the same limit.
    private const int MinSecretLength = 3;

    private const string WhereSecretsAre =
        "Give the deployment's secret: the dashboard's Code Snippet dialog shows it as the signing secret, and "
            + "AcceptedRun<T>.WebhookSecret has it.";

    // Only verification requires this. Signing accepts a shorter secret, for tests of what a receiver refuses.
    private static void RequireUsable(string? secret, string parameter)
    {
        RequireSecret(secret, parameter);
        if (secret!.Length < MinSecretLength)
        {
            throw new ArgumentException($"A secret is so short that anyone could guess it. {WhereSecretsAre}", parameter);
        }
    }

    private static void RequireSecret(string? secret, string parameter)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            throw new ArgumentException(
                $"A secret is null, empty or white space: anybody could have made that signature. {WhereSecretsAre}", parameter);
        }
    }
}
