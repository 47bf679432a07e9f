using System.Collections.Generic;
using System.Linq;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Collections and dictionaries of the framework and of users, by themselves and as members.</summary>
internal static class CollectionCases
{
    private static readonly string[] Lists = ["[]", "[1,2,3]", "[3,3,1]", "[\"4\"]", "[null]", "[1.5]", "{}"];

    private static readonly string[] Maps = ["{}", """{"b":1,"a":2}""", """{"1":1}""", """{"a":null}""", """{"NaN":1}"""];

    // The collection's type, a value, and the rule that refuses it as an output.
    private static readonly (string Type, string Value, string? Read)[] Framework =
    [
        ("int[]", "new[] { 2, 1 }", null), ("List<int>", "new List<int> { 2, 1 }", null), ("IEnumerable<int>", "new[] { 2, 1 }", null),
        ("IReadOnlyList<int>", "new[] { 2, 1 }", null),
        ("ICollection<int>", "new List<int> { 2 }", null), ("IList<int>", "new List<int> { 2 }", null),
        ("ISet<int>", "new HashSet<int> { 2 }", null), ("IReadOnlySet<int>", "new HashSet<int> { 2 }", "FH4004"),
        ("HashSet<int>", "new HashSet<int> { 2 }", null), ("SortedSet<int>", "new SortedSet<int> { 2, 1 }", null),
        ("Queue<int>", "new Queue<int>(new[] { 2, 1 })", null), ("Stack<int>", "new Stack<int>(new[] { 2, 1 })", null),
        ("LinkedList<int>", "new LinkedList<int>(new[] { 2, 1 })", null), ("Collection<int>", "new Collection<int> { 2 }", null),
        ("ObservableCollection<int>", "new ObservableCollection<int> { 2 }", null),
        ("ReadOnlyCollection<int>", "new ReadOnlyCollection<int>(new[] { 2 })", "FH4004"),
        ("ReadOnlyObservableCollection<int>", "new ReadOnlyObservableCollection<int>(new ObservableCollection<int> { 2 })", "FH4004"),
        ("ConcurrentQueue<int>", "new ConcurrentQueue<int>(new[] { 2, 1 })", null),
        ("ConcurrentStack<int>", "new ConcurrentStack<int>(new[] { 2, 1 })", null),
        ("ConcurrentBag<int>", "new ConcurrentBag<int> { 2 }", "FH4004"),
        ("BlockingCollection<int>", "new BlockingCollection<int> { 2 }", "FH4004"),
        ("ArraySegment<int>", "new ArraySegment<int>(new[] { 2, 1 })", "FH4004"),
        ("ArraySegment<int>", "default(ArraySegment<int>)", "FH4004"),
        ("ImmutableArray<int>", "ImmutableArray.Create(2, 1)", null), ("ImmutableArray<int>", "default(ImmutableArray<int>)", null),
        ("ImmutableList<int>", "ImmutableList.Create(2, 1)", null), ("IImmutableList<int>", "ImmutableList.Create(2)", null),
        ("ImmutableHashSet<int>", "ImmutableHashSet.Create(2)", null), ("IImmutableSet<int>", "ImmutableHashSet.Create(2)", null),
        ("ImmutableSortedSet<int>", "ImmutableSortedSet.Create(2)", null), ("ImmutableQueue<int>", "ImmutableQueue.Create(2)", null),
        ("IImmutableQueue<int>", "ImmutableQueue.Create(2)", null), ("ImmutableStack<int>", "ImmutableStack.Create(2)", null),
        ("IImmutableStack<int>", "ImmutableStack.Create(2)", null), ("Memory<int>", "new Memory<int>(new[] { 2 })", null),
        ("Memory<int>", "default(Memory<int>)", null), ("ReadOnlyMemory<int>", "default(ReadOnlyMemory<int>)", null),
        ("System.Collections.Frozen.FrozenSet<int>", "System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { 2 })", "FH4004"),
        ("ImmutableArray<int>.Builder", "ImmutableArray.Create(2).ToBuilder()", "FH4004"),
        ("Dictionary<string, int>.KeyCollection", "new Dictionary<string, int> { [\"k\"] = 1 }.Keys", "FH4004"),
        ("List<List<int?>?>", "new List<List<int?>?> { new List<int?> { 1, null }, null }", null),
    ];

