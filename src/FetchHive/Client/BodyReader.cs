using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>Reads an answer's body into a rented array, and not a byte beyond the limit.</summary>
internal static class BodyReader
{
    private const int InitialSize = 16 * 1024;

    // What a server announces isn't believed beyond this: a small answer could announce a gigabyte.
    private const int LargestFirstRent = 1024 * 1024;

    private const int LargestArray = 0x7FFFFFC7;

    /// <summary>Reads a body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="limit">The number of bytes to read at most, after decompression.</param>
    /// <param name="readsToLimit">Whether the beginning of a body beyond the limit is of use; otherwise one that announces itself isn't read at all.</param>
    /// <param name="isOwned">Whether the body comes from our own handler.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A rented array, the number of bytes in it, and whether there was more.</returns>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public static async ValueTask<(byte[] Array, int Length, bool Exceeds)> ReadAsync(HttpContent content, int limit, bool readsToLimit, bool isOwned, CancellationToken cancellationToken)
    {
        string? encoding = Compression.EncodingOf(content);
        long announced = encoding is null ? AnnouncedLength(content) : -1;
        if (announced > limit && !readsToLimit)
        {
            return (ArrayPool<byte>.Shared.Rent(1), 0, true);
        }

        // One byte more than announced, so that the end is seen without growing.
        byte[] array = ArrayPool<byte>.Shared.Rent(announced < 0 ? InitialSize : (int)Math.Min(announced + 1, LargestFirstRent));
        int length = 0;
        Stream? decompressing = null;
#if !NET
        // The streams of .NET Framework don't end a read that waits when the token asks for it; taking the answer away does.
        using CancellationTokenRegistration registration = cancellationToken.Register(static content => ((HttpContent)content!).Dispose(), content);
#endif
        try
        {
#if NET
            // Our own handler has the stream ready; another one's content may have to wait for it.
            Stream stream = isOwned ? content.ReadAsStream(cancellationToken) : await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            _ = isOwned;
            Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            decompressing = encoding is null ? null : Compression.Decompress(stream, encoding);
            stream = decompressing ?? stream;
            while (true)
            {
                if (length == array.Length)
                {
                    array = Grow(array, length);
                }

#if NET
                int read = await stream.ReadAsync(array.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
                int read = await stream.ReadAsync(array, length, array.Length - length, cancellationToken).ConfigureAwait(false);
#endif
                if (read == 0)
                {
                    return (array, length, false);
                }

                length += read;
                if (length > limit)
                {
                    return (array, limit, true);
                }
            }
        }
        catch (Exception exception)
        {
            ArrayPool<byte>.Shared.Return(array);
            if (exception is not OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }

            throw;
        }
        finally
        {
            decompressing?.Dispose();
        }
    }

    private static long AnnouncedLength(HttpContent content)
    {
#if NET
        // As sent, without the number that the typed property would keep in the headers. A content that only knows its length by asking has no such header.
        if (content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues values))
        {
            return long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : -1;
        }
#endif
        return content.Headers.ContentLength ?? -1;
    }

    private static byte[] Grow(byte[] array, int length)
    {
        // Answers are limited to 1 GiB, so twice that (and no array is longer) always holds one and the byte beyond it.
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length * 2L, LargestArray));
        array.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }
}
