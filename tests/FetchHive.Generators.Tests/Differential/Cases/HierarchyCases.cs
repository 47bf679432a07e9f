using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Members that hide, override, ignore and rename those of a base.</summary>
internal static class HierarchyCases
{
    private const string Json = """{"a":"J","z":5,"alpha":"AL","other":"O","b":"BB"}""";

    public static IReadOnlyList<TypeCase> All { get; } =
    [
        New("an ignored property hides one", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { [JsonIgnore] public new string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an ignored property hides one that has a name", """
            public class B { [JsonPropertyName("alpha")] public string A { get; set; } = "base"; }
            public class T : B { [JsonIgnore] public new string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("a property hides an ignored one", """
            public class B { [JsonIgnore] public string A { get; set; } = "base"; }
            public class T : B { public new string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an ignored property hides one of another type", """
            public class B { public int A { get; set; } = 1; }
            public class T : B { [JsonIgnore] public new string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an ignored override", """
            public class B { public virtual string A { get; set; } = "base"; }
            public class T : B { [JsonIgnore] public override string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an override of an ignored property", """
            public class B { [JsonIgnore] public virtual string A { get; set; } = "base"; }
            public class T : B { public override string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an override of an ignored property between others", """
            public class B { [JsonIgnore] public virtual string A { get; set; } = "base"; }
            public class M : B { public override string A { get; set; } = "middle"; }
            public class T : M { public override string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an override between is ignored", """
            public class B { public virtual string A { get; set; } = "base"; }
            public class M : B { [JsonIgnore] public override string A { get; set; } = "middle"; }
            public class T : M { public override string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("a covariant override without a setter", """
            public class B { public virtual object? A { get; } }
            public class T : B { public override string A { get; } = "cov"; public int Z { get; set; } = 1; }
            """),
        New("a property hides one of another type", """
            public class B { public List<int> Some { get; set; } = [1]; }
            public class T : B { public new string Some { get; set; } = "s"; }
            """, """{"some":"x"}"""),
        New("an override of a property that has a name", """
            public class B { [JsonPropertyName("alpha")] public virtual string A { get; set; } = "base"; }
            public class T : B { public override string A { get; set; } = "derived"; }
            """),
        New("an override with a name of its own", """
            public class B { [JsonPropertyName("alpha")] public virtual string A { get; set; } = "base"; }
            public class T : B { [JsonPropertyName("other")] public override string A { get; set; } = "derived"; }
            """),
        New("an override has a name, its base has none", """
            public class B { public virtual string A { get; set; } = "base"; }
            public class T : B { [JsonPropertyName("alpha")] public override string A { get; set; } = "derived"; }
            """),
        New("a property hides one that has a name", """
            public class B { [JsonPropertyName("alpha")] public string A { get; set; } = "base"; }
            public class T : B { public new string A { get; set; } = "derived"; }
            """),
        New("a property with a name hides one without", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { [JsonPropertyName("alpha")] public new string A { get; set; } = "derived"; }
            """),
        New("two properties, one hidden, have different names", """
            public class B { [JsonPropertyName("alpha")] public string A { get; set; } = "base"; }
            public class T : B { [JsonPropertyName("other")] public new string A { get; set; } = "derived"; }
            """),
        New("two properties, one hidden, have the same name", """
            public class B { [JsonPropertyName("alpha")] public string A { get; set; } = "base"; }
            public class T : B { [JsonPropertyName("alpha")] public new string A { get; set; } = "derived"; }
            """),
        New("a property of a base has the name that one of the type is given", """
            public class B { public string Other { get; set; } = "o"; }
            public class T : B { [JsonPropertyName("other")] public string Mine { get; set; } = "m"; }
            """),
        New("a property has the name that one of its base is given", """
            public class B { [JsonPropertyName("mine")] public string Other { get; set; } = "o"; }
            public class T : B { public string Mine { get; set; } = "m"; }
            """),
        New("abstract properties with attributes", """
            public abstract class B
            {
                [JsonPropertyName("the_id")] public abstract string Id { get; set; }
                [JsonIgnore] public virtual string? Secret { get; set; } = "hidden";
                [JsonPropertyName("n2")] public virtual int N { get; init; } = 1;
                [JsonPropertyOrder(-1), JsonNumberHandling(JsonNumberHandling.WriteAsString)] public virtual int O { get; set; } = 5;
                [JsonRequired] public virtual int R { get; set; } = 5;
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public virtual string? W { get; set; }
            }
            public class T : B
            {
                public override string Id { get; set; } = "i"; public override string? Secret { get; set; } = "SECRET";
                    public override int N { get; init; } = 2;
                public override int O { get; set; } = 6; public override int R { get; set; } = 7; public override string? W { get; set; }
            }
            """, """{"the_id":"x","n2":7,"id":"y","n":8,"r":1,"secret":"s"}"""),
        New("a field hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { public new string A = "field"; public int Z { get; set; } = 1; }
            """),
        New("an included field hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { [JsonInclude] public new string A = "field"; }
            """),
        New("a property hides an included field", """
            public class B { [JsonInclude] public string A = "field"; }
            public class T : B { public new string A { get; set; } = "property"; }
            """),
        New("a method hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { public new string A() => "method"; public int Z { get; set; } = 1; }
            """),
        New("a nested type hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { public new class A { } public int Z { get; set; } = 1; }
            """),
        New("an internal property hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { internal new string A { get; set; } = "internal"; public int Z { get; set; } = 1; }
            """),
        New("a private property hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { private new string A { get; set; } = "private"; public int Z { get; set; } = 1; }
            """),
        New("a static property hides a property", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { public new static string A { get; set; } = "static"; public int Z { get; set; } = 1; }
            """),
        New("a get-only property hides one that can be set", """
            public class B { public string A { get; set; } = "base"; }
            public class T : B { public new string A { get; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("a property that can be set hides one that can't", """
            public class B { public string A { get; } = "base"; }
            public class T : B { public new string A { get; set; } = "derived"; public int Z { get; set; } = 1; }
            """),
        New("an override of the getter only", """
            public class B { public virtual string A { get; set; } = "b"; }
            public class T : B { public override string A { get => base.A + "!"; } }
            """),
        New("an override of the setter only", """
            public class B { public virtual string A { get; set; } = "b"; }
            public class T : B { public override string A { set => base.A = value + "!"; } }
            """),
        New("an override of the getter of an init-only property", """
            public class B { public virtual string A { get; init; } = "b"; }
            public class T : B { public override string A { get => base.A + "!"; } }
            """),
        New("an override in the middle of the setter only", """
            public class B { public virtual string A { get; set; } = "b"; }
            public class M : B { public override string A { set => base.A = value + "!"; } }
            public class T : M { public int Z { get; set; } = 1; }
            """),
        New("an explicit member of an interface", """
            public interface IHas { string Name { get; } }
            public class T : IHas { string IHas.Name => "explicit"; public string Name2 { get; set; } = "n"; }
            """),
        New("attributes on an interface's member don't count", """
            public interface IHas { [JsonPropertyName("alpha")] string Name { get; set; } [JsonIgnore] string B { get; set; } }
            public class T : IHas { public string Name { get; set; } = "n"; public string B { get; set; } = "b"; }
            """, """{"name":"x","alpha":"y","b":"z"}"""),
        New("a default member of an interface isn't one", """
            public interface IHas { string Name => "default"; }
            public class T : IHas { public int Z { get; set; } = 1; }
            """),
        New("required members of a base", """
            public class B { public required string A { get; set; } public required int N { get; init; } }
            public class T : B { public required string C { get; set; } public int Z { get; set; } = 1; }
            """, """{"a":"x","n":1,"c":"y"}""") with { Value = """new T { A = "a", N = 1, C = "c" }""" },
        New("an override of a required member", """
            public abstract class B { public abstract required string A { get; set; } }
            public class T : B { public override required string A { get; set; } }
            """) with { Value = """new T { A = "a" }""" },
        New("an ignored override of a required member", """
            public abstract class B { public abstract required string A { get; set; } }
            public class T : B { [JsonIgnore] public override required string A { get; set; } public int Z { get; set; } }
            """) with { Value = """new T { A = "a" }""" },
        New("an override of a required member that has a name", """
            public class B { [JsonPropertyName("alpha")] public virtual required string A { get; set; } = "base"; }
            public class T : B { public override required string A { get; set; } = "derived"; }
            """) with { Value = """new T { A = "a" }""" },
        New("an override of a required init-only member that has a name", """
            public class B { [JsonPropertyName("alpha")] public virtual required string A { get; init; } = "base"; }
            public class T : B { public override required string A { get; init; } = "derived"; }
            """) with { Value = """new T { A = "a" }""" },
        New("a property hides an init-only one of a generic base that has a name", """
            public class B<TItem> { [JsonPropertyName("alpha")] public TItem? A { get; init; } }
            public class T : B<string> { public new string A { get; set; } = "derived"; }
            """) with { Read = "FH4004", ReadMessage = "of the base 'B'" },
        New("a generic base", """
            public class B<TItem> { public TItem? Item { get; set; } public List<TItem> Items { get; set; } = [];
                public virtual TItem? V { get; set; } }
            public class T : B<string> { public override string? V { get; set; } = "v"; public int Z { get; set; } = 1; }
            """, """{"item":"x","items":["y"],"v":"w"}"""),
        New("a generic base whose member is hidden by another type", """
            public class B<TItem> { public TItem? Item { get; set; } }
            public class T : B<string> { public new int Item { get; set; } = 3; }
            """, """{"item":4}"""),
        New("records that inherit", """
            public abstract record B(string A) { public int N { get; init; } = 1; }
            public record T(string A, int Z) : B(A) { public string? Other { get; set; } }
            """) with { Value = """new T("a", 2)""" },
        New("a record's parameter is declared again", """
            public record T(string A, int Z) { public string A { get; init; } = A + "!"; [JsonPropertyName("alpha")] public int Z { get; }
                = Z; }
            """) with { Value = """new T("a", 2)""" },
        New("a record's parameter is ignored", """
            public record T(string A, [property: JsonIgnore] int Z = 3);
            """) with { Value = """new T("a", 2)""" },
        New("a record hides a parameter of its base", """
            public record B(string A);
            public record T(string A, int Z) : B(A + "!") { public new string A { get; init; } = A; }
            """) with { Value = """new T("a", 2)""" },
        New("members differ by case only", """
            public class T { public string Ab { get; set; } = "1"; [JsonPropertyName("upper")] public string AB { get; set; } = "2"; }
            """, """{"ab":"x","upper":"y"}"""),
        New("three levels of hidden members", """
            public class A1 { public int A { get; set; } = 1; }
            public class A2 : A1 { public new int A { get; set; } = 2; }
            public class T : A2 { public new int A { get; set; } = 3; }
            """, """{"a":9}"""),
        New("three levels, the last ignored", """
            public class A1 { public int A { get; set; } = 1; }
            public class A2 : A1 { public new int A { get; set; } = 2; }
            public class T : A2 { [JsonIgnore] public new int A { get; set; } = 3; public int Z { get; set; } }
            """, """{"a":9}"""),
        New("three levels, the middle ignored", """
            public class A1 { public int A { get; set; } = 1; }
            public class A2 : A1 { [JsonIgnore] public new int A { get; set; } = 2; }
            public class T : A2 { public new int A { get; set; } = 3; public int Z { get; set; } }
            """, """{"a":9}"""),
        New("an override below a hidden member", """
            public class A1 { public virtual int A { get; set; } = 1; }
            public class A2 : A1 { public override int A { get; set; } = 2; }
            public class A3 : A2 { public new virtual int A { get; set; } = 3; }
            public class T : A3 { public override int A { get; set; } = 4; }
            """, """{"a":9}"""),
    ];

    private static TypeCase New(string name, string source, params string[] documents) => new(name, source)
    {
        Documents = [Json, ..
        documents]
    };
}
