using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.AspNetCore;

/// <summary>How the reading of a body ended.</summary>
internal enum BodyEnd
{
    /// <summary>The whole body was read.</summary>
    Complete,

    /// <summary>The body is longer than the limit.</summary>
    TooLarge,

    /// <summary>Other unverified bodies take too much memory.</summary>
    NoRoom,
}

/// <summary>
/// Reads a request's body once, as bytes, up to the limit. Only the first array is from the pool. Larger ones are freed when the request
/// ends, so that a sender can't fill the pool.
/// </summary>
internal sealed class CallbackBody(BodyRoom room) : IDisposable
{
    private byte[] _array = [];
    private bool _isRented;
    private long _taken;
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _array.AsMemory(0, _length);

    public async Task<BodyEnd> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        Stream stream = request.Body;
        if (stream.CanSeek)
        {
            // A middleware has buffered the body and may have read it.
            stream.Position = 0;
        }

        // One byte more than the announced length, so that the end is found without growing the array. Announcing a length costs the sender
        // nothing, so it isn't trusted beyond the bytes that don't count.
        long announced = request.ContentLength ?? long.MaxValue;
        _array = ArrayPool<byte>.Shared.Rent((int)Math.Min(announced, BodyRoom.Free - 1) + 1);
        _isRented = true;
        while (true)
        {
            if (_length == _array.Length && !TryGrow(announced, limit))
            {
                return BodyEnd.NoRoom;
            }

            int read = await stream.ReadAsync(_array.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return BodyEnd.Complete;
            }

            _length += read;
            if (_length > limit)
            {
                return BodyEnd.TooLarge;
            }
        }
    }

    /// <summary>The body is verified, so it doesn't count as unverified memory any more.</summary>
    public void Trust() => room.Give(Interlocked.Exchange(ref _taken, 0));

    public void Dispose()
    {
        Trust();
        Return();
    }

    private bool TryGrow(long announced, int limit)
    {
        // At most one byte over the limit: that byte shows that the body is too long.
        long most = announced >= _length && announced <= limit ? announced + 1 : limit + 1L;
        int size = (int)Math.Min(_length * 2L, most);
        long taken = Math.Max(0, size - BodyRoom.Free);
        if (!room.TryTake(taken - _taken))
        {
            return false;
        }

        _taken = taken;
        byte[] larger = GC.AllocateUninitializedArray<byte>(size);
        _array.AsSpan(0, _length).CopyTo(larger);
        Return();
        _array = larger;
        return true;
    }

    private void Return()
    {
        if (_isRented)
        {
            _isRented = false;
            ArrayPool<byte>.Shared.Return(_array);
        }

        _array = [];
    }
}
