using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Attributes of System.Text.Json, extension data and enums, both those that it accepts and those that it refuses at each
/// call.</summary>
internal static class AttributeCases
{
    private const string Extension = "Dictionary<string, JsonElement>";

    public static IReadOnlyList<TypeCase> All { get; } =
    [
        Extended("extension data", $"[JsonExtensionData] public {Extension}? X {{ get; set; }}"),
        Extended("extension data that is init-only", $"[JsonExtensionData] public {Extension}? X {{ get; init; }}"),
        Extended("extension data without a setter", $"[JsonExtensionData] public {Extension} X {{ get; }} = [];"),
        Extended("extension data without a setter that is null", $$"""
            [JsonExtensionData] public {{Extension}}? X { get; }
            """) with { ReadsMore = true },
        Extended("extension data with a private setter", $$"""
            [JsonExtensionData] public {{Extension}}? X { get; private set; }
            """) with { ReadsMore = true },
        Extended("extension data with an included private setter", $$"""
            [JsonExtensionData, JsonInclude] public {{Extension}}? X { get; private set; }
            """),
        Extended("extension data in a field", $"[JsonExtensionData, JsonInclude] public {Extension}? X;"),
        Extended("extension data in a field that isn't included", $"[JsonExtensionData] public {Extension}? X;") with { Send = null },
        Extended("required extension data", $$"""
            [JsonExtensionData] public required {{Extension}} X { get; set; }
            """) with { Value = "new T { X = new() }", Read = "FH4004", ReadMessage = "without required" },
        Extended("extension data that is a JsonObject", "[JsonExtensionData] public JsonObject? X { get; set; }"),
        Extended("extension data that is an interface", "[JsonExtensionData] public IDictionary<string, JsonElement>? X { get; set; }"),
        Extended("extension data that is read-only", """
            [JsonExtensionData] public IReadOnlyDictionary<string, JsonElement>? X { get; set; }
            """) with { Read = "FH4004" },
        Extended("extension data of objects", """
            [JsonExtensionData] public Dictionary<string, object>? X { get; set; }
            """) with { Read = "FH4004" },
        Extended("extension data of text", "[JsonExtensionData] public Dictionary<string, string>? X { get; set; }"),
        Extended("extension data that is ignored", $$"""
            [JsonExtensionData, JsonIgnore] public {{Extension}}? X { get; set; }
            """) with { Send = null },
        Extended("two members with extension data", $$"""
            [JsonExtensionData] public {{Extension}}? X { get; set; } [JsonExtensionData] public {{Extension}}? Y { get; set; }
            """),
        Extended("extension data and [JsonRequired]", $"[JsonExtensionData, JsonRequired] public {Extension}? X {{ get; set; }}"),
        Extended("extension data and members that aren't set", $$"""
            [JsonExtensionData] public {{Extension}}? X { get; set; } public int More { get; } = 3; public int P { get; private set;
                } [JsonIgnore] public int I { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int R { get;
                set; }
            """),
        Extended("unmapped members are disallowed, and held", $$"""
            [JsonExtensionData] public {{Extension}}? X { get; set; }
            """, "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] "),
        New("extension data that is a parameter", $$"""
            public record T(int V, [property: JsonExtensionData] {{Extension}}? X = null);
            """, """{"v":1,"more":2}""") with { Value = "new T(1)", Send = "FH2008" },
        New("extension data of a generic type that is init-only", $$"""
            public class Page<I> { public I? V { get; init; } [JsonExtensionData] public {{Extension}}? X { get; init; } }
                public class T { public Page<int>? A { get; set; } }
            """, """{"a":{"v":1,"more":2}}""") with { Send = "FH2008", Read = "FH4004" },
        New("unmapped members are disallowed", """
            [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class T { public int A { get; set; }
                public int G { get; } = 3; [JsonIgnore] public int I { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int R { get; set; } public int F; }
            """, """{"a":1,"g":2}""", """{"i":1}""", """{"r":1}""", """{"f":1}"""),
        New("number handling on text", """
            public class T { [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public string? A { get; set; } }
            """),
        New("number handling on an object", """
            public class T { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public T? A { get; set; } public int B { get; set; } }
            """),
        New("number handling on lists of lists", """
            public class T { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public List<List<int>>? A { get; set; } }
            """),
        New("number handling on an enum", """
            public enum E { X } public class T { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public E A { get; set; } }
            """),
        New("number handling on a dictionary's keys", """
            public class T { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public Dictionary<int, string>? A { get; set; } }
            """),
        New("strict numbers of a type", """
            [JsonNumberHandling(JsonNumberHandling.Strict)] public class T { public int A { get; set; } public List<int> B { get; set; }
                = [1]; public string? C { get; set; } }
            """, """{"a":"1"}""", """{"b":["1"]}"""),
        New("names of JSON metadata", """
            public class T { [JsonPropertyName("$type")] public string? A { get; set; }
                [JsonPropertyName("$id")] public string? I { get; set; } [JsonPropertyName("$values")] public int[]? Vs { get; set;
                } [JsonPropertyName("$ref")] public string? R { get; set; } }
            """, """{"$type":"x","$id":"1","$values":[1],"$ref":"r"}"""),
        New("WhenWritingNull on a number", """
            public class T { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int A { get; set; } }
            """),
        New("WhenWritingDefault on a struct with a default constructor", """
            public struct P { public P() { X = 1; } public int X { get; set; } }
                public class T { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public P A { get; set;
                } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public P B { get; set; } = new P(); }
            """),
        New("names with odd letters", """
            public class T { [JsonPropertyName("a b")] public int A { get; set; } [JsonPropertyName("ü☃\"\\")] public int B { get; set;
                } [JsonPropertyName("A B")] public int C { get; set; } }
            """, """{"a b":1}""") with { Read = "FH4004" },
        New("an included private setter", """
            public class T { [JsonInclude] public int A { get; private set; } = 4; [JsonInclude] public string? B { get; private init;
                } [JsonInclude] public List<int> C { get; internal set; } = []; [JsonInclude] public int D { get; protected set; } }
            """, """{"a":1,"b":"x","c":[1],"d":3}"""),
        New("an included private property", """
            public class T { [JsonInclude] private int A { get; set; } = 4; public int B { get; set; } }
            """, """{"a":1}""") with { Send = "FH2013" },
        New("an included private field", """
            public class T { [JsonInclude] private int _a = 4; [JsonInclude] private string? _b; public int B { get; set; } }
            """, """{"_a":1,"_b":"x"}""") with { Send = "FH2013" },
        New("an included private field of a struct", """
            public struct T { [JsonInclude] private int _a; [JsonInclude] public int C { get; private set; } public int B { get; set; } }
            """, """{"_a":1,"c":2}""") with { Send = "FH2013" },
        New("an included private member of a base", """
            public class B { [JsonInclude] private int A { get; set; } = 4; [JsonInclude] protected internal int P { get; protected set; }
                } public class T : B { public int Z { get; set; } }
            """, """{"a":1,"p":2}""") with { Send = "FH2013" },
        New("an included private member of a private type", """
            public class T { private class N { public int X { get; set; } } [JsonInclude] private N? A { get; set; }
                public int B { get; set; } }
            """, """{"a":{"x":1}}""") with { Send = "FH2013", Read = "FH4004", ReadMessage = "its setter of 'A' isn't public" },
        New("an included private setter of a generic type", """
            public class G<I> { [JsonInclude] public I? A { get; private set; } } public class T { public G<int>? V { get; set; } }
            """, """{"v":{"a":1}}""") with { Read = "FH4004", ReadMessage = "its setter of 'A' isn't public" },
        New("an included internal getter", """
            public class T { [JsonInclude] public int A { internal get; set; } = 4; [JsonInclude] internal int B { get; set; }
                = 5; [JsonInclude] internal int F = 6; }
            """, """{"a":1,"b":2,"f":3}"""),
        New("an enum's name is empty", """
            public enum E { [JsonStringEnumMemberName("")] None, Warm } public class T { public E A { get; set; } }
            """) with { Value = "new T { A = E.Warm }", Send = "FH2004", Read = "FH4004", SendMessage = "The JSON name of 'E.None' is empty" },
        New("an enum's name begins with a space", """
            public enum E { [JsonStringEnumMemberName(" x")] None, Warm } public class T { public E A { get; set; } }
            """) with { Send = "FH2004", Read = "FH4004" },
        New("a flag's name has a comma", """
            [Flags] public enum E { [JsonStringEnumMemberName("a,b")] None = 1, Warm = 2 } public class T { public E A { get; set; }
                = (E)3; }
            """) with { Send = "FH2004", Read = "FH4004" },
        New("an enum's name in an attribute of its own", """
            public class JsonStringEnumMemberNameAttribute(string name) : Attribute { public string Name => name; }
                public enum E { None, [JsonStringEnumMemberName("quite warm")] Warm }
                public class T { public E A { get; set; } = E.Warm; }
            """, """{"a":"None"}"""),
        New("an enum's name has a comma", """
            public enum E { [JsonStringEnumMemberName("a,b")] None, Warm } public class T { public E A { get; set; } }
            """, """{"a":"a,b"}""", """{"a":"Warm"}"""),
        New("an enum's name is a number", """
            public enum E { [JsonStringEnumMemberName("7")] Seven, Warm } public class T { public E A { get; set; } }
            """, """{"a":"7"}""", """{"a":"Warm"}"""),
        New("an enum's names are one but for letter case", """
            public enum E { None, [JsonStringEnumMemberName("NONE")] Other } public class T { public E A { get; set; }
                public E B { get; set; } = E.Other; }
            """, """{"a":"None"}""", """{"a":"NONE"}"""),
        New("an enum has two names for one value", """
            public enum E { None, Nothing = 0, Some = 1, Any = 1 } public class T { public E A { get; set; } public E B { get; set; }
                = E.Any; }
            """, """{"a":"Nothing","b":"Any"}"""),
        New("an enum without members", """
            public enum E { } public class T { public E? A { get; set; } public int B { get; set; } }
            """, """{"a":null}"""),
        New("flags with parts", """
            [Flags] public enum E : byte { None, A = 1, B = 2, AB = 3, C = 4 } public class T { public E X { get; set; } = (E)7;
                public E Y { get; set; } = (E)5; public E Z { get; set; } }
            """, """{"x":"A, C","y":"AB"}"""),
        New("an enum as a dictionary's key", """
            public enum E { [JsonStringEnumMemberName("the one")] One, Two } public class T { public Dictionary<E, int> A { get; set; }
                = new() { [E.One] = 1, [E.Two] = 2 }; }
            """, """{"a":{"the one":3}}""", """{"a":{"Two":3}}"""),
        New("an enum of numbers", """
            [JsonConverter(typeof(JsonNumberEnumConverter<E>))] public enum E { [JsonStringEnumMemberName("")] One = 1, Two }
                public class T { public E A { get; set; } = E.Two; }
            """, """{"a":1}"""),
        New("ignored members that have no JSON form", """
            public unsafe class T { [JsonIgnore] public int* Q { get; set; } [JsonIgnore] public ReadOnlySpan<char> S => "x";
                [JsonIgnore] public object? O { get; set; } [JsonIgnore] public System.IO.Stream? U { get; init; }
                [JsonIgnore] public (int, int) P { get; set; } public int A { get; set; } }
            """),
        New("a converter on a member that isn't set", """
            public class T { [JsonConverter(typeof(Upper))] public string A => "a"; public int B { get; set; } }
                public class Upper : JsonConverter<string> { public override string Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions
                o) => r.GetString()!; public override void Write(Utf8JsonWriter w, string v, JsonSerializerOptions o) =>
                w.WriteStringValue(v.ToUpperInvariant()); }
            """, """{"a":"x","b":1}""") with { Send = "FH2008" },
        New("a list without a setter that is to be filled", """
            public class T { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> A { get; } = [1];
                public int B { get; set; } }
            """, """{"a":[2]}""") with { Read = "FH4004" },
        New("members without JSON that aren't set", """
            public class T { public string Value { get; set; } = "v"; public static string St { get; set; } = "";
                public const int K = 4; public int this[int i] => i; public event Action? E; }
            """),
        New("a member that returns by reference", """
            public class T { private int _a; public ref readonly int A => ref _a; public ref int B => ref _a; public int C { get; set; } }
            """, """{"c":1}""") with { ReadsMore = true },
    ];

    private static TypeCase Extended(string name, string members, string attributes = "") =>
        New(name, $"{attributes}public class T {{ public int V {{ get; set; }} {members} }}", """{"v":1,"more":2}""",
            """{"v":1,"i":5,"p":6,"r":7}""") with
        { Send = "FH2008" };

    private static TypeCase New(string name, string source, params string[] documents) => new(name, source) { Documents = documents };
}
