using System;
using System.Buffers;

namespace FetchHive;

/// <summary>The bytes of a request body, in an array of the shared pool. They stay until the call ends, so they can be sent again.</summary>
internal sealed class RequestBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 4 * 1024;

    // A buffer that once held a big body isn't kept for small ones.
    private const int LargestKept = 64 * 1024;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _written;

    public ArraySegment<byte> Written => new(_array, 0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _array.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _array.AsSpan(_written);
    }

    /// <summary>Makes the buffer ready for the next body.</summary>
    /// <param name="abandon">Whether a sender may still be reading the bytes: then they are left to it and not reused.</param>
    public void Reset(bool abandon)
    {
        _written = 0;
        if (abandon)
        {
            _array = ArrayPool<byte>.Shared.Rent(InitialSize);
        }
        else if (_array.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = ArrayPool<byte>.Shared.Rent(InitialSize);
        }
    }

    private void EnsureRoom(int sizeHint)
    {
        int needed = Math.Max(sizeHint, 1);
        if (_array.Length - _written >= needed)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_array.Length * 2, _written + needed)));
        _array.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
