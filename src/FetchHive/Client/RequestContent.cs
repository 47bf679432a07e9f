using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// A request's body on the wire. It is sent once. It records three things: whether sending began, so that a run may have started; whether a
/// handler tried to send it again; and whether the bytes may still be read when the call is over.
/// </summary>
internal sealed class RequestContent : HttpContent
{
    private const string SentAgain =
        "The request of a Fetch Hive call is sent once, and a handler tried to send it again. Nothing was sent.";

    // The sign bit says that the content is closed. The other bits count the readers.
    private const int Closed = int.MinValue;

    private readonly ArraySegment<byte> _bytes;
    private int _state;
    private int _sends;
    private bool _hasBegun;
    private bool _wasSentAgain;

    public RequestContent(ArraySegment<byte> bytes)
    {
        _bytes = bytes;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>The number of bytes.</summary>
    public int Length => _bytes.Count;

    /// <summary>Whether any of the body was passed to the connection (or to a caller's handler that reads it).</summary>
    public bool HasBegun => Volatile.Read(ref _hasBegun);

    /// <summary>Whether a handler tried to send the body a second time. Nothing was sent then.</summary>
    public bool WasSentAgain => Volatile.Read(ref _wasSentAgain);

    /// <summary>
    /// Whether it is sent over HTTP/1.1, where the response may already be there when the rest of the body can't be sent.
    /// </summary>
    public bool ReadsEarlyResponse { get; set; }

    /// <summary>Records the attempt to send it again.</summary>
    /// <returns>The exception for the handler. It counts as a broken connection, so that a hedging handler waits for the first
    /// response.</returns>
    public HttpRequestException RefuseAgain()
    {
        Volatile.Write(ref _wasSentAgain, true);
        return new HttpRequestException(SentAgain);
    }

    /// <summary>Closes the content: nothing can start to read it any more.</summary>
    /// <returns>Whether nothing is reading the bytes, so that they can be reused.</returns>
    public bool Close()
    {
        int state = Volatile.Read(ref _state);
        int seen;
        while ((seen = Interlocked.CompareExchange(ref _state, state | Closed, state)) != state)
        {
            state = seen;
        }

        return (state & ~Closed) == 0;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => CopyAsync(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        CopyAsync(stream, cancellationToken);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArraySegment<byte> bytes = Enter(stream);
        try
        {
            stream.Write(bytes.AsSpan());
        }
        finally
        {
            Leave();
        }
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Count;
        return true;
    }

    private async Task CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArraySegment<byte> bytes = Enter(stream);
        try
        {
#if NET
            await stream.WriteAsync(bytes.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
            await stream.WriteAsync(bytes.Array!, bytes.Offset, bytes.Count, cancellationToken).ConfigureAwait(false);
#endif
        }
        catch (IOException) when (ReadsEarlyResponse && IsOfHandler(stream))
        {
            // A service may refuse a request before it has read all of it. It then answers and closes the connection. The handler goes on
            // to read the response, and fails there if there is none.
        }
        finally
        {
            Leave();
        }
    }

    private ArraySegment<byte> Enter(Stream stream)
    {
        int state = Volatile.Read(ref _state);
        int seen;
        while ((seen = Interlocked.CompareExchange(ref _state, CheckOpen(state) + 1, state)) != state)
        {
            state = seen;
        }

        if (!IsMemory(stream) && Interlocked.Exchange(ref _sends, 1) == 1)
        {
            Leave();
            throw RefuseAgain();
        }

        Volatile.Write(ref _hasBegun, true);
        return _bytes;
    }

    // A handler that logs or signs the body reads it first. That sends nothing. The second type is HttpContent's own buffer.
    private static bool IsMemory(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);

    // A failure of a foreign stream has to reach the code that wrote to it.
    private static bool IsOfHandler(Stream stream) => stream.GetType().Assembly == typeof(HttpContent).Assembly;

    private int CheckOpen(int state)
    {
        // A handler that kept the request beyond its call must not get the bytes of another call.
        ObjectDisposedException.ThrowIf(state < 0, this);
        return state;
    }

    private void Leave() => Interlocked.Decrement(ref _state);
}
