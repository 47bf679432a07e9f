using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Differential;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadScalars
{
    Task<Box<bool>> Bool(CancellationToken cancellationToken);

    Task<Box<char>> Char(CancellationToken cancellationToken);

    Task<Box<string?>> Text(CancellationToken cancellationToken);

    Task<Box<sbyte>> SByte(CancellationToken cancellationToken);

    Task<Box<byte>> Byte(CancellationToken cancellationToken);

    Task<Box<short>> Short(CancellationToken cancellationToken);

    Task<Box<ushort>> UShort(CancellationToken cancellationToken);

    Task<Box<int>> Int(CancellationToken cancellationToken);

    Task<Box<uint>> UInt(CancellationToken cancellationToken);

    Task<Box<long>> Long(CancellationToken cancellationToken);

    Task<Box<ulong>> ULong(CancellationToken cancellationToken);

    Task<Box<Int128>> Int128(CancellationToken cancellationToken);

    Task<Box<UInt128>> UInt128(CancellationToken cancellationToken);

    Task<Box<Half>> Half(CancellationToken cancellationToken);

    Task<Box<float>> Float(CancellationToken cancellationToken);

    Task<Box<double>> Double(CancellationToken cancellationToken);

    Task<Box<decimal>> Decimal(CancellationToken cancellationToken);

    Task<Box<Guid>> Guid(CancellationToken cancellationToken);

    Task<Box<DateTime>> DateTime(CancellationToken cancellationToken);

    Task<Box<DateTimeOffset>> DateTimeOffset(CancellationToken cancellationToken);

    Task<Box<DateOnly>> DateOnly(CancellationToken cancellationToken);

    Task<Box<TimeOnly>> TimeOnly(CancellationToken cancellationToken);

    Task<Box<TimeSpan>> TimeSpan(CancellationToken cancellationToken);

    Task<Box<Uri?>> Uri(CancellationToken cancellationToken);

    Task<Box<Version?>> Version(CancellationToken cancellationToken);

    Task<Box<byte[]?>> Bytes(CancellationToken cancellationToken);

    Task<Box<Memory<byte>>> MemoryOfBytes(CancellationToken cancellationToken);

    Task<Box<ReadOnlyMemory<byte>>> ReadOnlyMemoryOfBytes(CancellationToken cancellationToken);

    Task<Box<JsonElement>> Element(CancellationToken cancellationToken);

    Task<Box<JsonDocument?>> Document(CancellationToken cancellationToken);

    Task<Box<JsonNode?>> Node(CancellationToken cancellationToken);

    Task<Box<JsonObject?>> Object(CancellationToken cancellationToken);

    Task<Box<JsonArray?>> Array(CancellationToken cancellationToken);

    Task<Box<JsonValue?>> JsonValue(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadNullables
{
    Task<Box<bool?>> Bool(CancellationToken cancellationToken);

    Task<Box<char?>> Char(CancellationToken cancellationToken);

    Task<Box<int?>> Int(CancellationToken cancellationToken);

    Task<Box<long?>> Long(CancellationToken cancellationToken);

    Task<Box<double?>> Double(CancellationToken cancellationToken);

    Task<Box<decimal?>> Decimal(CancellationToken cancellationToken);

    Task<Box<Guid?>> Guid(CancellationToken cancellationToken);

    Task<Box<DateTime?>> DateTime(CancellationToken cancellationToken);

    Task<Box<DateOnly?>> DateOnly(CancellationToken cancellationToken);

    Task<Box<JsonElement?>> Element(CancellationToken cancellationToken);

    Task<Box<Memory<byte>?>> Memory(CancellationToken cancellationToken);

    Task<Box<Plain?>> Enum(CancellationToken cancellationToken);

    Task<Box<Pair?>> Struct(CancellationToken cancellationToken);

    Task<Box<int?[]>> Ints(CancellationToken cancellationToken);
}

public readonly record struct Pair(int Left, string? Right);

public sealed class ScalarTests : HiveTests
{
    [Fact]
    public async Task Every_scalar_is_read_as_reflection_reads_it()
    {
        IReadScalars reads = IReadScalars.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] numbers = ["0", "127", "128", "255", "256", "-128", "65535", "65536", "4294967296", "9223372036854775807",
            "18446744073709551615", "1e2", "0.1", "1e30", "\"12\"", "\"-3\"", "\" 4\"", "\"1e2\"", "\"NaN\"", "\"0.5\""];
        await same.AddBoxed(reads.Bool, "false", "\"true\"", "0");
        await same.AddBoxed(reads.Char, "\"x\"", "\"é\"", "\"\\u0041\"", "\"xy\"");
        await same.AddBoxed(reads.Text, "\"x\"", "\"\\u0041\\n\"", "12");
        await same.AddBoxed(reads.SByte, numbers);
        await same.AddBoxed(reads.Byte, numbers);
        await same.AddBoxed(reads.Short, numbers);
        await same.AddBoxed(reads.UShort, numbers);
        await same.AddBoxed(reads.Int, numbers);
        await same.AddBoxed(reads.UInt, numbers);
        await same.AddBoxed(reads.Long, numbers);
        await same.AddBoxed(reads.ULong, numbers);
        await same.AddBoxed(reads.Int128, numbers);
        await same.AddBoxed(reads.UInt128, numbers);
        await same.AddBoxed(reads.Half, numbers);
        await same.AddBoxed(reads.Float, numbers);
        await same.AddBoxed(reads.Double, numbers);
        await same.AddBoxed(reads.Decimal, numbers);
        same.AssertSame();
    }

    [Fact]
    public async Task Every_scalar_that_is_text_in_JSON_is_read_as_reflection_reads_it()
    {
        IReadScalars reads = IReadScalars.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] times = ["\"2026-02-03\"", "\"2026-02-03T04:05:06\"", "\"2026-02-03T04:05:06.789Z\"", "\"2026-02-03T04:05:06+02:00\"",
            "\"03.02.2026\"", "\"04:05:06\"", "\"04:05\"", "\"1.02:03:04.5\"", "\"-00:00:01\""];
        await same.AddBoxed(reads.Guid, "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"",
            "\"0f8fad5bd9cb469fa16570867728950e\"");
        await same.AddBoxed(reads.DateTime, times);
        await same.AddBoxed(reads.DateTimeOffset, times);
        await same.AddBoxed(reads.DateOnly, times);
        await same.AddBoxed(reads.TimeOnly, times);
        await same.AddBoxed(reads.TimeSpan, times);
        await same.AddBoxed(reads.Uri, "\"https://example.com/a b\"", "\"relative/path\"", "\"http://\"");
        await same.AddBoxed(reads.Version, "\"1.2.3.4\"", "\"1.2\"", "\" 1.2\"", "\"1\"");
        await same.AddBoxed(reads.Bytes, "\"AQID\"", "\"AQI\"", "\"!\"", "[1,2]");
        await same.AddBoxed(reads.MemoryOfBytes, "\"AQID\"", "\"!\"", "[1,2]");
        await same.AddBoxed(reads.ReadOnlyMemoryOfBytes, "\"AQID\"", "\"!\"", "[1,2]");
        same.AssertSame();
    }

    [Fact]
    public async Task Any_JSON_is_read_as_reflection_reads_it()
    {
        IReadScalars reads = IReadScalars.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] json = ["""{"b":[1,"x",null,{"c":true}]}""", "[1,{}]"];
        await same.AddBoxed(reads.Element, json);
        await same.AddBoxed(reads.Document, json);
        await same.AddBoxed(reads.Node, json);
        await same.AddBoxed(reads.Object, json);
        await same.AddBoxed(reads.Array, json);
        await same.AddBoxed(reads.JsonValue, json);
        same.AssertSame();
    }

    [Fact]
    public async Task Every_nullable_value_is_read_as_reflection_reads_it()
    {
        IReadNullables reads = IReadNullables.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.AddBoxed(reads.Bool, "false");
        await same.AddBoxed(reads.Char, "\"x\"");
        await same.AddBoxed(reads.Int, "12", "\"12\"");
        await same.AddBoxed(reads.Long, "12", "\"12\"");
        await same.AddBoxed(reads.Double, "12", "\"12.5\"");
        await same.AddBoxed(reads.Decimal, "12", "\"12.5\"");
        await same.AddBoxed(reads.Guid, "\"0f8fad5b-d9cb-469f-a165-70867728950e\"");
        await same.AddBoxed(reads.DateTime, "\"2026-02-03\"");
        await same.AddBoxed(reads.DateOnly, "\"2026-02-03\"");
        await same.AddBoxed(reads.Element, "[1]");
        await same.AddBoxed(reads.Memory, "\"AQID\"");
        await same.AddBoxed(reads.Enum, "\"Second\"", "1", "\"third\"");
        await same.AddBoxed(reads.Struct, """{"left":1,"right":"x"}""", """{"left":1,"right":null}""", """{"left":null,"right":null}""");
        await same.AddBoxed(reads.Ints, "[1,null]", "[\"1\"]");
        same.AssertSame();
    }
}
