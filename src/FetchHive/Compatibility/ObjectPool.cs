using System;
using System.Threading;

namespace FetchHive;

/// <summary>
/// Keeps a fixed number of objects for reuse. Neither taking nor returning an object allocates or blocks. When the pool is full, an object
/// is left to the garbage collector. When the pool is empty, the caller creates a new one.
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
            // Reads first: an exchange on every empty element would fetch its cache line for nothing.
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
