using System;
using System.Buffers;

namespace FetchHive.CodeGeneration;

// The bytes, in an array of the shared pool. They are kept until the call ends, so that they can be sent again.
public sealed partial class RequestWriter : IBufferWriter<byte>
{
    private const int InitialSize = 4 * 1024;

    // An array that grew for a large body isn't kept for small ones.
    private const int MaxKept = 64 * 1024;

    private byte[] _array = PooledBytes.Rent(InitialSize);
    private int _written;

    /// <summary>The bytes that were written.</summary>
    internal ArraySegment<byte> Written => new(_array, 0, _written);

    /// <inheritdoc/>
    void IBufferWriter<byte>.Advance(int count) => _written += count;

    /// <inheritdoc/>
    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        // A hint of zero asks for a buffer of any size but zero.
        _ = Room(Math.Max(sizeHint, 1));
        return _array.AsMemory(_written);
    }

    /// <inheritdoc/>
    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Room(Math.Max(sizeHint, 1));

    /// <summary>Prepares the writer for the next body.</summary>
    /// <param name="abandon">Whether a sender may still be reading the bytes. If so, the array isn't reused.</param>
    internal void Reset(bool abandon)
    {
        CurrentDepth = 0;
        _isFollowing = false;
        _written = 0;
        if (abandon)
        {
            _array = PooledBytes.Rent(InitialSize);
        }
        else if (_array.Length > MaxKept)
        {
            PooledBytes.Return(_array);
            _array = PooledBytes.Rent(InitialSize);
        }
    }

    // Returns the rest of the array: at least this many bytes.
    private Span<byte> Room(int needed)
    {
        if (_array.Length - _written < needed)
        {
            Grow(needed);
        }

        return _array.AsSpan(_written);
    }

    private void Append(byte value)
    {
        Room(1)[0] = value;
        _written++;
    }

    private void Grow(int needed)
    {
        byte[] larger = PooledBytes.Rent(checked(Math.Max(_array.Length * 2, _written + needed)));
        _array.AsSpan(0, _written).CopyTo(larger);
        PooledBytes.Return(_array);
        _array = larger;
    }
}
