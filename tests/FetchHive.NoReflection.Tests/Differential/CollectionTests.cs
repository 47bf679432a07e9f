using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Differential;

public sealed class Numbers : List<int>;

public class MoreNumbers : Collection<int>;

public sealed class OwnSet : HashSet<int>;

public sealed class OwnQueue : Queue<int>;

public sealed class OwnStack : Stack<int>;

public struct OwnCollection : ICollection<int>
{
    private List<int>? _items;

    public readonly int Count => _items?.Count ?? 0;

    public readonly bool IsReadOnly => false;

    public void Add(int item) => (_items ??= []).Add(item);

    public readonly void Clear() => _items?.Clear();

    public readonly bool Contains(int item) => _items?.Contains(item) == true;

    public readonly void CopyTo(int[] array, int arrayIndex) => _items?.CopyTo(array, arrayIndex);

    public readonly IEnumerator<int> GetEnumerator() => (_items ?? []).GetEnumerator();

    public readonly bool Remove(int item) => _items?.Remove(item) == true;

    readonly System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadCollections
{
    Task<int[]> OneDimension(CancellationToken cancellationToken);

    Task<int[][]> Jagged(CancellationToken cancellationToken);

    Task<List<int>> List(CancellationToken cancellationToken);

    Task<Numbers> ListSubclass(CancellationToken cancellationToken);

    Task<IEnumerable<int>> Enumerable(CancellationToken cancellationToken);

    Task<IReadOnlyList<int>> ReadOnlyList(CancellationToken cancellationToken);

    Task<IReadOnlyCollection<int>> ReadOnlyCollection(CancellationToken cancellationToken);

    Task<ICollection<int>> CollectionInterface(CancellationToken cancellationToken);

    Task<IList<int>> ListInterface(CancellationToken cancellationToken);

    Task<ISet<int>> SetInterface(CancellationToken cancellationToken);

    Task<HashSet<int>> HashSet(CancellationToken cancellationToken);

    Task<SortedSet<int>> SortedSet(CancellationToken cancellationToken);

    Task<OwnSet> SetSubclass(CancellationToken cancellationToken);

    Task<Queue<int>> Queue(CancellationToken cancellationToken);

    Task<OwnQueue> QueueSubclass(CancellationToken cancellationToken);

    Task<Stack<int>> Stack(CancellationToken cancellationToken);

    Task<OwnStack> StackSubclass(CancellationToken cancellationToken);

    Task<ConcurrentQueue<int>> ConcurrentQueue(CancellationToken cancellationToken);

    Task<ConcurrentStack<int>> ConcurrentStack(CancellationToken cancellationToken);

    Task<LinkedList<int>> LinkedList(CancellationToken cancellationToken);

    Task<Collection<int>> Collection(CancellationToken cancellationToken);

    Task<MoreNumbers> CollectionSubclass(CancellationToken cancellationToken);

    Task<ObservableCollection<int>> ObservableCollection(CancellationToken cancellationToken);

    Task<OwnCollection> StructCollection(CancellationToken cancellationToken);

    Task<OwnCollection?> NullableStructCollection(CancellationToken cancellationToken);

    Task<ImmutableArray<int>> ImmutableArray(CancellationToken cancellationToken);

    Task<ImmutableArray<int>?> NullableImmutableArray(CancellationToken cancellationToken);

    Task<ImmutableList<int>> ImmutableList(CancellationToken cancellationToken);

    Task<IImmutableList<int>> ImmutableListInterface(CancellationToken cancellationToken);

    Task<ImmutableHashSet<int>> ImmutableHashSet(CancellationToken cancellationToken);

    Task<IImmutableSet<int>> ImmutableSetInterface(CancellationToken cancellationToken);

    Task<ImmutableSortedSet<int>> ImmutableSortedSet(CancellationToken cancellationToken);

    Task<ImmutableQueue<int>> ImmutableQueue(CancellationToken cancellationToken);

    Task<IImmutableQueue<int>> ImmutableQueueInterface(CancellationToken cancellationToken);

    Task<ImmutableStack<int>> ImmutableStack(CancellationToken cancellationToken);

    Task<IImmutableStack<int>> ImmutableStackInterface(CancellationToken cancellationToken);

    Task<Memory<int>> Memory(CancellationToken cancellationToken);

    Task<ReadOnlyMemory<int>> ReadOnlyMemory(CancellationToken cancellationToken);

    Task<Memory<int>?> NullableMemory(CancellationToken cancellationToken);

    Task<List<List<int?>?>> Nested(CancellationToken cancellationToken);

    Task<ImmutableArray<List<string?>>> NestedImmutable(CancellationToken cancellationToken);

    Task<List<Pair>> OfStructs(CancellationToken cancellationToken);

    Task<IReadOnlyList<Recursive?>> OfObjects(CancellationToken cancellationToken);

    Task<Box<int[]>> ArrayMember(CancellationToken cancellationToken);

    Task<Box<IReadOnlyList<int>?>> ListMember(CancellationToken cancellationToken);

    Task<Box<ImmutableArray<int>>> ImmutableArrayMember(CancellationToken cancellationToken);

    Task<Box<Memory<int>>> MemoryMember(CancellationToken cancellationToken);
}

public sealed class Recursive
{
    public string? Name { get; set; }

