using System;
#if NET
using System.Globalization;
#endif
using System.IO;
using System.Net.Http;
#if NET
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
#endif
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>Reads a response's body into a rented array, up to the limit.</summary>
internal static class BodyReader
{
    // A refusal's body is only read for its message and the excerpt.
    private const int MaxRefusalBytes = 64 * 1024;

    // The status already says what happened. A slow body isn't worth the rest of the call's time.
    private static readonly TimeSpan RefusalPatience = TimeSpan.FromSeconds(5);

    /// <summary>Reads a body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="limit">The maximum number of bytes to read, after decompression.</param>
    /// <param name="readsToLimit">Whether the beginning of a body beyond the limit is useful. If not, a body that announces such a length
    /// isn't read at all.</param>
    /// <param name="isOwned">Whether the body comes from our own handler.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was read.</returns>
    public static ValueTask<BodyBuffer> ReadAsync(
        HttpContent content, int limit, bool readsToLimit, bool isOwned, CancellationToken cancellationToken)
    {
        string? encoding = Decompression.EncodingOf(content);
        long announced = encoding is null ? AnnouncedLength(content) : -1;
        if (announced > limit && !readsToLimit)
        {
            return new ValueTask<BodyBuffer>(BodyBuffer.Refused());
        }

        BodyBuffer buffer = new(announced, limit);
#if NET
        return encoding is null
            ? ReadPlain(content, buffer, isOwned, cancellationToken)
            : ReadEncodedAsync(content, encoding, buffer, cancellationToken);
#else
        _ = isOwned;
        return ReadEncodedAsync(content, encoding, buffer, cancellationToken);
#endif
    }

    /// <summary>Reads the beginning of a refusal's body, for a short time.</summary>
    /// <param name="content">The body.</param>
    /// <param name="maxBytes">The maximum number of bytes to read of any response.</param>
    /// <param name="isOwned">Whether the body comes from our own handler.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="OperationCanceledException">The body didn't come in time, or the token was cancelled.</exception>
    public static async ValueTask<BodyBuffer> ReadRefusalAsync(
        HttpContent content, int maxBytes, bool isOwned, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(RefusalPatience);
        return await ReadAsync(content, Math.Min(MaxRefusalBytes, maxBytes), readsToLimit: true, isOwned, patience.Token)
            .ConfigureAwait(false);
    }

#if NET
    // Bytes that are already there are read without an asynchronous method, which would cost more than reading a small response.
    private static ValueTask<BodyBuffer> ReadPlain(
        HttpContent content, BodyBuffer buffer, bool isOwned, CancellationToken cancellationToken)
    {
        try
        {
            // Our own handler has the stream ready. With another handler the content may have to wait for it.
            Task<Stream>? opening = isOwned ? null : content.ReadAsStreamAsync(cancellationToken);
            if (opening is { IsCompletedSuccessfully: false })
            {
                return ReadPlainAsync(opening, buffer, cancellationToken);
            }

            Stream stream = opening is null ? content.ReadAsStream(cancellationToken) : opening.Result;
            while (true)
            {
                ValueTask<int> reading = stream.ReadAsync(buffer.Free, cancellationToken);
                if (!reading.IsCompletedSuccessfully)
                {
                    return ReadOnAsync(stream, reading, buffer, cancellationToken);
                }

                if (!buffer.Take(reading.Result))
                {
                    return new ValueTask<BodyBuffer>(buffer);
                }
            }
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<BodyBuffer>(Failed(buffer, exception, cancellationToken));
        }
    }

    private static async ValueTask<BodyBuffer> ReadPlainAsync(Task<Stream> opening, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        Stream stream;
        ValueTask<int> reading;
        try
        {
            stream = await opening.ConfigureAwait(false);
            reading = stream.ReadAsync(buffer.Free, cancellationToken);
        }
        catch (Exception exception)
        {
            throw Failed(buffer, exception, cancellationToken);
        }

        return await ReadOnAsync(stream, reading, buffer, cancellationToken).ConfigureAwait(false);
    }

    // Pooled, because every response of more than a few kilobytes gets here.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<BodyBuffer> ReadOnAsync(
        Stream stream, ValueTask<int> reading, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        try
        {
            while (buffer.Take(await reading.ConfigureAwait(false)))
            {
                reading = stream.ReadAsync(buffer.Free, cancellationToken);
            }

            return buffer;
        }
        catch (Exception exception)
        {
            throw Failed(buffer, exception, cancellationToken);
        }
    }

    private static async ValueTask<BodyBuffer> ReadEncodedAsync(
        HttpContent content, string encoding, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        Stream? decompressing = null;
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            decompressing = Decompression.Decompress(stream, encoding);
            stream = decompressing ?? stream;
            while (buffer.Take(await stream.ReadAsync(buffer.Free, cancellationToken).ConfigureAwait(false)))
            {
            }

            return buffer;
        }
        catch (Exception exception)
        {
            throw Failed(buffer, exception, cancellationToken);
        }
        finally
        {
            if (decompressing is not null)
            {
                await decompressing.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
#else
    private static async ValueTask<BodyBuffer> ReadEncodedAsync(
        HttpContent content, string? encoding, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        Stream? decompressing = null;

        // The streams of .NET Framework don't end a pending read when the token is cancelled. Disposing the response does.
        using CancellationTokenRegistration registration =
            cancellationToken.Register(static content => ((HttpContent)content!).Dispose(), content);
        try
        {
            Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
            decompressing = encoding is null ? null : Decompression.Decompress(stream, encoding);
            stream = decompressing ?? stream;
            bool hasMore = true;
            while (hasMore)
            {
                ArraySegment<byte> free = buffer.Free;
                int read = await stream.ReadAsync(free.Array!, free.Offset, free.Count, cancellationToken).ConfigureAwait(false);
                hasMore = buffer.Take(read);
            }

            return buffer;
        }
        catch (Exception exception)
        {
            throw Failed(buffer, exception, cancellationToken);
        }
        finally
        {
            decompressing?.Dispose();
        }
    }
#endif

    // Returns the array, and recognises a cancellation that appears as a broken stream.
    private static Exception Failed(in BodyBuffer buffer, Exception exception, CancellationToken cancellationToken)
    {
        buffer.Release();
        return exception is not OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new OperationCanceledException(exception.Message, exception, cancellationToken)
            : exception;
    }

    private static long AnnouncedLength(HttpContent content)
    {
#if NET
        // Reads the header as sent. The typed property would cache the number in the headers, and would make a content without the header
        // compute it.
        return content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues values)
            && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : -1;
#else
        return content.Headers.ContentLength ?? -1;
#endif
    }
}
