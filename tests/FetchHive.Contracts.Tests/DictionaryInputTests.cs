using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IDictionaries :
    ISends<Dictionary<string, int>>, ISends<Dictionary<string, string?>>, ISends<Dictionary<string, int?>>,
    ISends<Dictionary<string, Item?>>,
    ISends<IDictionary<string, int>>, ISends<IReadOnlyDictionary<string, int>>, ISends<SortedDictionary<string, int>>,
    ISends<SortedList<string, int>>,
    ISends<ConcurrentDictionary<string, int>>, ISends<ImmutableDictionary<string, int>>, ISends<IImmutableDictionary<string, int>>,
    ISends<ImmutableSortedDictionary<string, int>>, ISends<FrozenDictionary<string, int>>, ISends<ReadOnlyDictionary<string, int>>,
    ISends<OrderedDictionary<string, int>>,
    ISends<Dictionary<string, Dictionary<string, int[]?>?>>, ISends<List<Dictionary<string, Item>>>, ISends<Settings>,
    ISends<ReadOnlySettings>,
    ISends<Dictionary<sbyte, int>>, ISends<Dictionary<byte, int>>, ISends<Dictionary<short, int>>, ISends<Dictionary<ushort, int>>,
    ISends<Dictionary<int, int>>,
    ISends<Dictionary<uint, int>>, ISends<Dictionary<long, int>>, ISends<Dictionary<ulong, int>>, ISends<Dictionary<Int128, int>>,
    ISends<Dictionary<UInt128, int>>,
    ISends<Dictionary<Half, int>>, ISends<Dictionary<float, int>>, ISends<Dictionary<double, int>>, ISends<Dictionary<decimal, int>>,
    ISends<Dictionary<Guid, int>>;

/// <summary>A user's dictionary type, whose own properties aren't sent.</summary>
public sealed class Settings : Dictionary<string, int>
{
    public string Title => "not sent";
}

/// <summary>Implements only the read-only dictionary, and has a public enumerator that differs from the interface's.</summary>
public sealed class ReadOnlySettings(Dictionary<string, int> held) : IReadOnlyDictionary<string, int>
{
    public int Count => held.Count;

    public IEnumerable<string> Keys => held.Keys;

    public IEnumerable<int> Values => held.Values;

    public int this[string key] => held[key];

    public bool ContainsKey(string key) => held.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value) => held.TryGetValue(key, out value);

    public IEnumerator GetEnumerator() => new[] { "wrong" }.GetEnumerator();

    IEnumerator<KeyValuePair<string, int>> IEnumerable<KeyValuePair<string, int>>.GetEnumerator() => held.GetEnumerator();
}

public sealed class DictionaryInputTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly Dictionary<string, int> Plain = new() { ["one"] = 1 };

    private static readonly Cases<IDictionaries> Table = new()
    {
        new Dictionary<string, int>(),
        new Dictionary<string, int> { ["camelCase"] = 1, ["Pascal Case"] = 2, [""] = 3, ["\"日本\" \u0001"] = 4, ["🚀"] = 5, ["a.b"] = 6 },
        new Dictionary<string, string?> { ["a"] = null, ["b"] = "" },
        new Dictionary<string, int?> { ["a"] = null, ["b"] = 1 },
        new Dictionary<string, Item?> { ["a"] = null, ["b"] = new("x") },
        (IDictionary<string, int>)Plain,
        (IReadOnlyDictionary<string, int>)Plain,
        new SortedDictionary<string, int>(Plain),
        new SortedList<string, int>(Plain),
        new ConcurrentDictionary<string, int>(Plain),
        Plain.ToImmutableDictionary(),
        (IImmutableDictionary<string, int>)Plain.ToImmutableDictionary(),
        Plain.ToImmutableSortedDictionary(),
        Plain.ToFrozenDictionary(),
        new ReadOnlyDictionary<string, int>(Plain),
        new OrderedDictionary<string, int>(Plain),
        new Dictionary<string, Dictionary<string, int[]?>?> { ["a"] = new() { ["b"] = [1], ["c"] = null }, ["d"] = null },
        new List<Dictionary<string, Item>> { new() { ["a"] = new("x", 1) } },
        new Settings { ["a"] = 1 },
        new ReadOnlySettings(Plain),
        new Dictionary<sbyte, int> { [sbyte.MinValue] = 1 },
        new Dictionary<byte, int> { [byte.MaxValue] = 1 },
        new Dictionary<short, int> { [short.MinValue] = 1 },
        new Dictionary<ushort, int> { [ushort.MaxValue] = 1 },
        new Dictionary<int, int> { [int.MinValue] = 1, [0] = 2 },
        new Dictionary<uint, int> { [uint.MaxValue] = 1 },
        new Dictionary<long, int> { [long.MinValue] = 1 },
        new Dictionary<ulong, int> { [ulong.MaxValue] = 1 },
        new Dictionary<Int128, int> { [Int128.MinValue] = 1 },
        new Dictionary<UInt128, int> { [UInt128.MaxValue] = 1 },
        new Dictionary<Half, int> { [(Half)0.1] = 1, [Half.MinValue] = 2 },
        new Dictionary<float, int> { [0.1f] = 1, [float.Epsilon] = 2, [1e10f] = 3 },
        new Dictionary<double, int> { [0.1] = 1, [double.Epsilon] = 2, [1e16] = 3, [double.NegativeZero] = 4 },
        new Dictionary<decimal, int> { [1.10m] = 1, [decimal.MaxValue] = 2 },
        new Dictionary<Guid, int> { [new("019d52846ea37682b03522fd0695cc43")] = 1 },
    };

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_dictionary_is_sent_as_an_object_with_its_keys_as_they_are(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(IDictionaries.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    [Fact]
    public async Task A_key_that_is_not_a_finite_number_is_refused()
    {
        foreach (double key in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            foreach (ArgumentException thrown in new[]
            {
                await hive.RefusalOfAsync<ArgumentException>(client => Send(client, new Dictionary<double, int> { [key] = 1 })),
                await hive.RefusalOfAsync<ArgumentException>(client => Send(client, new Dictionary<float, int> { [(float)key] = 1 })),
                await hive.RefusalOfAsync<ArgumentException>(client => Send(client, new Dictionary<Half, int> { [(Half)key] = 1 })),
            })
            {
                Assert.Contains("Use finite numbers as keys", thrown.Message, StringComparison.Ordinal);
            }
        }

        static Task Send<T>(FetchHiveClient client, T value) => ((ISends<T>)IDictionaries.Create(client)).SendAsync(value, Hive.Token);
    }
}
