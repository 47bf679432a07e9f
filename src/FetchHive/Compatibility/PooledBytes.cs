using System.Buffers;

namespace FetchHive;

/// <summary>
/// Pooled arrays for the bodies of requests and responses. Large arrays are left to the garbage collector: the pool would keep them, and a
/// few large calls would use their memory permanently.
/// </summary>
internal static class PooledBytes
{
    /// <summary>The length of the largest array that is pooled.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Rents an array of at least this length.</summary>
    public static byte[] Rent(int length) => length <= MaxLength ? ArrayPool<byte>.Shared.Rent(length) : new byte[length];

    /// <summary>Returns an array of <see cref="Rent"/> to the pool.</summary>
    public static void Return(byte[] array)
    {
        if (array.Length <= MaxLength)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
