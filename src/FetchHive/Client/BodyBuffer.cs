using System;
using System.Buffers;

namespace FetchHive;

/// <summary>The bytes of an answer as they come in, in a rented array, and not one beyond the limit.</summary>
internal struct BodyBuffer
{
    private const int InitialSize = 16 * 1024;

    // What a server announces isn't believed beyond this: a small answer could announce a gigabyte.
    private const int LargestFirstRent = 1024 * 1024;

    private const int LargestArray = 0x7FFFFFC7;

    private readonly int _limit;

    /// <summary>Rents an array.</summary>
    /// <param name="announced">The number of bytes that the server announces; negative for none.</param>
    /// <param name="limit">The number of bytes to take at most.</param>
    public BodyBuffer(long announced, int limit)
    {
        // One byte more than announced, so that the end is seen without growing.
        Array = ArrayPool<byte>.Shared.Rent(announced < 0 ? InitialSize : (int)Math.Min(announced, LargestFirstRent - 1) + 1);
        _limit = limit;
    }

    /// <summary>The rented array.</summary>
    public byte[] Array { get; private set; }

    /// <summary>The number of bytes in it.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there was more than the limit.</summary>
    public bool Exceeds { get; private set; }

    /// <summary>Where the next bytes go.</summary>
    public readonly Memory<byte> Free => Array.AsMemory(Length);

    /// <summary>A body that isn't read, as it announces to be beyond the limit.</summary>
    public static BodyBuffer Refused() => new(announced: 0, limit: 0) { Exceeds = true };

    /// <summary>Takes bytes that were read into <see cref="Free"/>.</summary>
    /// <returns>Whether there may be more, for which there is room then.</returns>
    public bool Take(int read)
    {
        if (read == 0)
        {
            return false;
        }

        Length += read;
        if (Length > _limit)
        {
            Length = _limit;
            Exceeds = true;
            return false;
        }

        if (Length == Array.Length)
        {
            Grow();
        }

        return true;
    }

    /// <summary>Gives the array back, when it isn't handed on.</summary>
    public readonly void Release() => ArrayPool<byte>.Shared.Return(Array);

    private void Grow()
    {
        // Answers are limited to 1 GiB, so twice that (and no array is longer) always holds one and the byte beyond it.
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Length * 2L, LargestArray));
        Array.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(Array);
        Array = larger;
    }
}
