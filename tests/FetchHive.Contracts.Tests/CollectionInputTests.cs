using System;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;
using FetchHive.Contracts.Tests.UserCollections;

namespace FetchHive.Contracts.Tests;

public sealed record Item(string Name, int? Count = null);

public readonly record struct Spot(int X, int Y);

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface ICollections :
    ISends<int[]>, ISends<string?[]>, ISends<int?[]>, ISends<Item?[]>, ISends<Spot[]>, ISends<Spot?[]>, ISends<double[]>, ISends<Uri[]>,
    ISends<int[][]>, ISends<int[]?[][]>, ISends<List<int>>, ISends<List<string?>>, ISends<List<Item?>>, ISends<List<List<Item>>>,
    ISends<List<List<int>?>>,
    ISends<IList<int>>, ISends<ICollection<int>>, ISends<IEnumerable<int>>, ISends<IReadOnlyList<int>>, ISends<IReadOnlyCollection<int>>,
    ISends<IReadOnlyList<Item>>, ISends<IEnumerable<Item?>>, ISends<IEnumerable<int?>>, ISends<IEnumerable<IEnumerable<string>>>,
    ISends<ISet<string>>, ISends<IReadOnlySet<string>>, ISends<HashSet<string>>, ISends<SortedSet<int>>,
    ISends<ImmutableArray<int>>, ISends<ImmutableArray<int>?>, ISends<ImmutableArray<ImmutableArray<string>>>, ISends<ImmutableArray<Item>>,
    ISends<ImmutableList<int>>, ISends<IImmutableList<int>>, ISends<ImmutableHashSet<int>>, ISends<IImmutableSet<int>>,
    ISends<ImmutableSortedSet<int>>,
    ISends<ImmutableQueue<int>>, ISends<IImmutableQueue<int>>, ISends<ImmutableStack<int>>, ISends<IImmutableStack<int>>,
    ISends<FrozenSet<int>>, ISends<Memory<int>>, ISends<ReadOnlyMemory<string>>, ISends<ReadOnlyMemory<Item?>>, ISends<Memory<int>?>,
    ISends<Memory<char>>,
    ISends<ArraySegment<int>>, ISends<Queue<int>>, ISends<Stack<int>>, ISends<LinkedList<int>>, ISends<Collection<int>>,
    ISends<ObservableCollection<int>>,
    ISends<ReadOnlyCollection<int>>, ISends<ReadOnlyObservableCollection<int>>, ISends<ConcurrentQueue<int>>, ISends<ConcurrentStack<int>>,
    ISends<ConcurrentBag<int>>, ISends<BlockingCollection<int>>, ISends<IProducerConsumerCollection<int>>, ISends<List<byte>>,
    ISends<IEnumerable<byte>>, ISends<byte[][]>,
    ISends<List<KeyValuePair<string, int>>>, ISends<KeyValuePair<string, Item>>, ISends<IOrderedEnumerable<int>>,
    ISends<IGrouping<string, int>>, ISends<IEnumerable<IGrouping<string, int>>>,
    ISends<Tags>, ISends<Steps>, ISends<Steps?>, ISends<Numbers>, ISends<ReadOnlyTags>, ISends<Forest>, ISends<KeyedItems>,
    ISends<LazyPages<Item>>, ISends<List<Tags?>>;

