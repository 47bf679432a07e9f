using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.CodeGeneration;

namespace FetchHive.Tests;

/// <summary>Compares the writer with <see cref="Utf8JsonWriter"/>, byte for byte, for the same calls.</summary>
public sealed class RequestWriterTests
{
    // Characters that are escaped, characters that aren't, and the neighbours of both. Each is one or two UTF-16 units.
    private static readonly string[] Interesting =
    [
        "\0", "\u001f", " ", "!", "\"", "#", "&", "\'", "+", "/", "<", ">", "[", "\\", "]", "`", "~", "\u007f", "\u0080", "\u00a0",
        "\u00ad", "ü", "\u07ff", "\u0800", "€", "中",
        "\u200b", "\u2028", "\u2029", "\ud7ff", "\ue000", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ud83d\ude00", "\U0010ffff", "\n", "\r",
        "\t", "\b", "\f", "\u0378",
    ];

    private static readonly string[] LoneSurrogates = ["\ud800", "\udfff", "a\udc00b", "\ud83d", "\ud83dx"];

    [Fact]
    public void Text_is_written_as_Utf8JsonWriter_writes_it_wherever_something_special_stands()
    {
        foreach (int length in new[] { 0, 1, 2, 6, 7, 8, 9, 15, 16, 17, 31, 33 })
        {
            Same(new string('a', length));
            foreach (string special in Interesting.Concat(LoneSurrogates))
            {
                for (int at = 0; at < length; at++)
                {
                    Same(new string('a', at) + special + new string('z', length - at - 1));
                }
            }
        }

        for (int character = 0; character <= char.MaxValue; character++)
        {
            Same(((char)character).ToString());
        }
    }

    [Fact]
    public void Long_text_is_written_as_Utf8JsonWriter_writes_it()
    {
        foreach (int length in new[] { 1_000, 4_095, 4_096, 4_097, 70_000, 1_000_000 })
        {
            Same(new string('a', length));
            Same(new string('ü', length));
            Same(string.Concat(Enumerable.Repeat("中", length)));
            Same(new string('a', length) + "\"");
            Same(new string('ü', length) + "\ud800");
        }
    }

    [Fact]
    public void Bodies_are_written_as_Utf8JsonWriter_writes_them()
    {
        for (int seed = 0; seed < 4_000; seed++)
        {
            string expected = Encoding.UTF8.GetString(Reference(writer => Compose(new Random(seed), new ReferenceTarget(writer))));
            string actual = Encoding.UTF8.GetString(Ours(writer => Compose(new Random(seed), new OwnTarget(writer))));

            Assert.True(expected == actual, $"Seed {seed}: expected {expected}, was {actual}");
        }
    }

