using System;
using System.Collections.Generic;

namespace FetchHive;

/// <summary>
/// The bytes of a response as they come in, up to the limit. When the first array is full, further arrays take the rest, and all are joined
/// at the end. So a body that is too large takes no more memory than the limit. Only small arrays are rented, because the pool would keep
/// large ones.
/// </summary>
internal struct BodyBuffer
{
    private const int InitialSize = 16 * 1024;

    private readonly int _limit;
    private List<byte[]>? _full;
    private byte[] _array;
    private int _used;

    /// <summary>Rents an array.</summary>
    /// <param name="announced">The number of bytes that the server announces; negative for none.</param>
    /// <param name="limit">The maximum number of bytes to take.</param>
    public BodyBuffer(long announced, int limit)
    {
        // One byte more than announced, so that the end is seen without growing. A large announcement isn't trusted: a small response could
        // announce a gigabyte.
        _array = PooledBytes.Rent(announced < 0 ? InitialSize : (int)Math.Min(announced, PooledBytes.MaxLength - 1) + 1);
        _limit = limit;
    }

    /// <summary>The number of bytes that were taken.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there was more than the limit.</summary>
    public bool Exceeds { get; private set; }

    /// <summary>Where the next bytes go.</summary>
    public readonly ArraySegment<byte> Free => new(_array, _used, _array.Length - _used);

    /// <summary>A body that isn't read because it announces a length beyond the limit.</summary>
    public static BodyBuffer Refused() => new(announced: 0, limit: 0) { Exceeds = true };

    /// <summary>Takes bytes that were read into <see cref="Free"/>.</summary>
    /// <returns>Whether there may be more. Then there is room for it.</returns>
    public bool Take(int read)
    {
        if (read == 0)
        {
            return false;
        }

        _used += read;
        Length += read;
        if (Length > _limit)
        {
            Length = _limit;
            Exceeds = true;
            return false;
        }

        if (_used == _array.Length)
        {
            // As large as all arrays so far together, up to a bound, and never more than one byte beyond the limit. That byte shows that
            // there is more.
            int size = Math.Min(Math.Min(Length, PooledBytes.MaxLength), (_limit - Length) + 1);
            (_full ??= []).Add(_array);
            _array = new byte[Math.Max(size, 1)];
            _used = 0;
        }

        return true;
    }

    /// <summary>The bytes in one array of <see cref="PooledBytes"/>, which may be longer. The buffer must not be used afterwards.</summary>
    public byte[] ToArray()
    {
        if (_full is null)
        {
            return _array;
        }

        byte[] whole = PooledBytes.Rent(Length);
        _full.Add(_array);
        int at = 0;
        for (int i = 0; i < _full.Count; i++)
        {
            byte[] part = _full[i];
            int count = Math.Min(part.Length, Length - at);
            part.AsSpan(0, count).CopyTo(whole.AsSpan(at));
            at += count;
        }

        Release();
        return whole;
    }

    /// <summary>Returns the rented array to the pool.</summary>
    public readonly void Release() => PooledBytes.Return(_full is null ? _array : _full[0]);
}
