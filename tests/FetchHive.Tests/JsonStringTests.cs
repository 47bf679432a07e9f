using System;
using System.IO;
using System.Runtime.Loader;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.Tests;

/// <summary>The quick reading of strings, held against that of System.Text.Json.</summary>
public sealed class JsonStringTests
{
    /// <summary>That of .NET 8 and later, and that of .NET Standard 2.0, which searches byte by byte.</summary>
    private static readonly DecodeFunction[] Decoders =
    [
        JsonString.TryDecode,
        new AssemblyLoadContext("netstandard2.0")
            .LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "FetchHive.dll"))
            .GetType("FetchHive.JsonString", throwOnError: true)!
            .GetMethod(nameof(JsonString.TryDecode))!
            .CreateDelegate<DecodeFunction>(),
    ];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private delegate bool DecodeFunction(ReadOnlySpan<byte> json, Span<byte> destination, out int consumed, out int written);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\" and more", "plain")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u0041\\u00e4\\u20AC\\uD83D\\uDE00\\u0000\"", "A\u00e4\u20ac\U0001F600\0")]
    [InlineData("\"\\uffff\\ud7ff\\ue000\\udbff\\udfff\"", "\uffff\ud7ff\ue000\udbff\udfff")]
    public void A_string_is_decoded_up_to_its_quote(string json, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        foreach (DecodeFunction decode in Decoders)
        {
            byte[] text = new byte[bytes.Length];
            Assert.True(decode(bytes, text, out int consumed, out int written));
            Assert.Equal(expected, Encoding.UTF8.GetString(text, 0, written));
            Assert.Equal(json.LastIndexOf('"') + 1, consumed);
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"no end")]
    [InlineData("\"\\")]
    [InlineData("\"\\\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\U0041\"")]
    [InlineData("\"\\u00\"")]
    [InlineData("\"\\u00g0\"")]
    [InlineData("\"\\u 041\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\ud800x\"")]
    [InlineData("\"\\ud800\\u0041\"")]
    [InlineData("\"\\ud800\\ud800\"")]
    [InlineData("\"\\ud800\\u\"")]
    [InlineData("\"\\udc00\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\0\"")]
    [InlineData("\"a\u001f\"")]
    public void A_string_that_is_not_right_is_left_to_the_long_way(string json)
    {
        foreach (DecodeFunction decode in Decoders)
        {
            Assert.False(decode(Encoding.UTF8.GetBytes(json), new byte[json.Length], out _, out _));
        }
    }

    [Theory]
    [InlineData("\"a\":1", "a")]
    [InlineData("\"\"", "")]
    [InlineData("\"a", null)]
    [InlineData("\"a\\n\"", null)]
    [InlineData("\"a\t\"", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void A_string_without_escapes_is_found(string json, string? expected)
    {
        bool isFound = JsonString.TryGetPlain(Encoding.UTF8.GetBytes(json), out ReadOnlySpan<byte> inside);

        Assert.Equal(expected is not null, isFound);
        Assert.Equal(expected ?? "", Encoding.UTF8.GetString(inside));
    }

    [Fact]
    public void Every_byte_after_the_quote_is_taken_as_System_Text_Json_takes_it()
    {
        for (int first = 0; first < 256; first++)
        {
            for (int second = 0; second < 256; second++)
            {
                Compare([(byte)'"', (byte)first, (byte)second, (byte)'"'], isWellFormed: false);
                Compare([(byte)'"', (byte)'\\', (byte)first, (byte)second, (byte)'"'], isWellFormed: false);
            }
        }
    }

    [Fact]
    public void Whatever_is_decoded_is_what_System_Text_Json_decodes()
    {
        for (int seed = 0; seed < 20_000; seed++)
        {
            Random random = new(seed);
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(Text(random), seed % 2 == 0 ? Relaxed : JsonSerializerOptions.Default);
            Compare(json, isWellFormed: true);
            json[random.Next(1, json.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"\"\\udDuU0"[random.Next(8)];
            Compare(json, isWellFormed: false);
        }
    }

    private static void Compare(byte[] json, bool isWellFormed)
    {
        foreach (DecodeFunction decode in Decoders)
        {
            Compare(decode, json, isWellFormed);
        }
    }

    private static void Compare(DecodeFunction decode, byte[] json, bool isWellFormed)
    {
        byte[] text = new byte[json.Length];
        bool isDecoded = decode(json, text, out int consumed, out int written);
        if (!isDecoded)
        {
            Assert.False(isWellFormed, Encoding.UTF8.GetString(json));
            return;
        }

        byte[] expected = new byte[json.Length];
        Utf8JsonReader reader = new(json.AsSpan(0, consumed));
        Assert.True(reader.Read());
        int length = reader.CopyString(expected);
        if (!expected.AsSpan(0, length).SequenceEqual(text.AsSpan(0, written)) || reader.BytesConsumed != consumed)
        {
            Assert.Fail(Convert.ToHexString(json));
        }
    }

    private static string Text(Random random)
    {
        StringBuilder text = new();
        for (int i = random.Next(60); i > 0; i--)
        {
            Rune rune = random.Next(4) switch
            {
                0 => new Rune("\"\\/\b\f\n\r\t\u0001"[random.Next(9)]),
                1 => new Rune(random.Next(0x20, 0xD800)),
                2 => new Rune(random.Next(0xE000, 0x110000)),
                _ => new Rune((char)random.Next('a', 'z' + 1)),
            };
            text.Append(rune);
        }

        return text.ToString();
    }
}
