using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace FetchHive.Contracts.Tests.Objects;

public sealed record Company(string Name, Uri? Website, Address? Address = null, IReadOnlyList<Company>? Subsidiaries = null);

public readonly record struct Address(string Street, int? Number);

public class Animal
{
    public int Legs { get; set; } = 4;

    public virtual string Sound { get; set; } = "base";

    public virtual string Plain { get; } = "plain";

    public string? Kind { get; init; }

    public int Hidden { get; set; } = 1;
}

public class Dog : Animal
{
    public override string Sound { get; set; } = "woof";

    public string Name { get; init; } = "Rex";

    public new string Hidden { get; set; } = "hides a number";
}

public sealed class Puppy : Dog
{
    public double Weeks { get; init; } = 1.50;

    [JsonPropertyName("noise")]
    public sealed override string Plain => "overridden under another name";
}

public struct Box
{
    public Box()
    {
    }

    public int Width { get; set; } = 1;

    public readonly int Area => Width * Width;

    public string? Label { get; set; }
}

public sealed class Accessors
{
    private int _writeOnly = 5;

    public static int Static { get; } = 1;

    public const int Constant = 2;

    public int Field = 3;

    [JsonInclude]
    public int IncludedField = 4;

    [JsonInclude]
    public readonly string ReadOnlyField = "read-only";

    public int WriteOnly { set => _writeOnly = value; }

    public int PrivateGetter { private get; set; } = 6;

    internal int Internal { get; set; } = 7;

    [JsonInclude]
    internal int IncludedInternal { get; set; } = 8;

    [JsonInclude]
    public int IncludedInternalGetter { internal get; set; } = 9;

    public int PrivateSetter { get; private set; } = 10;

    public int Init { get; init; } = 11;

    public required int Required { get; init; }

    public int this[int index] => index;

    public int Computed => _writeOnly + PrivateGetter;
}

public class WithTitle
{
    public string Title { get; init; } = "title";

    public int Size { get; init; } = 1;
}

/// <summary>Hides properties of its base with members that aren't sent.</summary>
public sealed class HidesTitle : WithTitle
{
    public new bool Title;

    private new static int Size() => 2;

    public override string ToString() => $"{Title} {Size()}";
}

public interface IHasSecret
{
    string Secret { get; }
}

public sealed class ExplicitMember : IHasSecret
{
    string IHasSecret.Secret => "not sent";

    public string Shown => "sent";
}

public sealed class Named
{
    [JsonPropertyName("日本 \"quoted\" \\ <&>")]
    public int Unicode { get; init; } = 1;

    [JsonPropertyName(" ")]
    public int Empty { get; init; } = 2;

    [JsonPropertyName("names")]
    public int A { get; init; } = 3;

    [JsonPropertyName("Names")]
    public int B { get; init; } = 4;

    [JsonPropertyName("equals")]
    public int C { get; init; } = 5;

    [JsonPropertyName("a-b")]
    public int D { get; init; } = 6;

    [JsonPropertyName("a b")]
    public int E { get; init; } = 7;

    [JsonPropertyName("1st")]
    public int F { get; init; } = 8;

    [JsonPropertyName("a\u200Db")]
    public int G { get; init; } = 9;

    [JsonPropertyName("ab")]
    public int G2 { get; init; } = 9;

    [JsonPropertyName("🚀")]
    public int H { get; init; } = 10;

    public int @class { get; init; } = 11;

    public int URLValue2 { get; init; } = 12;

    public int Größe { get; init; } = 13;
}

public sealed class Ordered
{
    public int Middle { get; init; } = 1;

    [JsonPropertyOrder(1)]
    public int Last { get; init; } = 2;

    [JsonPropertyOrder(-1)]
    public int First { get; init; } = 3;

    public int AlsoMiddle { get; init; } = 4;
}

