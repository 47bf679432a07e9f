using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.AspNetCore;

/// <summary>Reads a request's body once, as bytes, into a rented array, and not a byte beyond the limit.</summary>
internal struct CallbackBody
{
    private const int InitialSize = 16 * 1024;

    // What a sender announces isn't believed beyond this: a small body could announce a large one.
    private const int LargestFirstRent = 1024 * 1024;

    private byte[]? _array;

    private CallbackBody(byte[] array, int length, bool exceeds)
    {
        _array = array;
        Length = length;
        Exceeds = exceeds;
    }

    public int Length { get; }

    /// <summary>Whether there is more than the limit.</summary>
    public bool Exceeds { get; }

    public readonly ReadOnlyMemory<byte> Bytes => _array.AsMemory(0, Length);

    public static async Task<CallbackBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        Stream stream = request.Body;
        if (stream.CanSeek)
        {
            // Something has buffered the body, and may have read it.
            stream.Position = 0;
        }

        // One byte more than announced, so that the end is seen without growing.
        byte[] array = ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength + 1 ?? InitialSize, LargestFirstRent));
        int length = 0;
        try
        {
            while (true)
            {
                if (length == array.Length)
                {
                    array = Grow(array, length);
                }

                int read = await stream.ReadAsync(array.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return new CallbackBody(array, length, exceeds: false);
                }

                length += read;
                if (length > limit)
                {
                    return new CallbackBody(array, limit, exceeds: true);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(array);
            throw;
        }
    }

    public void Return()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private static byte[] Grow(byte[] array, int length)
    {
        // Bodies are limited to 1 GiB, so twice that (and no array is longer) always holds one and the byte beyond it.
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length * 2L, Array.MaxLength));
        array.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }
}