public sealed class CollectionInputTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly Item Full = new("ä\"", 1);
    private static readonly Item Bare = new("b");

    private static readonly Cases<ICollections> Table = new()
    {
        Array.Empty<int>(),
        new[] { 1, -2, int.MaxValue },
        new[] { "a", null, "" },
        new int?[] { 1, null },
        new[] { Full, null, Bare },
        new[] { new Spot(1, 2) },
        new Spot?[] { new(1, 2), null },
        new[] { 1.5, -0.0, 1e300 },
        new Uri[] { new("https://example.com/ä"), null! },
        new int[][] { [1], [], [2, 3] },
        new int[]?[][] { [[1], null], [] },
        new int[][] { null! },
        new List<int> { 1, 2 },
        new List<string?> { "a", null },
        new List<Item?> { Full, null },
        new List<List<Item>> { new() { Full }, new() },
        new List<List<int>?> { new() { 1 }, null },
        (IList<int>)[1, 2],
        (ICollection<int>)[1, 2],
        Enumerable.Range(1, 3),
        (IEnumerable<int>)new HashSet<int> { 1 },
        (IReadOnlyList<int>)[1, 2],
        (IReadOnlyCollection<int>)[1, 2],
        (IReadOnlyList<Item>)[Full, Bare],
        (IEnumerable<Item?>)[Full, null],
        (IEnumerable<int?>)[1, null],
        (IEnumerable<IEnumerable<string>>)[["a"], ["b", "c"]],
        (ISet<string>)new HashSet<string> { "a" },
        (IReadOnlySet<string>)new HashSet<string> { "a" },
        new HashSet<string> { "b", "a" },
        new SortedSet<int> { 2, 1 },
        ArraySegment<int>.Empty,
        ImmutableArray<int>.Empty,
        ImmutableArray.Create(1, 2),
        (ImmutableArray<int>?)ImmutableArray.Create(1, 2),
        ImmutableArray.Create(ImmutableArray.Create("a"), ImmutableArray<string>.Empty),
        ImmutableArray.Create(Full),
        ImmutableList.Create(1, 2),
        (IImmutableList<int>)ImmutableList.Create(1, 2),
        ImmutableHashSet.Create(1),
        (IImmutableSet<int>)ImmutableHashSet.Create(1),
        ImmutableSortedSet.Create(2, 1),
        ImmutableQueue.Create(1, 2),
        (IImmutableQueue<int>)ImmutableQueue.Create(1, 2),
        ImmutableStack.Create(1, 2),
        (IImmutableStack<int>)ImmutableStack.Create(1, 2),
        new[] { 1 }.ToFrozenSet(),
        new Memory<int>([1, 2, 3]).Slice(1),
        new ReadOnlyMemory<string>(["a", "b"]),
        new ReadOnlyMemory<Item?>([Full, null]),
        default(Memory<int>),
        (Memory<int>?)new Memory<int>([1]),
        new Memory<char>(['a', '"']),
        new ArraySegment<int>([1, 2, 3], 1, 2),
        new Queue<int>([1, 2]),
        new Stack<int>([1, 2]),
        new LinkedList<int>([1, 2]),
        new Collection<int> { 1, 2 },
        new ObservableCollection<int> { 1, 2 },
        new ReadOnlyCollection<int>([1, 2]),
        new ReadOnlyObservableCollection<int>([1, 2]),
        new ConcurrentQueue<int>([1, 2]),
        new ConcurrentStack<int>([1, 2]),
        new ConcurrentBag<int>([1]),
        new BlockingCollection<int> { 1, 2 },
        (IProducerConsumerCollection<int>)new ConcurrentQueue<int>([1, 2]),
        new List<byte> { 1, 255 },
        (IEnumerable<byte>)new List<byte> { 1 },
        new List<KeyValuePair<string, int>> { new("a", 1) },
        new KeyValuePair<string, Item>("a", Full),
        (IOrderedEnumerable<int>)new[] { 2, 1 }.Order(),
        new[] { 1, 2, 3 }.GroupBy(number => number % 2 == 0 ? "even" : "odd").First(),
        new[] { 1, 2, 3 }.GroupBy(number => number % 2 == 0 ? "even" : "odd"),
        new Tags { "a", null },
        new Steps(3),
        (Steps?)new Steps(2),
        new Numbers(3),
        new ReadOnlyTags("a", "b"),
        new Forest { new Forest(), new Forest { new Forest() } },
        new KeyedItems { Full, Bare },
        new LazyPages<Item>(Full, Bare),
        new List<Tags?> { new() { "a" }, null },
    };

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_collection_is_sent_as_a_native_array(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(ICollections.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    [Fact]
    public async Task A_default_immutable_array_is_refused_by_the_name_of_its_parameter()
    {
        ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(
            client => ((ISends<ImmutableArray<int>>)ICollections.Create(client)).SendAsync(default, Hive.Token));

        Assert.Equal("value", thrown.ParamName);
        Assert.Contains("default ImmutableArray<", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_immutable_array_inside_is_refused()
    {
        ArgumentException nested = await hive.RefusalOfAsync<ArgumentException>(
            client => ((ISends<ImmutableArray<ImmutableArray<string>>>)ICollections.Create(client)).SendAsync([default], Hive.Token));
        ArgumentException held = await hive.RefusalOfAsync<ArgumentException>(
            client => ((ISends<ImmutableArray<int>?>)ICollections.Create(client)).SendAsync(default(ImmutableArray<int>), Hive.Token));

        Assert.Contains("default ImmutableArray<", nested.Message, StringComparison.Ordinal);
        Assert.Contains("default ImmutableArray<", held.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_that_contains_itself_is_refused()
    {
        Forest forest = [];
        forest.Add(forest);

        ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(
            client => ((ISends<Forest>)ICollections.Create(client)).SendAsync(forest, Hive.Token));

        Assert.Contains("leads back to itself", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_is_enumerated_once()
    {
        int walks = 0;
        IEnumerable<int> Walked()
        {
            walks++;
            yield return 1;
        }

        Body body =
            await hive.BodyOfAsync(client => ((ISends<IEnumerable<int>>)ICollections.Create(client)).SendAsync(Walked(), Hive.Token));

        Assert.Equal("[1]", body.Value);
        Assert.Equal(1, walks);
    }

    [Fact]
    public async Task An_exception_from_a_sequence_reaches_the_caller_and_the_client_stays_usable()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidOperationException("broken");
        }

        InvalidOperationException thrown = await hive.RefusalOfAsync<InvalidOperationException>(
            client => ((ISends<IEnumerable<int>>)ICollections.Create(client)).SendAsync(Broken(), Hive.Token));
        Body next = await hive.BodyOfAsync(client => ((ISends<IEnumerable<int>>)ICollections.Create(client)).SendAsync([2], Hive.Token));

        Assert.Equal("broken", thrown.Message);
        Assert.Equal("[2]", next.Value);
    }

    [Fact]
    public async Task A_default_ArraySegment_is_refused()
    {
        ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(
            client => ((ISends<ArraySegment<int>>)ICollections.Create(client)).SendAsync(default, Hive.Token));

        Assert.Contains("default ArraySegment<", thrown.Message, StringComparison.Ordinal);
    }
}