    private static readonly (string Type, string Value, string? Send, string? Read)[] Dictionaries =
    [
        ("Dictionary<string, int>", "new Dictionary<string, int> { [\"b\"] = 1 }", null, null),
        ("IDictionary<string, int>", "new Dictionary<string, int> { [\"b\"] = 1 }", null, null),
        ("IReadOnlyDictionary<string, int>", "new Dictionary<string, int> { [\"b\"] = 1 }", null, null),
        ("SortedDictionary<string, int>", "new SortedDictionary<string, int> { [\"b\"] = 1 }", null, null),
        ("SortedList<string, int>", "new SortedList<string, int> { [\"b\"] = 1 }", null, null),
        ("ConcurrentDictionary<string, int>", "new ConcurrentDictionary<string, int> { [\"b\"] = 1 }", null, null),
        ("ReadOnlyDictionary<string, int>",
            "new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { [\"b\"] = 1 })", null, "FH4004"),
        ("ImmutableDictionary<string, int>", "ImmutableDictionary.Create<string, int>().Add(\"b\", 1)", null, null),
        ("ImmutableSortedDictionary<string, int>", "ImmutableSortedDictionary.Create<string, int>().Add(\"b\", 1)", null, null),
        ("IImmutableDictionary<string, int>", "ImmutableDictionary.Create<string, int>().Add(\"b\", 1)", null, null),
        ("System.Collections.Frozen.FrozenDictionary<string, int>",
            "System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, int> { [\"b\"] = 1 })", null, "FH4004"),
        ("Dictionary<double, int>", "new Dictionary<double, int> { [-1.5] = 1 }", null, null),
        ("Dictionary<double, int>", "new Dictionary<double, int> { [double.NaN] = 1 }", null, null),
        ("Dictionary<Half, int>", "new Dictionary<Half, int> { [(Half)0.1] = 1 }", null, null),
        ("Dictionary<float, int>", "new Dictionary<float, int> { [1e20f] = 1, [0.1f] = 2 }", null, null),
        ("Dictionary<decimal, int>", "new Dictionary<decimal, int> { [1.50m] = 1 }", null, null),
        ("Dictionary<Int128, int>", "new Dictionary<Int128, int> { [-1] = 1 }", null, null),
        ("Dictionary<sbyte, int>", "new Dictionary<sbyte, int> { [-1] = 1 }", null, null),
        ("Dictionary<ulong, int>", "new Dictionary<ulong, int> { [ulong.MaxValue] = 1 }", null, null),
        ("Dictionary<Guid, int>", "new Dictionary<Guid, int> { [Guid.Empty] = 1 }", null, null),
        ("Dictionary<DayOfWeek, int>", "new Dictionary<DayOfWeek, int> { [DayOfWeek.Monday] = 1 }", null, null),
        ("Dictionary<bool, int>", "new Dictionary<bool, int> { [true] = 1 }", "FH2006", "FH4004"),
        ("Dictionary<DateTime, int>", "new Dictionary<DateTime, int> { [new DateTime(2024, 1, 2)] = 1 }", "FH2006", "FH4004"),
        ("Dictionary<Uri, int>", "new Dictionary<Uri, int> { [new Uri(\"http://a/\")] = 1 }", "FH2006", "FH4004"),
        ("Dictionary<char, int>", "new Dictionary<char, int> { ['c'] = 1 }", "FH2006", "FH4004"),
        ("Dictionary<Version, int>", "new Dictionary<Version, int>()", "FH2006", "FH4004"),
        ("Dictionary<int[], int>", "new Dictionary<int[], int>()", "FH2006", "FH4004"),
    ];

