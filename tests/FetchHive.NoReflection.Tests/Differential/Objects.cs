using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FetchHive.NoReflection.Tests.Differential;

// Each type has one shape that System.Text.Json treats specially.

public sealed record Positional(string Name, int Count, string? Note);

public sealed record PositionalWithBody(string Name)
{
    public int Count { get; init; } = 5;

    public string? Note { get; set; } = "initial";
}

public sealed record Defaults(
    string Text = "a\"b\\c\n☃\u0001",
    string? NoText = null,
    char Letter = '\'',
    bool Flag = true,
    sbyte I8 = -128,
    byte U8 = 255,
    short I16 = short.MinValue,
    ushort U16 = ushort.MaxValue,
    int I32 = int.MinValue,
    uint U32 = uint.MaxValue,
    long I64 = long.MinValue,
    ulong U64 = ulong.MaxValue,
    float Single = 1.17549435E-38f,
    double Double = -1.7976931348623157E+308,
    double NaN = double.NaN,
    double Infinity = double.PositiveInfinity,
    float MinusInfinity = float.NegativeInfinity,
    decimal Money = 79228162514264337593543950335m,
    Plain Enum = Plain.Third,
    Wide WideEnum = Wide.High,
    Negative NegativeEnum = Negative.Minus,
    int? Nullable = 3,
    Plain? NullableEnum = Plain.Second,
    decimal? NullableMoney = 1.50m,
    Guid Guid = default,
    DateTime Date = default,
    Pair Struct = default,
    List<int>? List = null);

public class Setters
{
    public string Name { get; set; } = "initial";

    public int Count { get; set; } = 5;

    public int PrivateSet { get; private set; } = 6;

    [JsonInclude]
    public int IncludedSet { get; private set; } = 4;

    [JsonInclude]
    public string IncludedInit { get; private init; } = "kept";

    [JsonInclude]
    public int InternalSet { get; internal set; } = 3;

    public int ReadOnly { get; } = 7;

    public int Computed => Count + 1;

    public string ProtectedSet { get; protected set; } = "kept";

    public static int Shared { get; set; } = 8;

    public int Field = 9;

    public int this[int index] => index;
}

public sealed class InitOnly
{
    public string Name { get; init; } = "initial";

    public int Count { get; init; } = 5;

    public List<int> Items { get; init; } = [1, 2, 3];

    public string? Note { get; init; }

    public Pair Pair { get; init; } = new(1, "kept");
}

public sealed class RequiredMembers
{
    public required string Name { get; set; }

    public required int Count { get; init; }

    public required string? Note { get; init; }

    public string Extra { get; init; } = "initial";

    [JsonInclude]
    public required int Field;
}

public sealed class SetsRequired
{
    [SetsRequiredMembers]
    public SetsRequired() => Name = "set";

    public required string Name { get; init; }

    public int Count { get; set; }
}

public sealed class Bound
{
    public Bound(string name, int count = 5)
    {
        Name = name;
        Count = count;
    }

    public string Name { get; }

    public int Count { get; }

    public string Other { get; set; } = "initial";
}

public sealed class BoundWithRequired(string name)
{
    public string Name { get; } = name;

    public required int Count { get; init; }

    public string? Extra { get; init; } = "initial";
}

public sealed class Marked
{
    public Marked() => Source = "parameterless";

    [JsonConstructor]
    public Marked(int count)
    {
        Count = count;
        Source = "marked";
    }

    public int Count { get; }

    [JsonIgnore]
    public string Source { get; }

    public string Made => Source;
}

public sealed class MarkedParameterless
{
    public MarkedParameterless(int count) => Count = count;

    [JsonConstructor]
    public MarkedParameterless()
    {
    }

    public int Count { get; set; } = 5;
}

public sealed class ParameterlessWins
{
    public ParameterlessWins()
    {
    }

    public ParameterlessWins(int count) => Count = count + 100;

    public int Count { get; set; }
}

public struct PlainStruct
{
    public PlainStruct()
    {
    }

