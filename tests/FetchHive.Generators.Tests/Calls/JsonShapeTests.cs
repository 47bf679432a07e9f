using System.Text.Json;
using FetchHive.Generators.Analyzers.Calls;

namespace FetchHive.Generators.Tests.Calls;

public class JsonShapeTests
{
    [Theory]
    [InlineData("[]", "the text of a JSON array")]
    [InlineData(" \r\n\t[ ] ", "the text of a JSON array")]
    [InlineData("{}", "the text of a JSON object")]
    [InlineData("[{}]", "the text of a JSON array")]
    [InlineData("[1, 2]", "the text of a JSON array")]
    [InlineData("[\"a\"]", "the text of a JSON array")]
    [InlineData("{\"a\": {\"b\": [true, false, null, -1.5e+3, 0]}}", "the text of a JSON object")]
    [InlineData("[\"\\u00e9\\n\\\"\\/\"]", "the text of a JSON array")]
    [InlineData("[{\"name\": \"\uFFFF\"}]", "the text of a JSON array")]
    [InlineData("{\"a\": \uFFFF}", "the text of a JSON object")]
    [InlineData("[\uFFFE]", "the text of a JSON array")]
    public void Json_arrays_and_objects_are_recognised(string text, string description) =>
    Assert.Equal(description, JsonShape.Describe(text));

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("1")]
    [InlineData("\"[]\"")]
    [InlineData("[draft] title")]
    [InlineData("[draft]")]
    [InlineData("[1]")]
    [InlineData("[true]")]
    [InlineData("[1,]")]
    [InlineData("[01, 2]")]
    [InlineData("[1. , 2]")]
    [InlineData("[.5, 2]")]
    [InlineData("[1 2]")]
    [InlineData("[\"a]")]
    [InlineData("[\"\\x\"]")]
    [InlineData("[\"\\u12g4\"]")]
    [InlineData("[\"a\nb\"]")]
    [InlineData("[\"a\"")]
    [InlineData("[\"a\"]]")]
    [InlineData("['a', 'b']")]
    [InlineData("{a: 1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("{{name}}")]
    [InlineData("{0}")]
    [InlineData("[1, 2] // both")]
    [InlineData("[\uFFFF]")]
    [InlineData("[\uFFFF, \uFFFF]")]
    [InlineData("[\uFFFF] \uFFFF")]
    [InlineData("{\uFFFF}")]
    public void Other_texts_are_not_recognised(string text) => Assert.Null(JsonShape.Describe(text));

    [Theory]
    [InlineData(64, true)]
    [InlineData(100_000, false)]
    public void Depth_is_bounded(int depth, bool isJson) =>
        Assert.Equal(isJson, JsonShape.Describe(new string('[', depth) + "1, 2" + new string(']', depth)) is not null);

    [Fact]
    public void Nothing_that_a_reader_refuses_is_taken_for_json()
    {
        // Of all texts with up to four of these pieces, exactly those that a JSON reader reads as an array or object.
        string[] pieces = ["[", "]", "{", "}", ",", ":", "\"a\"", "1", "-", " ", "null"];
        for (int length = 1; length <= 4; length++)
        {
            int[] indexes = new int[length];
            do
            {
                string text = string.Concat(System.Array.ConvertAll(indexes, index => pieces[index]));
                if (JsonShape.Describe(text) is not null && !IsArrayOrObject(text))
                {
                    Assert.Fail($"'{text}' is taken for JSON.");
                }

                if (JsonShape.Describe(text) is null && IsArrayOrObject(text)
                    && (text.Contains('"', System.StringComparison.Ordinal) || text.Contains(',', System.StringComparison.Ordinal)))
                {
                    Assert.Fail($"'{text}' is JSON and isn't recognised.");
                }
            }
            while (Next(indexes, pieces.Length));
        }
    }

    private static bool IsArrayOrObject(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Next(int[] indexes, int limit)
    {
        for (int i = 0; i < indexes.Length; i++)
        {
            if (++indexes[i] < limit)
            {
                return true;
            }

            indexes[i] = 0;
        }

        return false;
    }
}