    public Recursive? Next { get; set; }

    public List<Recursive> Children { get; set; } = [];

    public Dictionary<string, Recursive?>? ByName { get; set; }
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadDictionaries
{
    Task<Dictionary<string, int>> Dictionary(CancellationToken cancellationToken);

    Task<OwnDictionary> Subclass(CancellationToken cancellationToken);

    Task<SortedDictionary<string, int>> Sorted(CancellationToken cancellationToken);

    Task<SortedList<string, int>> SortedList(CancellationToken cancellationToken);

    Task<ConcurrentDictionary<string, int>> Concurrent(CancellationToken cancellationToken);

    Task<IDictionary<string, int>> Interface(CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<string, int>> ReadOnlyInterface(CancellationToken cancellationToken);

    Task<ImmutableDictionary<string, int>> Immutable(CancellationToken cancellationToken);

    Task<ImmutableSortedDictionary<string, int>> ImmutableSorted(CancellationToken cancellationToken);

    Task<IImmutableDictionary<string, int>> ImmutableInterface(CancellationToken cancellationToken);

    Task<Dictionary<int, string?>> IntKeys(CancellationToken cancellationToken);

    Task<Dictionary<ulong, string?>> ULongKeys(CancellationToken cancellationToken);

    Task<Dictionary<double, string?>> DoubleKeys(CancellationToken cancellationToken);

    Task<Dictionary<decimal, string?>> DecimalKeys(CancellationToken cancellationToken);

    Task<Dictionary<Guid, string?>> GuidKeys(CancellationToken cancellationToken);

    Task<Dictionary<Plain, string?>> EnumKeys(CancellationToken cancellationToken);

    Task<Dictionary<string, List<Dictionary<int, Pair?>>>> Nested(CancellationToken cancellationToken);

    Task<List<KeyValuePair<string, int>>> Pairs(CancellationToken cancellationToken);

    Task<Box<Dictionary<string, int>>> Member(CancellationToken cancellationToken);

    Task<Box<IReadOnlyDictionary<string, int>?>> InterfaceMember(CancellationToken cancellationToken);
}

public sealed class OwnDictionary : Dictionary<string, int>;

public sealed class CollectionTests : HiveTests
{
    private static readonly string[] Lists =
        ["[]", "[1,2,3]", "[3,3,1]", "[\"4\",5]", "[null]", "[1.5]", "[\"x\"]", "[[1]]", "{}", "{\"a\":1}", "12", "true", "[1,2147483648]"];

    private static readonly string[] Maps =
        ["{}", """{"b":1,"a":2}""", """{"a":1,"a":2}""", """{"a":"3"}""", """{"a":null}""", """{"a":"x"}""", """{"a":[]}""", "[]", "12",
            """{"A":1,"a":2,"":3}"""];

    private static readonly string[] Keys =
        ["{}", """{"1":"x"}""", """{"x":"x"}""", """{"1.5":"x"}""", """{"-1":null}""", """{"0f8fad5b-d9cb-469f-a165-70867728950e":"x"}""",
            """{"First":"x"}""", """{"second":"x"}""", """{" 1":"x"}""", """{"99999999999999999999999":"x"}""", """{"1":2}"""];

    [Fact]
    public async Task Every_collection_is_read_as_reflection_reads_it()
    {
        IReadCollections reads = IReadCollections.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.OneDimension, Lists);
        await same.Add(reads.Jagged, [.. Lists, "[[1],[],[2,\"3\"]]", "[[1],null]"]);
        await same.Add(reads.List, Lists);
        await same.Add(reads.ListSubclass, Lists);
        await same.Add(reads.Enumerable, Lists);
        await same.Add(reads.ReadOnlyList, Lists);
        await same.Add(reads.ReadOnlyCollection, Lists);
        await same.Add(reads.CollectionInterface, Lists);
        await same.Add(reads.ListInterface, Lists);
        await same.Add(reads.SetInterface, Lists);
        await same.Add(reads.HashSet, Lists);
        await same.Add(reads.SortedSet, Lists);
        await same.Add(reads.SetSubclass, Lists);
        await same.Add(reads.Queue, Lists);
        await same.Add(reads.QueueSubclass, Lists);
        await same.Add(reads.Stack, Lists);
        await same.Add(reads.StackSubclass, Lists);
        await same.Add(reads.ConcurrentQueue, Lists);
        await same.Add(reads.ConcurrentStack, Lists);
        await same.Add(reads.LinkedList, Lists);
        await same.Add(reads.Collection, Lists);
        await same.Add(reads.CollectionSubclass, Lists);
        await same.Add(reads.ObservableCollection, Lists);
        await same.Add(reads.StructCollection, Lists);
        await same.Add(reads.NullableStructCollection, Lists);
        same.AssertSame();
    }

    [Fact]
    public async Task Every_immutable_collection_is_read_as_reflection_reads_it()
    {
        IReadCollections reads = IReadCollections.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.ImmutableArray, Lists);
        await same.Add(reads.NullableImmutableArray, Lists);
        await same.Add(reads.ImmutableList, Lists);
        await same.Add(reads.ImmutableListInterface, Lists);
        await same.Add(reads.ImmutableHashSet, Lists);
        await same.Add(reads.ImmutableSetInterface, Lists);
        await same.Add(reads.ImmutableSortedSet, Lists);
        await same.Add(reads.ImmutableQueue, Lists);
        await same.Add(reads.ImmutableQueueInterface, Lists);
        await same.Add(reads.ImmutableStack, Lists);
        await same.Add(reads.ImmutableStackInterface, Lists);
        await same.Add(reads.Memory, Lists);
        await same.Add(reads.ReadOnlyMemory, Lists);
        await same.Add(reads.NullableMemory, Lists);
        same.AssertSame();
    }