    public string Name { get; set; } = "initial";

    public int Count { get; set; } = 5;

    public int Init { get; init; } = 6;
}

public record struct MutableRecordStruct(string Name, int Count);

public readonly record struct RecordStruct(string Name, int Count);

public readonly struct MarkedStruct
{
    [JsonConstructor]
    public MarkedStruct(string name, int count)
    {
        Name = name;
        Count = count;
    }

    public string Name { get; }

    public int Count { get; }
}

public struct StructWithRequired
{
    public required string Name { get; init; }

    public int Count { get; set; }
}

public abstract class Ancestor
{
    public int Id { get; set; }

    public virtual string Name { get; set; } = "ancestor";

    public virtual int InitOnly { get; init; } = 3;

    public string Hidden { get; set; } = "hidden";

    public int Count { get; set; }

    public abstract string Abstract { get; set; }
}

public class Middle : Ancestor
{
    public override string Name { get; set; } = "middle";

    public override string Abstract { get; set; } = "initial";

    public new int Hidden { get; set; } = 4;
}

public sealed class Descendant : Middle
{
    public override string Name { get; set; } = "descendant";

    public string Extra { get; set; } = "initial";

    public new string Count { get; init; } = "five";
}

public abstract record Entry(string Id);

public sealed record Article(string Id, string Title) : Entry(Id);

public sealed record Generic<T>(T Value, IReadOnlyList<T> Items, string Name);

public sealed record NotNull<T>(T Value)
    where T : notnull
{
    public T Other { get; set; } = Value;
}

public sealed class GenericInit<T>
{
    public T? Value { get; init; }

    public required T Must { get; init; }

    public List<T> Items { get; set; } = [];
}

public sealed record Tree(string Name, IReadOnlyList<Tree> Children, Tree? Parent = null);

public sealed class NullStates
{
    public string NotNull { get; set; } = "initial";

    public string? Nullable { get; set; } = "initial";

    [AllowNull]
    public string Allows { get; set => field = value ?? "none"; } = "initial";

    [DisallowNull]
    public string? Disallows { get; set; } = "initial";

    [MaybeNull]
    public string Maybe { get; set; } = "initial";

    [NotNull]
    public string? Never { get; set => field = value ?? "none"; } = "initial";

#nullable disable
    public string Oblivious { get; set; } = "initial";
#nullable restore

    public List<string> Items { get; set; } = [];
}

public sealed class NullStatesOfParameters([AllowNull] string allows, [DisallowNull] string? disallows, List<string> items)
{
    public string Allows { get; } = allows ?? "none";

    public string? Disallows { get; } = disallows;

    public List<string> Items { get; } = items;
}

public sealed class WriteOnly
{
    private int _count;
    private List<int> _items = [];

    public int Count { set => _count = value; }

    public List<int> Items { set => _items = value; }

    public int PrivateGet { private get; set; }

    public string Seen => $"{_count} {PrivateGet} {string.Join(',', _items)}";
}

public sealed class Keywords(int @class, string @event)
{
    public int Class { get; } = @class;

    public string Event { get; } = @event;

    public required string @new { get; init; }

    public int @int { get; init; } = 5;

    public int options { get; set; }
}

public sealed class Throws
{
    public int Count
    {
        get => 0;
        set => throw new FormatException("the setter refuses");
    }
}

public sealed class Private
{
    private int Secret { get; set; } = 5;

    internal int Internal { get; set; } = 6;

    public int Seen => Secret + Internal;

    public int InternalSet { get; internal set; } = 7;
}

public static class Outer
{
    public sealed record Inner(int Value, Outer.Deep<string>.Leaf? Leaf);

    public static class Deep<T>
    {
        public sealed record Leaf(T Value);

        public sealed class Init
        {
            public int Count { get; init; } = 5;
        }
    }
}

public sealed class BoundAndRequired(string name, int count = 5)
{
    public required string Name { get; init; } = name;

    [JsonRequired]
    public int Count { get; init; } = count;
}
