using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Constructors of every shape, and required members.</summary>
internal static class ConstructorCases
{
    private const string Json = """{"a":1,"b":2,"name":"n","tags":["x"]}""";

    public static IReadOnlyList<TypeCase> All { get; } =
    [
        New("a parameter by ref", """
            public class T { public T(ref int a) { A = a; } public int A { get; } public static T Make() { int a = 1; return new T(ref a);
                } }
            """) with { Value = "T.Make()", Read = "FH4004", ReadMessage = "'a' is taken by reference" },
        New("a parameter by out", """
            public class T { public T(out int a) { A = a = 5; } public int A { get; } public static T Make() => new T(out int a); }
            """) with { Value = "T.Make()", Read = "FH4004", ReadMessage = "'a' is taken by reference" },
        New("a parameter by ref readonly", """
            public class T { public T(ref readonly int a) { A = a; } public int A { get; } public static T Make() { int a = 1;
                return new T(in a); } }
            """) with { Value = "T.Make()", Read = "FH4004", ReadMessage = "'a' is taken by reference" },
        New("a parameter by in", """
            public class T { public T(in int a) { A = a; } public int A { get; } }
            """) with { ReadsMore = true, Value = "new T(1)" },
        New("a struct's parameter by in", """
            public struct T { [JsonConstructor] public T(in int a, in string name) { A = a; Name = name; } public int A { get; }
                public string Name { get; } }
            """) with { ReadsMore = true, Value = "new T(1, \"n\")" },
        New("params", """
            public class T { public T(params string[] tags) { Tags = tags; } public string[] Tags { get; } }
            """) with { Value = "new T(\"a\")" },
        New("two parameters that differ by case only", """
            public class T { public T(int a, int A) { this.A = a + A; } public int A { get; } }
            """) with { Value = "new T(1, 2)" },
        New("two marked constructors", """
            public class T { [JsonConstructor] public T(int a) { A = a; } [JsonConstructor] public T(int a, int b) { A = a; B = b; }
                public int A { get; } public int B { get; } }
            """) with { Value = "new T(1)" },
        New("a private constructor that is marked", """
            public class T { [JsonConstructor] private T(int a) { A = a; } public int A { get; } public static T Make() => new T(3); }
            """) with { Value = "T.Make()", Read = "FH4004", ReadMessage = "make that public or internal" },
        New("an internal constructor that is marked", """
            public class T { [JsonConstructor] internal T(int a) { A = a; } public int A { get; } }
            """) with { Value = "new T(3)" },
        New("a marked constructor that the whole assembly may call, and derived types", """
            public class T { [JsonConstructor] protected internal T(int a) { A = a; } public T() { A = 100; } public int A { get; } }
            """) with { Value = "new T(3)" },
        New("an internal constructor without parameters that is marked", """
            public class T { [JsonConstructor] internal T() { } public T(int a) { A = a + 100; } public int A { get; set; } }
            """) with { Value = "new T(3)" },
        New("an internal constructor of a struct that is marked", """
            public readonly struct T { [JsonConstructor] internal T(int a) { A = a; } public int A { get; } }
            """) with { Value = "new T(3)" },
        New("a private constructor without parameters", """
            public class T { private T() { } public int A { get; set; } public static T Make() => new T(); }
            """) with { Value = "T.Make()" },
        New("a protected constructor", """
            public class T { protected T() { } public int A { get; set; } public static T Make() => new T(); }
            """) with { Value = "T.Make()" },
        New("two public constructors", """
            public class T { public T(int a) { A = a; } public T(int a, int b) { A = a; B = b; } public int A { get; } public int B { get;
                } }
            """) with { Value = "new T(1)" },
        New("a parameterless constructor beside others", """
            public class T { public T() { } public T(int a) { A = a + 100; } public int A { get; set; } }
            """),
        New("a parameter whose property has another type", """
            public class T { public T(int a) { A = a; } public long A { get; } }
            """) with { Value = "new T(1)" },
        New("a parameter whose property is nullable", """
            public class T { public T(int a) { A = a; } public int? A { get; } }
            """) with { Value = "new T(1)" },
        New("a nullable parameter whose property isn't", """
            public class T { public T(string? name) { Name = name ?? "none"; } public string Name { get; } }
            """) with { Value = "new T(\"n\")" },
        New("a parameter without a property", """
            public class T { public T(int total) { A = total; } public int A { get; } }
            """) with { Value = "new T(1)" },
        New("a parameter for a property of the base", """
            public class B { public int A { get; protected set; } } public class T : B { public T(int a) { A = a; } public int Z { get;
                set; } }
            """) with { Value = "new T(1)" },
        New("a parameter for a hidden property of another type", """
            public class B { public int A { get; set; } } public class T : B { public T(string a) { A = a; } public new string A { get; } }
            """, """{"a":"x"}""") with { Value = "new T(\"x\")" },
        New("a parameter for an ignored property", """
            public class T { public T(int a, int b) { A = a; B = b; } public int A { get; } [JsonIgnore] public int B { get; } }
            """) with { Value = "new T(1, 2)" },
        New("a parameter for a property that is ignored when reading", """
            public class T { public T(int a, int b) { A = a; B = b; } public int A { get; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int B { get; } }
            """) with { Value = "new T(1, 2)" },
        New("a parameter for a private property that is included", """
            public class T { public T(int a) { A = a; } [JsonInclude] private int A { get; } public int Z { get; set; } }
            """) with { Value = "new T(1)", Send = "FH2013" },
        New("a parameter for a field", """
            public class T { public T(int a) { A = a; } [JsonInclude] public readonly int A; }
            """) with { Value = "new T(1)" },
        New("a parameter for a field that isn't included", """
            public class T { public T(int a) { A = a; } public readonly int A; public int Z { get; set; } }
            """) with { Value = "new T(1)" },
        New("a parameter for a renamed property", """
            public class T { public T(int a) { A = a; } [JsonPropertyName("b")] public int A { get; } }
            """) with { Value = "new T(1)" },
        New("a constructor that sets required members", """
            public class T { [SetsRequiredMembers] public T(int a) { A = a; Name = "set"; } public int A { get; }
                public required string Name { get; set; } }
            """) with { Value = "new T(1)" },
        New("a constructor with an attribute of its own that is named SetsRequiredMembers", """
            public class SetsRequiredMembersAttribute : Attribute { }
                public class T { [SetsRequiredMembers] public T() { } public required string Name { get; set; } }
            """) with { Value = "new T { Name = \"n\" }" },
        New("a constructor that sets ignored required members", """
            public class T { [SetsRequiredMembers] public T() { Name = "set"; } public int A { get; set; }
                [JsonIgnore] public required string Name { get; set; } }
            """),
        New("a constructor that sets a required field", """
            public class T { [SetsRequiredMembers] public T() { Name = "set"; } public int A { get; set; } public required string Name; }
            """),
        New("a required member that is ignored", """
            public class T { public int A { get; set; } [JsonIgnore] public required string Name { get; set; } }
            """) with { Value = "new T { Name = \"n\" }" },
        New("a required member that is ignored when reading", """
            public class T { public int A { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public required string
                Name { get; set; } }
            """) with { Value = "new T { Name = \"n\" }" },
        New("a required member that is ignored when writing", """
            public class T { public int A { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public required string
                Name { get; set; } }
            """) with { Value = "new T { Name = \"n\" }" },
        New("a required field", """
            public class T { public int A { get; set; } public required string Name; }
            """) with { Value = "new T { Name = \"n\" }", Read = "FH4004", ReadMessage = "[JsonInclude]" },
        New("a required field of a base", """
            public class B { public required string Name; } public class T : B { public int A { get; set; } }
            """) with { Value = "new T { Name = \"n\" }", Read = "FH4004", ReadMessage = "its required member 'Name' is a field" },
        New("a required member that isn't public", """
            internal class Held { public int A { get; set; } internal required string Name { get; set; } }
                public class T { [JsonInclude] internal Held Held { get; set; } = new() { Name = "n" }; }
            """, """{"held":{"a":1}}""") with { Read = "FH4004", ReadMessage = "'Name'" },
        New("a required member and a parameter that sets it", """
            public class T { public T(string name) { Name = name + "!"; } public required string Name { get; set; } }
            """) with { ReadsDifferently = true, Value = "new T(\"n\") { Name = \"n\" }" },
        New("a required member that a constructor sets", """
            public class T { public T(string name) { Name = name + "!"; } public required string Name { get; init; }
                public int A { get; init; } = 4; }
            """) with { ReadsDifferently = true, Value = "new T(\"n\") { Name = \"n\" }" },
        New("an ignored required member that a parameter is for", """
            public class T { public T(string name = "d") { Name = name; } [JsonIgnore] public required string Name { get; set; }
                public int A { get; set; } }
            """) with { Value = "new T(\"n\") { Name = \"n\" }" },
        New("a write-only required member", """
            public class T { private string _name = ""; public int A { get; set; } public required string Name { set => _name = value; } }
            """) with { Value = "new T { Name = \"n\" }" },
        New("[JsonRequired] without a setter", """
            public class T { [JsonRequired] public string? A { get; } public string? B { get; set; } }
            """) with { },
        New("[JsonRequired] with a private setter", """
            public class T { [JsonRequired] public string? Name { get; private set; } public string? B { get; set; } }
            """),
        New("[JsonRequired] on an ignored member", """
            public class T { [JsonRequired, JsonIgnore] public string? Name { get; set; } public int B { get; set; } }
            """),
        New("[JsonRequired] on a member that is ignored when reading", """
            public class T { [JsonRequired, JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public string? Name { get; set;
                } public int B { get; set; } }
            """),
        New("[JsonRequired] on a computed member", """
            public class T { [JsonRequired] public string Name => "n"; public int B { get; set; } }
            """),
        New("[JsonRequired] on a parameter's member", """
            public class T { public T(string? name) { Name = name; } [JsonRequired] public string? Name { get; } public int B { get; set;
                } }
            """) with { ReadsMore = true, Value = "new T(\"n\")" },
        New("[JsonRequired] on an optional parameter's member", """
            public class T { public T(string name = "d") { Name = name; } [JsonRequired] public string Name { get; }
                public int B { get; set; } }
            """) with { ReadsMore = true, Value = "new T(\"n\")" },
        New("[JsonRequired] on a field", "public class T { [JsonRequired] public string? Name; public int B { get; set; } }"),
        New("[JsonRequired] on an included readonly field", """
            public class T { [JsonRequired, JsonInclude] public readonly string? Name; public int B { get; set; } }
            """),
        New("[JsonRequired] on an included internal property", """
            public class T { [JsonRequired, JsonInclude] internal string? Name { get; set; } public int B { get; set; } }
            """),
        New("[JsonRequired] on an internal property", """
            public class T { [JsonRequired] internal string? Name { get; set; } public int B { get; set; } }
            """),
        New("[JsonRequired] on a static property", """
            public class T { [JsonRequired] public static string? Name { get; set; } public int B { get; set; } }
            """),
        New("a struct with a parameterless constructor", """
            public struct T { public T() { A = 5; } public T(int a) { A = a; } public int A { get; set; } public int B { get; init; } }
            """),
        New("a struct with one other constructor", """
            public struct T { public T(int a) { A = a; } public int A { get; private set; } public int B { get; set; } }
            """),
        New("a struct with a required member", """
            public struct T { public required int A { get; set; } public required string Name { get; init; } }
            """) with { Value = "new T { A = 1, Name = \"n\" }" },
        New("a struct with an ignored required member", """
            public struct T { public int A { get; set; } [JsonIgnore] public required string Name { get; init; } }
            """) with { Value = "new T { A = 1, Name = \"n\" }" },
        New("a readonly record struct", "public readonly record struct T(int A, string? Name = null);") with { Value = "new T(1)" },
        New("a primary constructor", """
            public class T(int a, string name = "d") { public int A { get; } = a; public string Name { get; set; } = name; }
            """) with { Value = "new T(1)" },
        New("a primary constructor whose parameter is kept", """
            public class T(int a) { public int A => a; public string? Name { get; set; } }
            """) with { Value = "new T(1)" },
        New("a parameter of a nullable enum with a default", """
            public enum E { X, Y } public record T(E? A = E.Y, E B = (E)1, E[]? Tags = null);
            """, """{}""", """{"a":"X","b":"X"}""") with { Value = "new T()" },
        New("defaults of every kind", """
            public record T(string A = "d", char C = 'x', decimal D = 1.5m, double E = double.NaN, DateTime F = default, int? G = 3, Guid? H
                = null, List<int>? Tags = null);
            """, "{}") with { Value = "new T(E: 1)" },
        New("no constructor but a copy", """
            public record T { private T() { } protected T(T other) { } public int A { get; set; } public static T Make() => new T(); }
            """) with { Value = "T.Make()" },
        New("an obsolete constructor that is marked", """
            public class T { [Obsolete("for JSON"), JsonConstructor] public T(int a) { A = a; } public T(string a, int b) { }
                public int A { get; } }
            """) with { Value = "new T(\"\", 1)" },
        New("a constructor that throws", """
            public class T { public T(int a) { if (a < 0) throw new ArgumentException("negative"); A = a; } public int A { get; } }
            """, """{"a":-1}""") with { Value = "new T(1)" },
        New("a generic type with init-only members", """
            public class G<V> { public V? A { get; init; } public required V B { get; init; } }
                public class T { public G<int>? A { get; set; } }
            """, """{"a":{"a":1,"b":2}}""") with { Value = "new T { A = new G<int> { A = 1, B = 2 } }" },
    ];

    private static TypeCase New(string name, string source, params string[] documents) => new(name, source)
    {
        Documents = [Json, ..
        documents]
    };
}
