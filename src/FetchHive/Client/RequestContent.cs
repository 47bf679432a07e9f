using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// A request's body on the wire. It notes whether sending began, which tells a call that can't have run from one that may have; and whether
/// somebody may still be reading the bytes when the call is over.
/// </summary>
internal sealed class RequestContent : HttpContent
{
    // The sign bit says that the content is closed, the rest counts who is reading it.
    private const int Closed = int.MinValue;

    private readonly ArraySegment<byte> _bytes;
    private int _state;
    private bool _hasBegun;

    public RequestContent(ArraySegment<byte> bytes)
    {
        _bytes = bytes;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>The number of bytes.</summary>
    public int Length => _bytes.Count;

    /// <summary>Whether any of the body was handed to the connection (or to a handler of the caller's that reads it).</summary>
    public bool HasBegun => Volatile.Read(ref _hasBegun);

    /// <summary>Ends the content's life.</summary>
    /// <returns>Whether nobody reads the bytes any more, so that they can be reused.</returns>
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
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => CopyAsync(stream, cancellationToken);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArraySegment<byte> bytes = Enter();
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

#if NET
    // Asynchronous only where the stream is: a small body goes into the connection's buffer at once.
    private Task CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArraySegment<byte> bytes = Enter();
        ValueTask writing;
        try
        {
            writing = stream.WriteAsync(bytes.AsMemory(), cancellationToken);
        }
        catch
        {
            Leave();
            throw;
        }

        if (!writing.IsCompletedSuccessfully)
        {
            return LeaveAfterAsync(writing);
        }

        Leave();
        writing.GetAwaiter().GetResult();
        return Task.CompletedTask;
    }

    private async Task LeaveAfterAsync(ValueTask writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }
#else
    private async Task CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArraySegment<byte> bytes = Enter();
        try
        {
            await stream.WriteAsync(bytes.Array!, bytes.Offset, bytes.Count, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }
#endif

    private ArraySegment<byte> Enter()
    {
        int state = Volatile.Read(ref _state);
        int seen;
        while ((seen = Interlocked.CompareExchange(ref _state, CheckOpen(state) + 1, state)) != state)
        {
            state = seen;
        }

        Volatile.Write(ref _hasBegun, true);
        return _bytes;
    }

    private int CheckOpen(int state)
    {
        // A handler that kept the request beyond its call must not get the bytes of another one.
        ObjectDisposedException.ThrowIf(state < 0, this);
        return state;
    }

    private void Leave() => Interlocked.Decrement(ref _state);
}
