using System;
using System.Security.Cryptography;

namespace FetchHive;

internal static class Sha256
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int Length = 32;

    public static void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
#if NETSTANDARD2_0
        using SHA256 algorithm = SHA256.Create();
        byte[] copy = PooledBytes.Rent(bytes.Length);
        try
        {
            bytes.CopyTo(copy);
            algorithm.ComputeHash(copy, 0, bytes.Length).CopyTo(hash);
        }
        finally
        {
            PooledBytes.Return(copy);
        }
#else
        SHA256.HashData(bytes, hash);
#endif
    }
}
