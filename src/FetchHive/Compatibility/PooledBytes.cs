using System.Buffers;

namespace FetchHive;

/// <summary>
/// Arrays for what a request or a response holds. Large arrays are left to the garbage collector: the pool would keep them, and a few large
/// calls would cost their memory for ever.
/// </summary>
internal static class PooledBytes
{
    /// <summary>The largest array that is kept.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Rents an array of at least a length.</summary>
    public static byte[] Rent(int length) => length <= MaxLength ? ArrayPool<byte>.Shared.Rent(length) : new byte[length];

    /// <summary>Takes back an array of <see cref="Rent"/>.</summary>
    public static void Return(byte[] array)
    {
        if (array.Length <= MaxLength)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