    [Fact]
    public async Task Collections_of_collections_and_objects_are_read_as_reflection_reads_them()
    {
        IReadCollections reads = IReadCollections.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.Nested, "[[1,null],null,[]]", "[[\"1\"]]", "[1]", "{}");
        await same.Add(reads.NestedImmutable, "[[\"a\",null],[]]", "[null]", "[[1]]");
        await same.Add(reads.OfStructs, """[{"left":1,"right":"x"},{"LEFT":"2","Right":null}]""", "[{}]", "[null]", "[1]");
        await same.Add(
            reads.OfObjects,
            """[{"name":"a","next":{"name":"b","next":null,"children":[]},"children":[{"name":"c"}],"by_name":{"d":{"children":[{"""
            + """}]},"e":null}},null]""",
            """[{"children":null}]""",
            """[{"children":[null]}]""",
            """[{"next":{"next":{"next":{"name":1}}}}]""");
        await same.AddBoxed(reads.ArrayMember, Lists);
        await same.AddBoxed(reads.ListMember, Lists);
        await same.AddBoxed(reads.ImmutableArrayMember, Lists);
        await same.AddBoxed(reads.MemoryMember, Lists);
        same.AssertSame();
    }

    [Fact]
    public async Task Every_dictionary_is_read_as_reflection_reads_it()
    {
        IReadDictionaries reads = IReadDictionaries.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.Dictionary, Maps);
        await same.Add(reads.Subclass, Maps);
        await same.Add(reads.Sorted, Maps);
        await same.Add(reads.SortedList, Maps);
        await same.Add(reads.Concurrent, Maps);
        await same.Add(reads.Interface, Maps);
        await same.Add(reads.ReadOnlyInterface, Maps);
        await same.Add(reads.Immutable, Maps);
        await same.Add(reads.ImmutableSorted, Maps);
        await same.Add(reads.ImmutableInterface, Maps);
        await same.Add(reads.IntKeys, Keys);
        await same.Add(reads.ULongKeys, Keys);
        await same.Add(reads.DoubleKeys, Keys);
        await same.Add(reads.DecimalKeys, Keys);
        await same.Add(reads.GuidKeys, Keys);
        await same.Add(reads.EnumKeys, Keys);
        await same.Add(reads.Nested, """{"a":[{"1":{"left":1,"right":"x"},"2":null}]}""", """{"a":[null]}""", """{"a":[{"x":null}]}""",
            """{"a":{}}""");
        await same.Add(reads.Pairs, """[{"key":"a","value":1}]""", """[{"Key":"a","VALUE":"1"}]""", "[{}]", """[{"key":null,"value":1}]""",
            """[{"key":"a","value":1,"more":2}]""", """{"a":1}""");
        await same.AddBoxed(reads.Member, Maps);
        await same.AddBoxed(reads.InterfaceMember, Maps);
        same.AssertSame();
    }
}
