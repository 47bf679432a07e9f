using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace FetchHive.AspNetCore;

/// <summary>
/// A dictionary that is bounded in number, weight and age. The oldest entries go first, and the newest stays. It isn't thread-safe: its
/// owner locks.
/// </summary>
internal sealed class BoundedMemory<TValue>(TimeProvider time, int mostEntries, long mostWeight)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _order = new();
    private long _weight;

    public int Count => _entries.Count;

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
        {
            if (node.Value.Until > time.GetUtcNow())
            {
                value = node.Value.Value;
                return true;
            }

            Remove(node);
        }

        value = default;
        return false;
    }

    public void Remove(string key)
    {
        if (_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
        {
            Remove(node);
        }
    }

    /// <summary>Sets an entry, which becomes the newest. An entry that is heavier than the limit pushes out all others.</summary>
    public void Set(string key, TValue value, long weight, TimeSpan retention)
    {
        Remove(key);
        DateTimeOffset now = time.GetUtcNow();
        _entries[key] = _order.AddLast(new Entry(key, value, weight, now + retention));
        _weight += weight;
        // Entries usually have the same retention, so the oldest expires first. If the retention was changed, other expired entries are
        // found on access or pushed out.
        while (_order.First is { } first
            && first != _order.Last
            && (_entries.Count > mostEntries || _weight > mostWeight || first.Value.Until <= now))
        {
            Remove(first);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _entries.Remove(node.Value.Key);
        _order.Remove(node);
        _weight -= node.Value.Weight;
    }

    private readonly record struct Entry(string Key, TValue Value, long Weight, DateTimeOffset Until);
}
