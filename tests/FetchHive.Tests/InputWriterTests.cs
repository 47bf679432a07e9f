using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FetchHive.CodeGeneration;

namespace FetchHive.Tests;

/// <summary>Compares the writer with System.Text.Json's output for the same values.</summary>
public sealed class InputWriterTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions AsText =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NumberHandling = JsonNumberHandling.WriteAsString };
    private static readonly JsonSerializerOptions Named = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private static readonly JsonSerializerOptions NamedText =
        new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.WriteAsString };

    [Fact]
    public void Values_are_written_as_the_serializer_writes_them()
    {
        foreach (char value in "aü\"\\\n€\0")
        {
            Same(value, writer => InputWriter.WriteChar(writer, value), Relaxed);
        }

        foreach (TimeSpan value in new[] { TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(1),
            new TimeSpan(3, 4, 5) })
        {
            Same(value, writer => InputWriter.WriteTimeSpan(writer, value), Relaxed);
        }

        foreach (DateOnly value in new[] { DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 2, 3) })
        {
            Same(value, writer => InputWriter.WriteDateOnly(writer, value), Relaxed);
        }

        foreach (TimeOnly value in new[] { TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(1, 2, 3), new TimeOnly(1, 2, 3, 4, 5) })
        {
            Same(value, writer => InputWriter.WriteTimeOnly(writer, value), Relaxed);
        }

        Uri uri = new("HTTPS://Example.com/ä b?q=1");
        Same(uri, writer => writer.WriteUriValue(uri), Relaxed);
        Same(new Version(1, 2, 3), writer => InputWriter.WriteVersion(writer, new Version(1, 2, 3)), Relaxed);
        Same((Half)0.1, writer => InputWriter.WriteHalf(writer, (Half)0.1), Relaxed);
        Same(Half.MaxValue, writer => InputWriter.WriteHalf(writer, Half.MaxValue), Relaxed);
        Same(Int128.MinValue, writer => InputWriter.WriteInt128(writer, Int128.MinValue), Relaxed);
        Same(UInt128.MaxValue, writer => InputWriter.WriteUInt128(writer, UInt128.MaxValue), Relaxed);
        Same(new byte[] { 0, 255, 62, 63 }, writer => writer.WriteBase64StringValue([0, 255, 62, 63]), Relaxed);
        Same((JsonNode)new JsonArray(1, null, "ü"), writer => InputWriter.WriteJsonNode(writer, new JsonArray(1, null, "ü")), Relaxed);
        using JsonDocument document = JsonDocument.Parse("""{"a":[1.50]}""");
        Same(document, writer => InputWriter.WriteJsonDocument(writer, document), Relaxed);
        Same(document.RootElement, writer => InputWriter.WriteJsonElement(writer, document.RootElement), Relaxed);
        Assert.Equal("[null,null,null,null]", Write(writer =>
        {
            writer.WriteStartArray();
            writer.WriteUriValue(null);
            InputWriter.WriteVersion(writer, (Version?)null);
            InputWriter.WriteJsonNode(writer, (JsonNode?)null);
            InputWriter.WriteJsonDocument(writer, (JsonDocument?)null);
            writer.WriteEndArray();
        }));
    }

    [Fact]
    public void Numbers_as_text_are_written_as_the_serializer_writes_them()
    {
        Same(int.MinValue, writer => InputWriter.WriteInt64AsText(writer, int.MinValue), AsText);
        Same(uint.MaxValue, writer => InputWriter.WriteInt64AsText(writer, (long)uint.MaxValue), AsText);
        Same(long.MinValue, writer => InputWriter.WriteInt64AsText(writer, long.MinValue), AsText);
        Same(ulong.MaxValue, writer => InputWriter.WriteUInt64AsText(writer, ulong.MaxValue), AsText);
        Same(Int128.MinValue, writer => InputWriter.WriteInt128AsText(writer, Int128.MinValue), AsText);
        Same(UInt128.MaxValue, writer => InputWriter.WriteUInt128AsText(writer, UInt128.MaxValue), AsText);
        foreach (decimal value in new[] { decimal.MinValue, 1.10m, 0.0000000000000000000000000001m, -0m })
        {
            Same(value, writer => InputWriter.WriteDecimalAsText(writer, value), AsText);
        }

        foreach (double value in new[] { 0.1, -0.0, 1e300, double.MaxValue, double.Epsilon, 123456789012345680d })
        {
            Same(value, writer => InputWriter.WriteDoubleAsText(writer, value), AsText);
            Same(value, writer => InputWriter.WriteDoubleAllowNamed(writer, value), Named);
            Same(value, writer => InputWriter.WriteDoubleAllowNamedAsText(writer, value), NamedText);
            Same((float)value, writer => InputWriter.WriteSingleAllowNamed(writer, (float)value), Named);
            Same((float)value, writer => InputWriter.WriteSingleAllowNamedAsText(writer, (float)value), NamedText);
        }

        foreach (float value in new[] { 0.1f, float.MaxValue, float.Epsilon })
        {
            Same(value, writer => InputWriter.WriteSingleAsText(writer, value), AsText);
        }

        Same((Half)1.5, writer => InputWriter.WriteHalfAsText(writer, (Half)1.5), AsText);
        Assert.Equal("\"true\"", Write(writer => InputWriter.WriteBooleanAsText(writer, true)));
        Assert.Equal("\"false\"", Write(writer => InputWriter.WriteBooleanAsText(writer, false)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Not_a_number_is_refused_or_named(double value)
    {
        Assert.Throws<ArgumentException>(() => Write(writer => InputWriter.WriteDoubleAsText(writer, value)));
        Assert.Throws<ArgumentException>(() => Write(writer => InputWriter.WriteSingleAsText(writer, (float)value)));
        Assert.Throws<ArgumentException>(() => Write(writer => InputWriter.WriteHalfAsText(writer, (Half)value)));
        Assert.Throws<ArgumentException>(() => Write(writer => InputWriter.WriteHalf(writer, (Half)value)));
        Same(value, writer => InputWriter.WriteDoubleAllowNamed(writer, value), Named);
        Same((float)value, writer => InputWriter.WriteSingleAllowNamed(writer, (float)value), Named);
        Same((Half)value, writer => InputWriter.WriteHalfAllowNamed(writer, (Half)value), Named);
        Same(value, writer => InputWriter.WriteDoubleAllowNamedAsText(writer, value), NamedText);
        Same((Half)value, writer => InputWriter.WriteHalfAllowNamedAsText(writer, (Half)value), NamedText);
    }

    [Fact]
    public void What_is_written_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("\"1.5\"", Write(writer => InputWriter.WriteDoubleAsText(writer, 1.5)));
            Assert.Equal("\"1.5\"", Write(writer => InputWriter.WriteDecimalAsText(writer, 1.5m)));
            Assert.Equal("1.5", Write(writer => InputWriter.WriteHalf(writer, (Half)1.5)));
            Assert.Equal("1.5", ((MetadataValue)1.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_default_element_is_not_JSON() =>
    Assert.Throws<ArgumentException>(() => Write(writer => InputWriter.WriteJsonElement(writer, default(JsonElement))));

    [Fact]
    public void An_undefined_enum_value_is_named()
    {
        Assert.Contains("42 is not a member of Acme.Tone", InputWriter.UndefinedEnum("Acme.Tone", 42L).Message, StringComparison.Ordinal);
        Assert.Contains(
            "18446744073709551615", InputWriter.UndefinedUnsignedEnum("Acme.Tone", ulong.MaxValue).Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(InputWriter.UndefinedEnum("Acme.Tone", 42L), exactMatch: false);
    }

    [Fact]
    public void A_type_with_metadata_is_written_by_the_serializer() =>
        Assert.Equal("{\"b\":2}", Write(writer => InputWriter.WriteWithContext(
            writer,
            new Dictionary<string, int> { ["b"] = 2 },
            OutputJson.GetTypeInfo<Dictionary<string, int>>(Kit.ResearchBrief.Options))));

    [Theory]
    [InlineData(0, typeof(InvalidOperationException), "Its Write method must write exactly one JSON value")]
    [InlineData(2, typeof(JsonException), "could not be serialized")]
    public void A_converter_that_does_not_write_one_value_is_refused_wherever_its_value_stands(int written, Type type, string message)
    {
        JsonSerializerOptions options =
            new() { Converters = { new MistakenConverter(written) }, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        JsonTypeInfo<Version> typeInfo = (JsonTypeInfo<Version>)options.GetTypeInfo(typeof(Version));
        Version value = new(1, 0);

        Exception inArray = Assert.Throws(type, () => Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteKey("a");
            writer.WriteStartArray();
            writer.WriteInt64Value(1);
            InputWriter.WriteWithContext(writer, value, typeInfo);
        }));
        Exception inObject = Assert.Throws(type, () => Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteKey("a");
            InputWriter.WriteWithContext(writer, value, typeInfo);
        }));
        Assert.Contains(message, inArray.Message, StringComparison.Ordinal);
        Assert.Contains(message, inObject.Message, StringComparison.Ordinal);
    }

    private static void Same<T>(T value, Action<RequestWriter> write, JsonSerializerOptions options)
    {
        string expected = JsonSerializer.Serialize(value, options);
        string actual = Write(write);
        Assert.True(expected == actual, $"{typeof(T).Name}: expected {expected}, was {actual}");
    }

    private static string Write(Action<RequestWriter> write)
    {
        RequestWriter writer = new([]);
        write(writer);
        return Encoding.UTF8.GetString(writer.Written);
    }

    private sealed class MistakenConverter(int written) : JsonConverter<Version>
    {
        public override Version Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Version value, JsonSerializerOptions options)
        {
            for (int i = 0; i < written; i++)
            {
                writer.WriteNumberValue(i);
            }
        }
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }
}
