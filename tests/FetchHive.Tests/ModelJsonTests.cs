using System;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace FetchHive.Tests;

/// <summary>
/// The reader of JSON in a model's text, compared with System.Text.Json. No text makes it throw, and no text makes it slow.
/// </summary>
public sealed class ModelJsonTests
{
    private static readonly string[] Documents =
    [
        """{"a":[1,-2.5e10,0,true,false,null,"x\n\u00e4\\\"/",{},[]],"b":{"c":"[{"}}""",
        """ { "ä" : "ö😀" , "" : [ [ ] , { "x" : { } } ] } """,
        """{"a":"'","b":"// no comment","c":"/* none */","d":"```","e":"<think>"}""",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "\\u", "\\'", "/", "//", "/*", "*/", "\n", "\r\n", "\t", "`", "```", "~~~",
        "<think>", "</think>",
        "a", "\"a\"", "'a'", "0", "-", "1.", "1.5", "e9", "true", "True", "nul", "None", " ", "\u00A0", "\u2028", "ä", "😀", "“", "#",
        "\u0001",
    ];

    [Fact]
    public void Strict_JSON_is_written_as_it_is()
    {
        foreach (string document in Documents)
        {
            Assert.Equal(ModelJsonResult.Found, Find(document, '{', out string json));
            Assert.Equal(Normal(document), Normal(json));
            Assert.Equal(ModelJsonResult.Found, Find(json, '{', out string again));
            Assert.Equal(json, again);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_found_is_JSON_and_strict_JSON_is_found_unchanged(int seed)
    {
        Random random = new(seed);
        int found = 0;
        int strict = 0;
        for (int i = 0; i < 100_000; i++)
        {
            string text = Change(random, Documents[random.Next(Documents.Length)]);
            if (Find(text, random.Next(2) == 0 ? '{' : '[', out string json) == ModelJsonResult.Found)
            {
                found++;
                JsonDocument.Parse(json).Dispose();
                if (IsObject(text) && json[0] == '{')
                {
                    strict++;
                    Assert.Equal(Normal(text), Normal(json));
                }
            }
            else
            {
                Assert.Empty(json);
                Assert.False(IsObject(text) && Find(text, '{', out _) != ModelJsonResult.Found, text);
            }
        }

        // Otherwise the test would only see failures.
        Assert.InRange(found, 1_000, 99_000);
        Assert.InRange(strict, 100, 99_000);
    }

    // Each of these would take minutes if the reader started over at each bracket.
    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("[[{")]
    [InlineData("{\"")]
    [InlineData("{/*")]
    [InlineData("{//")]
    [InlineData("{a ")]
    [InlineData("{aaaaaaaaaaaaaaaa")]
    [InlineData("[1,")]
    [InlineData("[1 ")]
    [InlineData("[' ")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("{a}")]
    [InlineData("[tru")]
    [InlineData("`")]
    [InlineData("```{")]
    [InlineData("<think>")]
    [InlineData("\u00A0{")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":[")]
    public void A_text_of_a_megabyte_takes_linear_time(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();
        foreach (string end in (string[])["", "*/", "'", "\"}", "x {\"a\":1}"])
        {
            Find(text + end, '{', out _);
            Find(text + end, '[', out _);
        }
    }

    [Fact]
    public void Nesting_is_limited()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("{a:", depth)) + "1" + new string('}', depth);

        Assert.Equal(ModelJsonResult.Found, Find(Nested(64), '{', out _));
        Assert.Equal(ModelJsonResult.Broken, Find(Nested(65), '{', out _));
        Assert.Equal(ModelJsonResult.Broken, Find(Nested(1_000_000), '{', out _));
    }

    private static ModelJsonResult Find(string text, char opening, out string json)
    {
        ModelJsonResult result = ModelJson.Find(Encoding.UTF8.GetBytes(text), (byte)opening, 64, out byte[] bytes);
        json = Encoding.UTF8.GetString(bytes);
        return result;
    }

    private static string Change(Random random, string text)
    {
        for (int changes = random.Next(4); changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1);
            int length = random.Next(3) == 0 ? random.Next(Math.Min(4, text.Length - at) + 1) : 0;

            // Doesn't split a surrogate pair, because decoded text never has half of one.
            if ((at < text.Length && char.IsLowSurrogate(text[at]))
                || (at + length < text.Length && char.IsLowSurrogate(text[at + length])))
            {
                continue;
            }

            text = text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]);
        }

        return text;
    }

    private static bool IsObject(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The JSON without insignificant white space.
    private static string Normal(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}
