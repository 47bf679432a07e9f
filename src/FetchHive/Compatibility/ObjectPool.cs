using System;
using System.Threading;

namespace FetchHive;

/// <summary>
/// A fixed number of places for objects worth keeping. Neither taking nor giving back allocates or blocks. When the places are full, an
/// object is left to the garbage collector. When they are empty, the caller makes a new one.
/// </summary>
internal sealed class ObjectPool<T>
    where T : class
{
    private readonly T?[] _slots = new T?[Math.Max(4, Environment.ProcessorCount * 2)];

    public T? TryTake()
    {
        T?[] slots = _slots;
        for (int i = 0; i < slots.Length; i++)
        {
            // Read first: an exchange on every empty place would fetch its cache line for nothing.
            if (Volatile.Read(ref slots[i]) is not null && Interlocked.Exchange(ref slots[i], null) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    public bool TryGive(T item)
    {
        T?[] slots = _slots;
        for (int i = 0; i < slots.Length; i++)
        {
            if (Volatile.Read(ref slots[i]) is null && Interlocked.CompareExchange(ref slots[i], item, null) is null)
            {
                return true;
            }
        }

        return false;
    }
}
