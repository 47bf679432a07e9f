using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Differential;

public enum Plain
{
    First,
    Second,
    Third = 7,
}

public enum Named : byte
{
    [JsonStringEnumMemberName("very good")]
    VeryGood = 1,

    [JsonStringEnumMemberName("bad, really")]
    Bad = 200,
    Plain = 3,
}

[Flags]
public enum Parts
{
    None = 0,
    Left = 1,
    Right = 2,
    Both = Left | Right,
    Top = 4,
}

public enum Wide : ulong
{
    Low = 1,
    High = ulong.MaxValue,
}

public enum Negative : sbyte
{
    Minus = -5,
    Zero = 0,
}

public enum SameValue
{
    One = 1,
    Uno = 1,
}

[JsonConverter(typeof(JsonStringEnumConverter<MarkedText>))]
public enum MarkedText
{
    A,
    B,
}

[JsonConverter(typeof(JsonNumberEnumConverter<MarkedNumber>))]
public enum MarkedNumber
{
    A,
    B,
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadEnums
{
    Task<Box<Plain>> Plain(CancellationToken cancellationToken);

    Task<Box<Named>> Named(CancellationToken cancellationToken);

    Task<Box<Parts>> Parts(CancellationToken cancellationToken);

    Task<Box<Wide>> Wide(CancellationToken cancellationToken);

    Task<Box<Negative>> Negative(CancellationToken cancellationToken);

    Task<Box<SameValue>> SameValue(CancellationToken cancellationToken);

    Task<Box<MarkedText>> MarkedText(CancellationToken cancellationToken);

    Task<Box<MarkedNumber>> MarkedNumber(CancellationToken cancellationToken);

    Task<Box<DayOfWeek>> OfTheFramework(CancellationToken cancellationToken);

    Task<List<Plain?>> InList(CancellationToken cancellationToken);

    Task<Dictionary<Named, int>> AsKey(CancellationToken cancellationToken);
}

public sealed class EnumTests : HiveTests
{
    [Fact]
    public async Task Every_enum_is_read_as_reflection_reads_it()
    {
        IReadEnums reads = IReadEnums.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] values =
        [
            "\"First\"", "\"second\"", "\"SECOND\"", "\" Third \"", "\"First,Second\"", "\"Fourth\"", "0", "1", "2", "7", "300", "-5",
            "\"1\"", "\"-5\"",
            "\"very good\"", "\"VeryGood\"", "\"bad, really\"", "\"Plain\"", "\"Left\"", "\"Left, Top\"", "\"left,right\"", "\"Both\"",
            "\"None\"",
            "\"High\"", "18446744073709551615", "\"Minus\"", "\"Uno\"", "\"One\"", "\"A\"", "\"b\"", "\"Monday\"",
        ];
        await same.AddBoxed(reads.Plain, values);
        await same.AddBoxed(reads.Named, values);
        await same.AddBoxed(reads.Parts, values);
        await same.AddBoxed(reads.Wide, values);
        await same.AddBoxed(reads.Negative, values);
        await same.AddBoxed(reads.SameValue, values);
        await same.AddBoxed(reads.MarkedText, values);
        await same.AddBoxed(reads.MarkedNumber, values);
        await same.AddBoxed(reads.OfTheFramework, values);
        await same.Add(reads.InList, "[\"First\",null,7]", "[\"Fourth\"]");
        await same.Add(reads.AsKey, """{"very good":1,"Plain":2}""", """{"1":1}""", """{"VeryGood":1}""", """{"nothing":1}""",
            """{"very good":null}""", """{"very good":1,"very good":2}""");
        same.AssertSame();
    }
}
