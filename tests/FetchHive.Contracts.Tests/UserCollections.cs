using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace FetchHive.Contracts.Tests.UserCollections;

/// <summary>Inherits from a list, and has its own property, which isn't sent because a collection is an array.</summary>
public sealed class Tags : List<string?>
{
    public string Title => "not sent";
}

/// <summary>A struct, whose public enumerator isn't that of its interface.</summary>
public readonly struct Steps(int count) : IEnumerable<int>
{
    public Enumerator GetEnumerator() => new(count);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => Enumerable.Range(0, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Enumerable.Range(0, count).GetEnumerator();

    /// <summary>Returns other values than the interface's enumerator, of another type.</summary>
    public struct Enumerator(int count)
    {
        private int _left = count;

        public readonly string Current => "wrong";

        public bool MoveNext() => _left-- > 0;
    }
}

/// <summary>Has a public GetEnumerator that returns objects; the typed one is explicit.</summary>
public sealed class Numbers(int count) : IReadOnlyCollection<long>
{
    public int Count => count;

    public IEnumerator GetEnumerator() => new[] { "wrong" }.GetEnumerator();

    IEnumerator<long> IEnumerable<long>.GetEnumerator() => Enumerable.Range(0, count).Select(number => (long)number).GetEnumerator();
}

/// <summary>Implements only the read-only list.</summary>
public sealed class ReadOnlyTags(params string[] tags) : IReadOnlyList<string>
{
    public int Count => tags.Length;

    public string this[int index] => tags[index];

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)tags).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => tags.GetEnumerator();
}

/// <summary>A collection of itself.</summary>
public sealed class Forest : Collection<Forest>;

public sealed class KeyedItems : KeyedCollection<string, Item>
{
    protected override string GetKeyForItem(Item item) => item.Name;
}

/// <summary>A generic collection with an abstract base.</summary>
public sealed class LazyPages<T>(params T[] items) : Pages<T>
{
    public override IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();
}

public abstract class Pages<T> : IEnumerable<T>
{
    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