public class Ignoring
{
    [JsonIgnore]
    public int Always { get; init; } = 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.Always)]
    public int AlsoAlways { get; init; } = 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Never { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NullText { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NullNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Address? NullStruct { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? NullArray { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? DefaultText { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int DefaultNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int? DefaultNullable { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Tone DefaultEnum { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTime DefaultDate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Address DefaultStruct { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<int> DefaultMemory { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public int Writing { get; init; } = 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public int Reading { get; init; } = 1;

    /// <summary>The type can't be sent, but the property is ignored.</summary>
    [JsonIgnore]
    public Action? Anything { get; init; }
}

public class Virtual
{
    public virtual int IgnoredInDerived { get; init; } = 1;

    [JsonIgnore]
    public virtual int IgnoredInBase { get; init; } = 2;
}

public sealed class Overriding : Virtual
{
    [JsonIgnore]
    public override int IgnoredInDerived { get; init; } = 3;

    public override int IgnoredInBase { get; init; } = 4;
}

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed class NumbersAsText
{
    public sbyte I8 { get; init; } = -1;

    public byte U8 { get; init; } = 1;

    public short I16 { get; init; } = -1;

    public ushort U16 { get; init; } = 1;

    public int I32 { get; init; } = 1;

    public uint U32 { get; init; } = 1;

    public long I64 { get; init; } = long.MinValue;

    public ulong U64 { get; init; } = ulong.MaxValue;

    public Int128 I128 { get; init; } = Int128.MinValue;

    public UInt128 U128 { get; init; } = UInt128.MaxValue;

    public Half Half { get; init; } = (Half)0.1;

    public float Single { get; init; } = 0.1f;

    public double Double { get; init; } = 1e16;

    public double Negative { get; init; } = -0.0;

    public decimal Decimal { get; init; } = 1.10m;

    public int? None { get; init; }

    public int? Some { get; init; } = 1;

    public string Text { get; init; } = "1";

    public bool Flag { get; init; } = true;

    public Tone Tone { get; init; }

    public int[] Array { get; init; } = [1, 2];

    public int?[][] Jagged { get; init; } = [[1, null]];

    public Dictionary<int, double> Map { get; init; } = new() { [1] = 1.5 };

    public Address Object { get; init; } = new("s", 1);

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public int Strict { get; init; } = 1;

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int Reading { get; init; } = 1;
}

public sealed class NumbersWithNames
{
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public int Text { get; init; } = 1;

    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public List<int?> Texts { get; init; } = [1, null];

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double Named { get; init; } = double.NaN;

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public float? NamedSingle { get; init; } = float.PositiveInfinity;

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public Half NamedHalf { get; init; } = Half.NegativeInfinity;

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double[] NamedArray { get; init; } = [double.NegativeInfinity, 1.5];

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public int NotFloating { get; init; } = 1;

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.WriteAsString)]
    public double[] Both { get; init; } = [double.NaN, 1.5];
}

public sealed record Node(string Name, IReadOnlyList<Node>? Children = null, Node? Next = null, Dictionary<string, Node>? ByName = null);

/// <summary>Two types that contain each other.</summary>
public sealed class Author
{
    public string Name { get; set; } = "";

    public List<Book> Books { get; } = [];
}

public sealed class Book
{
    public string Title { get; set; } = "";

    public Author? Author { get; set; }
}

/// <summary>A struct that contains an array of itself.</summary>
public record struct Branch(string Name, Branch[]? Branches);

public sealed class Page<T>
{
    public T? First { get; init; }

    public List<T> Items { get; init; } = [];

    public Page<T>? Next { get; init; }
}

public sealed record Pair<TLeft, TRight>(TLeft Left, TRight Right);

#pragma warning disable CA1041, CS0612, CS0618 // Obsolete members are sent like other members.
public sealed class WithObsolete
{
    [Obsolete]
    public int Old { get; init; } = 1;

    [Obsolete("message")]
    public OldEnum Older { get; init; }
}

[Obsolete]
public enum OldEnum
{
    [Obsolete("message")]
    A,
}
#pragma warning restore CA1041, CS0612, CS0618

public record Empty;
