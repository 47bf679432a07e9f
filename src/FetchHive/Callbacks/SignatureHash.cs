using System;
#if NETSTANDARD2_0
using System.Runtime.CompilerServices;
#endif
using System.Security.Cryptography;
using System.Text;

namespace FetchHive;

/// <summary>HMAC SHA256 over a body, keyed by the UTF-8 bytes of a secret.</summary>
internal static class SignatureHash
{
    public static bool Matches(ReadOnlySpan<byte> body, string secret, ReadOnlySpan<byte> sent)
    {
        Span<byte> hash = stackalloc byte[SignatureText.ByteCount];
        Compute(body, secret, hash);
        return AreEqual(hash, sent);
    }

#if NETSTANDARD2_0
    public static void Compute(ReadOnlySpan<byte> body, string secret, Span<byte> hash)
    {
        byte[] key = Encoding.UTF8.GetBytes(secret);
        byte[] copy = PooledBytes.Rent(body.Length);
        try
        {
            body.CopyTo(copy);
            using HMACSHA256 hmac = new(key);
            hmac.ComputeHash(copy, 0, body.Length).CopyTo(hash);
        }
        finally
        {
            Array.Clear(key, 0, key.Length);
            Array.Clear(copy, 0, body.Length);
            PooledBytes.Return(copy);
        }
    }

    // Compares every byte, so that the time doesn't depend on the content. The attribute prevents optimisations that would change that.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        int difference = 0;
        for (int i = 0; i < left.Length; i++)
        {
            difference |= left[i] ^ right[i];
        }

        return difference == 0;
    }
#else
    private const int MaxOnStack = 256;

    public static void Compute(ReadOnlySpan<byte> body, string secret, Span<byte> hash)
    {
        byte[]? rented = null;
        int length = Encoding.UTF8.GetByteCount(secret);
        Span<byte> key = length <= MaxOnStack ? stackalloc byte[MaxOnStack] : rented = PooledBytes.Rent(length);
        key = key[..length];
        try
        {
            Encoding.UTF8.GetBytes(secret, key);
            HMACSHA256.HashData(key, body, hash);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            if (rented is not null)
            {
                PooledBytes.Return(rented);
            }
        }
    }

    private static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);
#endif
}