    public static IReadOnlyList<TypeCase> All { get; } =
    [
        .. Framework.Select(type => new TypeCase(type.Value, "")
            {
                Type = type.Type, Value = type.Value, Documents = Lists, Read = type.Read,
            }),
        .. Framework.Where(type => type.Read is null).Select(type =>
            new TypeCase($"{type.Value} as a member", $"public class T {{ public {type.Type} A {{ get; set; }} = {type.Value}; }}")
            {
                Documents = [.. Lists.Select(list => $$"""{"a":{{list}}}""")],
            }),
        .. Dictionaries.Select(type => new TypeCase(type.Value, "")
            {
                Type = type.Type, Value = type.Value, Documents = Maps, Send = type.Send, Read = type.Read,
            }),
        New("a list with a required member", """
            public class T : List<int> { public required string Name { get; set; } }
            """) with { Value = "new T { Name = \"n\" }", Read = "FH4004", ReadMessage = "its required member 'Name'" },
        New("a dictionary with a required member", """
            public class T : Dictionary<string, int> { public required string Name { get; set; } }
            """) with { Value = "new T { Name = \"n\" }", Read = "FH4004", ReadMessage = "its required member 'Name'" },
        New("a list whose constructor sets its required member", """
            public class T : List<int> { [SetsRequiredMembers] public T() { Name = "n"; } public required string Name { get; set; } }
            """),
        New("a list with another public enumerator", """
            public class T : List<int> { public new IEnumerator<int> GetEnumerator() { yield return 99; } }
            """) with { Value = "new T { 1 }" },
        New("a collection that is read-only", ReadOnly("public bool IsReadOnly => true; public void Add(int item) { }")) with { Read =
            "FH4004", ReadMessage = "it is read-only" },
        New("a collection whose Add throws",
            ReadOnly("public bool IsReadOnly => false; public void Add(int item) => throw new NotSupportedException();")) with { Read =
            "FH4004", ReadMessage = "it is read-only" },
        New("a collection whose explicit Add throws",
            ReadOnly("public bool IsReadOnly => false; void ICollection<int>.Add(int item) { throw new NotSupportedException(); }")) with {
            Read = "FH4004", ReadMessage = "it is read-only" },
        New("a collection that can be filled",
            ReadOnly("public bool IsReadOnly => false; public List<int> Items = new(); public void Add(int item) => Items.Add(item);")),
        New("a list of a read-only kind", """
            public class T : ReadOnlyCollection<int> { public T() : base(new List<int>()) { } }
            """) with { Read = "FH4004" },
        New("an abstract collection", """
            public abstract class B : Collection<int> { } public class T : B { }
            """) with { Value = "new T { 1 }" },
        New("a collection without a public constructor", """
            public class T : Collection<int> { private T() { } public static T Make() => new T(); }
            """) with { Value = "T.Make()", Read = "FH4004" },
        New("a collection with [JsonConstructor]", """
            public class T : Collection<int> { [JsonConstructor] public T(int capacity) { } }
            """) with { Value = "new T(1)", Read = "FH4004" },
        New("a collection with an optional parameter", """
            public class T : List<int> { public T(int capacity = 4) { } }
            """) with { Read = "FH4004" },
        New("a collection with members of its own", """
            public class T : List<int> { public string Name { get; set; } = "n"; [JsonInclude] public int Field; }
            """) with { Value = "new T { 1 }" },
        New("an enumerable that can't be filled", """
            public class T : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return 1; }
                IEnumerator IEnumerable.GetEnumerator() { yield return 1; } }
            """) with { Read = "FH4004" },
        New("an enumerable with an Add", """
            public class T : IEnumerable<int> { public List<int> Items = new(); public void Add(int item) => Items.Add(item);
                public IEnumerator<int> GetEnumerator() => Items.GetEnumerator();
                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }
            """) with { Value = "new T { 1 }", Read = "FH4004" },
        New("an enumerable with another public enumerator", """
            public class T : IEnumerable<int> { public IEnumerator<string> GetEnumerator() { yield return "x"; }
                IEnumerator<int> IEnumerable<int>.GetEnumerator() { yield return 1; }
                IEnumerator IEnumerable.GetEnumerator() { yield return 1; } }
            """) with { Read = "FH4004" },
        New("a set of the user's", "public class T : HashSet<int> { }") with { Value = "new T { 1 }" },
        New("a stack of the user's", "public class T : Stack<int> { }"),
        New("a keyed collection", """
            public class T : KeyedCollection<string, int> { protected override string GetKeyForItem(int item) => item.ToString(); }
            """) with { Value = "new T { 1 }" },
        New("a dictionary with another public enumerator", """
            public class T : Dictionary<string, int> { public new IEnumerator<string> GetEnumerator() { yield return "z"; } }
            """, Maps) with { Value = "new T { [\"a\"] = 1 }" },
        New("a dictionary of the user's", """
            public class T : SortedDictionary<string, int> { public string Name { get; set; } = "n"; }
            """, Maps) with { Value = "new T { [\"a\"] = 1 }" },
        New("a read-only dictionary of the user's", """
            public class T : ReadOnlyDictionary<string, int> { public T() : base(new Dictionary<string, int>()) { } }
            """, Maps) with { Read = "FH4004" },
        New("an interface of the user's that is a list", """
            public interface T : IList<int> { } public class L : List<int>, T { }
            """) with { Value = "new L { 1 }", Read = "FH4004" },
        New("a collection in a namespace of System", """
            }
            namespace System.UserLand { public class Odd : List<int> { public new IEnumerator<int> GetEnumerator() { yield return 99; } }
            """) with { Type = "System.UserLand.Odd", Value = "new System.UserLand.Odd { 1 }" },
        New("an enumerable in a namespace of System", """
            }
            namespace System.UserLand { public class Odd2 : IEnumerable<int> { public IEnumerator<string> GetEnumerator() { yield return
                "x"; } IEnumerator<int> IEnumerable<int>.GetEnumerator() { yield return 1; }
                IEnumerator IEnumerable.GetEnumerator() { yield return 1; } }
            """) with { Type = "System.UserLand.Odd2", Value = "new System.UserLand.Odd2()", Read = "FH4004" },
        New("a dictionary in a namespace of System", """
            }
            namespace System.Collections.UserLand { public class OddMap : Dictionary<string, int> { public new IEnumerator<string>
                GetEnumerator() { yield return "z"; } }
            """, Maps) with { Type = "System.Collections.UserLand.OddMap", Value = "new System.Collections.UserLand.OddMap { [\"a\"] = 1 }"
            },
        New("an object in a namespace of System", """
            }
            namespace System.UserLand { public class Dto { public Half2? M { get; set; } = new(); public Uri2[] N { get; set; } = [new()];
                } public struct Half2 { public int A { get; set; } } public class Uri2 { public string? B { get; set; } }
            """, """{"m":{"a":2},"n":[{"b":"x"}]}""") with { Type = "System.UserLand.Dto", Value = "new System.UserLand.Dto()" },
        New("an enum in a namespace of System", """
            }
            namespace System.UserLand { public enum Mood { Good, Bad }
            """, "\"Bad\"") with { Type = "List<System.UserLand.Mood>", Value =
            "new List<System.UserLand.Mood> { System.UserLand.Mood.Bad }" },
        New("a type named like one of System's", """
            public class Uri { public int A { get; set; } = 1; } public class T { public Uri B { get; set; } = new();
                public Version? C { get; set; } } public class Version { public int D { get; set; } }
            """, """{"b":{"a":3},"c":{"d":2}}"""),
        New("pairs", """
            public class T { public List<KeyValuePair<string, int?>> A { get; set; } = [new("k", null)];
                public KeyValuePair<int, string>? B { get; set; } }
            """, """{"a":[{"key":"x","value":2}],"b":{"key":1,"value":"y"}}"""),
        New("collections of each other", """
            public class Cyc { public Cyc2? A { get; set; } } public class Cyc2 { public List<Cyc>? B { get; set; }
                public IReadOnlyDictionary<string, Cyc2[]>? C { get; set; } } public class T : List<Cyc2> { }
            """, """[{"b":[{"a":{"c":{"k":[{}]}}}]}]"""),
        New("a list of a list of itself", "public class T : List<T> { }", "[[],[[]]]") with { Value = "new T { new T() }" },
    ];

    private static TypeCase New(string name, string source, params string[] documents) => new(name, source)
    {
        Documents = [.. Lists, ..
        documents]
    };

    private static string ReadOnly(string members) => $$"""
        public class T : ICollection<int>
        {
            {{members}}
            public int Count => 1; public void Clear() { } public bool Contains(int item) => false;
                public void CopyTo(int[] array, int index) { } public bool Remove(int item) => false;
            public IEnumerator<int> GetEnumerator() { yield return 1; }
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """;
}
