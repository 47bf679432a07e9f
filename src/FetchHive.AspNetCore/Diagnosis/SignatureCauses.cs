using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace FetchHive.AspNetCore;

/// <summary>A secret that a callback may have been signed with, its description, and whether it counts for the deployment.</summary>
internal readonly record struct KnownSecret(string Secret, string Name, bool Counts)
{
    /// <summary>Only the name, because a record's default text would show the secret.</summary>
    public override string ToString() => Name;
}

/// <summary>
/// Finds the likely reason why a signature wasn't accepted. It has no side effects, and its result contains no secret, no signature and no
/// part of the body.
/// </summary>
internal static class SignatureCauses
{
    /// <summary>Larger bodies aren't examined.</summary>
    public const int MaxBodySize = 1024 * 1024;

    /// <param name="body">The body.</param>
    /// <param name="header">The signature header; not empty.</param>
    /// <param name="secrets">All known secrets, those that count first.</param>
    /// <returns>The cause, as a sentence that says what to do; null when none was found.</returns>
    public static string? Find(byte[] body, string header, IReadOnlyList<KnownSecret> secrets)
    {
        List<(byte[] Bytes, string Spelling)> signatures = RelaxedSignature.Read(header);
        if (signatures.Count == 0 || body.Length > MaxBodySize)
        {
            return null;
        }

        foreach (KnownSecret secret in secrets)
        {
            if (OfSecret(body, signatures, secret) is { } cause)
            {
                return cause;
            }
        }

        foreach ((byte[] variant, string change) in BodyVariants.Of(body))
        {
            foreach (KnownSecret secret in secrets)
            {
                if (secret.Counts && Matching(variant, signatures, Encoding.UTF8.GetBytes(secret.Secret)) is not null)
                {
                    return $"The body was changed in transit: {change}. The signature covers the bytes that were sent, so no proxy or "
                        + $"middleware may change them before MapFetchHiveCallback reads them.";
                }
            }
        }

        return null;
    }

    private static string? OfSecret(byte[] body, List<(byte[] Bytes, string Spelling)> signatures, KnownSecret secret)
    {
        if (Matching(body, signatures, Encoding.UTF8.GetBytes(secret.Secret)) is { } match)
        {
            return secret.Counts
                ? $"The signature is right, but in an encoding that isn't accepted: {match}. CallbackSignatureEncoding lists the "
                    + $"accepted ones. If the service sends this one, look for a newer version of this library."
                : $"It is signed with {secret.Name}, which doesn't count for this deployment. Correct the secret in the configuration, "
                    + $"or the callback URL that the run was started with.";
        }

        foreach ((byte[] key, string how) in KeysLike(secret.Secret))
        {
            if (Matching(body, signatures, key) is not null)
            {
                return $"The signature was made with {secret.Name} {how}. Copy the secret again, exactly as the dashboard shows it.";
            }
        }

        return null;
    }

    private static IEnumerable<(byte[] Key, string How)> KeysLike(string secret)
    {
        string bare = secret.Trim().Trim('"', '\'');
        if (bare != secret && bare.Length > 0)
        {
            yield return (Encoding.UTF8.GetBytes(bare), "without the quotes or white space around it");
        }

        yield return (Encoding.UTF8.GetBytes(secret + "\n"), "with a line feed at its end");
        string last = secret[(secret.LastIndexOf('_') + 1)..];
        if (last.Length > 0 && last != secret)
        {
            yield return (Encoding.UTF8.GetBytes(last), "without the part before its underscore");
        }

        byte[] decoded = new byte[last.Length + 1];
        if (last.Length > 0 && Convert.TryFromBase64String(last, decoded, out int length))
        {
            yield return (decoded[..length], "decoded from base64");
        }
    }

    // The encoding that matches, with the algorithm if it isn't the documented one.
    private static string? Matching(byte[] body, List<(byte[] Bytes, string Spelling)> signatures, byte[] key)
    {
        foreach ((byte[] bytes, string spelling) in signatures)
        {
#pragma warning disable CA5350 // To recognise the algorithm, not to trust it.
            (byte[]? hash, string algorithm) = bytes.Length switch
            {
                32 => (HMACSHA256.HashData(key, body), string.Empty),
                20 => (HMACSHA1.HashData(key, body), "HMAC SHA1 in "),
                48 => (HMACSHA384.HashData(key, body), "HMAC SHA384 in "),
                64 => (HMACSHA512.HashData(key, body), "HMAC SHA512 in "),
                _ => (null, string.Empty),
            };
#pragma warning restore CA5350
            if (hash is not null && CryptographicOperations.FixedTimeEquals(hash, bytes))
            {
                return algorithm + spelling;
            }
        }

        return null;
    }
}