    [Fact]
    public void NaN_and_infinities_are_refused()
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Throws<ArgumentException>(() => Ours(writer => writer.WriteDoubleValue(value)));
            Assert.Throws<ArgumentException>(() => Ours(writer => writer.WriteSingleValue((float)value)));
        }
    }

    [Fact]
    public void Numbers_are_written_as_Utf8JsonWriter_writes_them()
    {
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[16];
            random.NextBytes(bytes);
            double number = BitConverter.ToDouble(bytes);
            if (double.IsFinite(number))
            {
                Same(writer => writer.WriteNumberValue(number), writer => writer.WriteDoubleValue(number));
            }

            float single = BitConverter.ToSingle(bytes);
            if (float.IsFinite(single))
            {
                Same(writer => writer.WriteNumberValue(single), writer => writer.WriteSingleValue(single));
            }

            decimal exact = new(BitConverter.ToInt32(bytes), BitConverter.ToInt32(bytes, 4), BitConverter.ToInt32(bytes, 8),
                bytes[12] > 127, (byte)(bytes[13] % 29));
            Same(writer => writer.WriteNumberValue(exact), writer => writer.WriteDecimalValue(exact));
            long whole = BitConverter.ToInt64(bytes);
            Same(writer => writer.WriteNumberValue(whole), writer => writer.WriteInt64Value(whole));
            Same(writer => writer.WriteNumberValue((ulong)whole), writer => writer.WriteUInt64Value((ulong)whole));
            Same(writer => writer.WriteNumberValue((int)whole), writer => writer.WriteInt64Value((int)whole));
            Same(writer => writer.WriteNumberValue((uint)whole), writer => writer.WriteInt64Value((uint)whole));
        }
    }

    [Fact]
    public void A_value_that_a_serializer_writes_counts_the_levels_around_it()
    {
        byte[] body = Ours(writer =>
        {
            writer.WriteStartArray();
            writer.WriteInt64Value(1);
            writer.WriteStartObject();
            writer.WriteKey("a");
            Utf8JsonWriter foreign = writer.BeginForeign(countsDepth: true);
            Assert.Equal(2, foreign.CurrentDepth);
            new JsonArray(1, new JsonObject()).WriteTo(foreign);
            writer.EndForeign();
            writer.WriteKey("b");
            writer.BeginForeign(countsDepth: true).WriteNullValue();
            writer.EndForeign();
            writer.WriteEndObject();
            writer.WriteEndArray();
        });

        Assert.Equal("""[1,{"a":[1,{}],"b":null}]""", Encoding.UTF8.GetString(body));
    }

    // Writes a body of random shape. The same seed makes the same body.
    private static void Compose(Random random, Target target)
    {
        target.StartObject();
        for (int i = random.Next(4); i >= 0; i--)
        {
            target.Name(Text(random));
            ComposeValue(random, target, levels: 3);
        }

        target.EndObject();
    }

    private static void ComposeValue(Random random, Target target, int levels)
    {
        int kind = random.Next(levels > 0 ? 12 : 10);
        switch (kind)
        {
            case 10:
                Compose(random, target);
                break;
            case 11:
                target.StartArray();
                for (int i = random.Next(5); i > 0; i--)
                {
                    ComposeValue(random, target, levels - 1);
                }

                target.EndArray();
                break;
            default:
                target.Scalar(kind, random);
                break;
        }
    }

    private static string Text(Random random)
    {
        StringBuilder text = new();
        for (int i = random.Next(12); i > 0; i--)
        {
            text.Append(random.Next(8) == 0 ? Interesting[random.Next(Interesting.Length)] : ((char)('a' + random.Next(26))).ToString());
        }

        return text.ToString();
    }

    private static void Same(string text)
    {
        Same(writer => writer.WriteStringValue(text), writer => writer.WriteStringValue(text));
        Same(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteNull("n");
                writer.WriteString("name", text);
                writer.WriteEndObject();
            },
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteNull(0);
                writer.WriteString(1, text);
                writer.WriteEndObject();
            });
    }

    private static void Same(Action<Utf8JsonWriter> reference, Action<RequestWriter> own)
    {
        byte[] expected;
        try
        {
            expected = Reference(reference);
        }
        catch (ArgumentException exception)
        {
            Assert.Equal(exception.Message, Assert.Throws<ArgumentException>(() => Ours(own)).Message);
            return;
        }

        byte[] actual = Ours(own);
        Assert.True(expected.AsSpan().SequenceEqual(actual),
            $"Expected {Encoding.UTF8.GetString(expected)}, was {Encoding.UTF8.GetString(actual)}");
    }

    private static byte[] Reference(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Ours(Action<RequestWriter> write)
    {
        RequestWriter writer = new([new("n"), new("name")]);
        write(writer);
        Assert.Equal(0, writer.CurrentDepth);
        return [.. writer.Written];
    }

    private abstract class Target
    {
        public abstract void StartObject();

        public abstract void EndObject();

        public abstract void StartArray();

        public abstract void EndArray();

        public abstract void Name(string name);

        public abstract void Scalar(int kind, Random random);
    }

    private sealed class ReferenceTarget(Utf8JsonWriter writer) : Target
    {
        public override void StartObject() => writer.WriteStartObject();

        public override void EndObject() => writer.WriteEndObject();

        public override void StartArray() => writer.WriteStartArray();

        public override void EndArray() => writer.WriteEndArray();

        public override void Name(string name) => writer.WritePropertyName(name);

        public override void Scalar(int kind, Random random)
        {
            switch (kind)
            {
                case 0:
                    writer.WriteStringValue(Text(random));
                    break;
                case 1:
                    writer.WriteNullValue();
                    break;
                case 2:
                    writer.WriteBooleanValue(random.Next(2) == 0);
                    break;
                case 3:
                    writer.WriteNumberValue(random.NextInt64());
                    break;
                case 4:
                    writer.WriteNumberValue(random.NextDouble());
                    break;
                case 5:
                    writer.WriteStringValue(new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
                    break;
                case 6:
                    writer.WriteStringValue(new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc));
                    break;
                case 7:
                    writer.WriteStringValue(new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks / 2) + TimeSpan.TicksPerDay,
                        TimeSpan.FromMinutes(random.Next(-600, 600))));
                    break;
                case 8:
                    writer.WriteBase64StringValue(Encoding.UTF8.GetBytes(Text(random)));
                    break;
                default:
                    writer.WriteStringValue(random.Next().ToString(CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    private sealed class OwnTarget(RequestWriter writer) : Target
    {
        private readonly Dictionary<string, RequestName> _names = [];

        public override void StartObject() => writer.WriteStartObject();

        public override void EndObject() => writer.WriteEndObject();

        public override void StartArray() => writer.WriteStartArray();

        public override void EndArray() => writer.WriteEndArray();

        public override void Name(string name)
        {
            // Uses both ways to write a name.
            if (name.Length % 2 == 0)
            {
                writer.WriteKey(name);
                return;
            }

            if (!_names.TryGetValue(name, out RequestName? encoded))
            {
                _names[name] = encoded = new RequestName(name);
            }

            writer.WritePropertyName(encoded);
        }

        public override void Scalar(int kind, Random random)
        {
            switch (kind)
            {
                case 0:
                    writer.WriteStringValue(Text(random));
                    break;
                case 1:
                    writer.WriteNullValue();
                    break;
                case 2:
                    writer.WriteBooleanValue(random.Next(2) == 0);
                    break;
                case 3:
                    writer.WriteInt64Value(random.NextInt64());
                    break;
                case 4:
                    writer.WriteDoubleValue(random.NextDouble());
                    break;
                case 5:
                    writer.WriteGuidValue(new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
                    break;
                case 6:
                    writer.WriteDateTimeValue(new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc));
                    break;
                case 7:
                    writer.WriteDateTimeOffsetValue(new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks / 2) + TimeSpan.TicksPerDay,
                        TimeSpan.FromMinutes(random.Next(-600, 600))));
                    break;
                case 8:
                    writer.WriteBase64StringValue(Encoding.UTF8.GetBytes(Text(random)));
                    break;
                default:
                    InputWriter.WriteInt64AsText(writer, random.Next());
                    break;
            }
        }
    }
}
