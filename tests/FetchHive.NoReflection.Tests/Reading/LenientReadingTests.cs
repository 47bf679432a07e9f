using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Reading;

public enum Size
{
    Small,
    Large,

    [JsonStringEnumMemberName("very big")]
    Huge,
}

[Flags]
public enum Extras
{
    Gift = 1,
    Express = 2,

    [JsonStringEnumMemberName("cold chain")]
    Cold = 4,
}

public sealed record Order(string Id, int Count, bool Paid, Size Size, string[] Tags);

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadModels
{
    Task<Order> Order(CancellationToken cancellationToken);

    Task<List<Order>> Orders(CancellationToken cancellationToken);

    Task<List<int>> Numbers(CancellationToken cancellationToken);

    Task<bool> Flag(CancellationToken cancellationToken);

    Task<int> Number(CancellationToken cancellationToken);

    Task<long?> NumberOrNull(CancellationToken cancellationToken);

    Task<Size> Size(CancellationToken cancellationToken);

    Task<Extras> Extras(CancellationToken cancellationToken);

    Task<Dictionary<Size, string>> BySize(CancellationToken cancellationToken);
}

/// <summary>The rules of docs/outputs.md, each with examples of what is read and what is refused.</summary>
public sealed class LenientReadingTests : HiveTests
{
    private const string Fields = """ "id":"a","count":2,"paid":true,"size":"Small","tags":["x","y"] """;
    private const string Json = "{" + Fields + "}";
    private const string Plain = "a|2|True|Small|x,y";

    private IReadModels Reads => IReadModels.Create(Hive.Client);

    private static CancellationToken Token => Hive.CancellationToken;

    [Theory]

    // Around the JSON.
    [InlineData("Here is the order: " + Json + " Anything else?")]
    [InlineData("I used {name} as a placeholder, and [a link](https://x.example).\n\n" + Json)]
    [InlineData("As [1] and [2, 3] say: " + Json)]
    [InlineData("The order:\n```json\n" + Json + "\n```\nI hope that helps!")]
    [InlineData("The order:\n~~~\n" + Json + "\n~~~")]
    [InlineData("```json\n" + Json)]
    [InlineData("Use `count` for the number.\n" + Json)]
    [InlineData("The order is\n" + Json + ",\n\nas you asked.")]
    [InlineData("<think>They want {\"id\":\"b\"} or [1].</think>\n" + Json)]
    [InlineData("\n<think>\n</think>\nHere:\n```\n" + Json + "\n```")]
    [InlineData("\uFEFF\u00A0" + Json)]

    // Comments and commas.
    [InlineData("{ /* the order */ " + Fields + " // end\n}")]
    [InlineData("// the order\n{" + Fields + ",}")]
    [InlineData("{ // its id (mind the \", \" and the })\nid:'a',count:2,paid:true,size:'Small',tags:['x','y']}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[\"x\",\"y\",],}")]

    // Names and quotes of JSON5.
    [InlineData("{id:'a',count:2,paid:true,size:'Small',tags:['x','y']}")]
    [InlineData("{ 'id' : 'a' , $ignored_1: null, größe: [], \"count\":2,paid:true,size:'Small',tags:['x','y']}")]

    // Python's literals.
    [InlineData("{'id': 'a', 'count': 2, 'paid': True, 'size': 'Small', 'tags': ['x', 'y'], 'note': None}")]

    // Values that convert to their types.
    [InlineData("{\"id\":\"a\",\"count\":2.0,\"paid\":true,\"size\":\"Small\",\"tags\":[\"x\",\"y\"]}")]
    [InlineData("{\"id\":\"a\",\"count\":\"2.00\",\"paid\":\"true\",\"size\":\"small\",\"tags\":[\"x\",\"y\"]}")]
    [InlineData("{\"id\":\"a\",\"count\":\"2\",\"paid\":\"True\",\"size\":\"SMALL\",\"tags\":[\"x\",\"y\"]}")]
    public async Task Unambiguous_text_is_read(string text)
    {
        Hive.RespondNext(Quote(text));
        Assert.Equal(Plain, Print(await Reads.Order(Token)));
    }

    [Theory]
    [InlineData("{\"id\":\"one\ntwo\r\n\tthree\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}", "one\ntwo\r\n\tthree")]
    [InlineData("{id:'it\\'s \"it\"',count:2,paid:true,size:'Small',tags:[]}", "it's \"it\"")]
    [InlineData("{id:'a // no comment, /* none */ {b}',count:2,paid:true,size:'Small',tags:[]}", "a // no comment, /* none */ {b}")]
    [InlineData("{id:'\\u00e4\\n\\\\/',count:2,paid:true,size:'Small',tags:[]}", "ä\n\\/")]
    [InlineData("Code:\n```\n{id:\"```\nlet a = {};\n```\",count:2,paid:true,size:'Small',tags:[],}\n```", "```\nlet a = {};\n```")]
    [InlineData("{\"id\":12.50,\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}", "12.50")]
    [InlineData("{\"id\":-1e9,\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}", "-1e9")]
    public async Task A_text_is_read_without_its_quotes_and_a_number_for_a_text_as_its_characters(string text, string expected)
    {
        Hive.RespondNext(Quote(text));
        Assert.Equal(expected, (await Reads.Order(Token)).Id);
    }

    [Theory]

    // Several candidates.
    [InlineData(Json + Json)]
    [InlineData("First " + Json + " and second " + Json)]
    [InlineData("[{\"id\":\"b\"}] or " + Json)]
    [InlineData("```json\n" + Json + "\n```\n```json\n" + Json + "\n```")]
    [InlineData("```python\nprint(1)\n```\n```json\n" + Json + "\n```")]

    // A list in place of an object, and an object inside another value.
    [InlineData("[" + Json + "]")]
    [InlineData("{\"order\":" + Json + "}")]

    // Cut off.
    [InlineData("{" + Fields)]
    [InlineData("{" + Fields + ", \"more\":")]
    [InlineData("{" + Fields + ", \"more\": {\"id\":\"b\",\"count\":1,\"paid\":false,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a")]
    [InlineData("{" + Fields + " /* the end }")]
    [InlineData("<think>" + Json)]
    [InlineData("```json\n{" + Fields + "\n```")]

    // Outside the grammar.
    [InlineData(Fields)]
    [InlineData("\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\" \"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",,\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{,\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[,]}")]
    [InlineData("{\"id\":\"say \"a\"\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"C:\\Users\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{id:a,count:2,paid:true,size:Small,tags:[]}")]
    [InlineData("{“id”:“a”,\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{the-id:'a',count:2,paid:true,size:'Small',tags:[]}")]
    [InlineData("{1d:'a',count:2,paid:true,size:'Small',tags:[]}")]
    [InlineData("{id:'a'; count:2; paid:true; size:'Small'; tags:[]}")]
    [InlineData("{id='a', count=2}")]
    [InlineData("# the order\n{\"id\":\"a\",\"count\":2, # two\n\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]

    // Values of other types.
    [InlineData("{\"id\":\"a\",\"count\":2.5,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":\"1,000\",\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":\"2 pieces\",\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":0x10,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":+2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":02,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":1e3,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":\"\",\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":1,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":\"yes\",\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":TRUE,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"the small one\",\"tags\":[]}")]
    [InlineData("{\"id\":true,\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":{},\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":[]}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":\"x\"}")]
    [InlineData("{\"id\":\"a\",\"count\":2,\"paid\":true,\"size\":\"Small\",\"tags\":\"x,y\"}")]
    [InlineData("Sorry, I can't.")]
    public async Task Ambiguous_text_is_refused_and_quoted_as_it_came(string text)
    {
        Hive.RespondNext(Quote(text));
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Order(Token));

        Assert.Equal((text, Hive.RequestId, RunStatus.Completed), (exception.OutputText, exception.RequestId, exception.Status));
        Assert.StartsWith("$.output", exception.JsonPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The orders are [" + Json + ", " + Json + ",].", 2)]
    [InlineData("[]", 0)]
    [InlineData("None: []", 0)]
    [InlineData(Json, -1)]
    [InlineData("{\"orders\":[" + Json + "]}", -1)]
    [InlineData(Json + "\n" + Json, -1)]
    [InlineData("[1] says: [" + Json + "]", -1)]
    [InlineData("[" + Json + " " + Json + "]", -1)]
    [InlineData("[1 [" + Json + "]]", -1)]
    public async Task A_list_is_read_from_exactly_one_list(string text, int count)
    {
        Hive.RespondNext(Quote(text));
        if (count < 0)
        {
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Orders(Token));
        }
        else
        {
            Assert.Equal(count, (await Reads.Orders(Token)).Count);
        }
    }

    [Fact]
    public async Task Values_are_put_into_the_form_of_their_types_in_JSON_that_is_not_text_too()
    {
        Hive.RespondNext("""{"id":7,"count":2.0,"paid":"TRUE","size":"VERY BIG","tags":[1,"x"]}""");
        Assert.Equal("7|2|True|Huge|1,x", Print(await Reads.Order(Token)));
        Hive.RespondNext("[1.0, \"2.0\", 3]");
        Assert.Equal([1, 2, 3], await Reads.Numbers(Token));
        Hive.RespondNext("""{"SMALL":1,"Very Big":"x"}""");
        Assert.Equal(["1", "x"], (await Reads.BySize(Token)).Values);
    }

    [Theory]
    [InlineData("\"True\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("\" true\\n\"", true)]
    [InlineData("\"<think>No, yes.</think>True\"", true)]
    [InlineData("\"```\\nFalse\\n```\"", false)]
    [InlineData("\"The answer is true.\"", null)]
    [InlineData("\"true or false\"", null)]
    [InlineData("\"yes\"", null)]
    [InlineData("1", null)]
    public async Task A_bool_is_read_from_its_word_and_not_out_of_a_sentence(string output, bool? expected) =>
        Assert.Equal(expected, await OrNull(Reads.Flag, output));

    [Theory]
    [InlineData("7.0", 7)]
    [InlineData("-7.000", -7)]
    [InlineData("\"7.0\"", 7)]
    [InlineData("\"```\\n7.0\\n```\"", 7)]
    [InlineData("7.", null)]
    [InlineData("7.5", null)]
    [InlineData("2147483648.0", null)]
    [InlineData("\"7.0.0\"", null)]
    [InlineData("\"1.000,0\"", null)]
    [InlineData("\"1,000\"", null)]
    [InlineData("\"It is 7.\"", null)]
    [InlineData("\"seven\"", null)]
    public async Task An_integer_is_read_from_a_whole_number_and_not_out_of_a_sentence(string output, int? expected)
    {
        if (output == "7.")
        {
            output = "\"7.\"";
        }

        Assert.Equal(expected, await OrNull(Reads.Number, output));
        Assert.Equal((long?)expected ?? (output == "2147483648.0" ? 2147483648 : null),
            await OrNull(async token => (await Reads.NumberOrNull(token))!.Value, output));
    }

    [Theory]
    [InlineData("\"small\"", Reading.Size.Small)]
    [InlineData("\"LARGE\\n\"", Reading.Size.Large)]
    [InlineData("\"Very Big\"", Reading.Size.Huge)]
    [InlineData("\"\\\"  small  \\\"\"", Reading.Size.Small)]
    [InlineData("1", Reading.Size.Large)]
    [InlineData("\"Huge\"", null)]
    [InlineData("\"very  big\"", null)]
    [InlineData("\"verybig\"", null)]
    [InlineData("\"I'd say Small\"", null)]
    [InlineData("\"Small.\"", null)]
    [InlineData("\"Small or Large\"", null)]
    public async Task An_enum_is_read_from_its_name_in_any_case_and_not_out_of_a_sentence(string output, Size? expected) =>
        Assert.Equal(expected, await OrNull(Reads.Size, output));

    [Fact]
    public async Task Flags_are_read_from_their_names_in_any_case()
    {
        Assert.Equal(Reading.Extras.Gift | Reading.Extras.Cold, await OrNull(Reads.Extras, "\"GIFT, Cold Chain\""));
        Assert.Equal(Reading.Extras.Gift | Reading.Extras.Express, await OrNull(Reads.Extras, "3"));
        Assert.Null(await OrNull(Reads.Extras, "\"gift, wrap\""));
        Assert.Null(await OrNull(Reads.Extras, "8"));
    }

    [Theory]
    [InlineData("Sorry, I can't.", "there is no JSON object in it")]
    [InlineData(Json + Json, "there is more than one JSON value in it")]
    [InlineData("```\n1\n```\n```\n" + Json + "\n```", "there is more than one code fence in it")]
    [InlineData("{" + Fields, "it stops before its JSON ends")]
    [InlineData("{" + Fields + " \"more\":1}", "part of it begins like JSON and isn't JSON")]
    public async Task The_message_says_why_the_text_is_not_read(string text, string found)
    {
        Hive.RespondNext(Quote(text));
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Order(Token));

        Assert.Equal("$.output", exception.JsonPath);
        Assert.Contains("it is text, and " + found, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\"", exception.ToString(), StringComparison.Ordinal);
    }

    private static string Print(Order order) =>
        string.Create(CultureInfo.InvariantCulture, $"{order.Id}|{order.Count}|{order.Paid}|{order.Size}|{string.Join(",", order.Tags)}");

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private async Task<T?> OrNull<T>(Func<CancellationToken, Task<T>> read, string output)
        where T : struct
    {
        Hive.RespondNext(output);
        try
        {
            return await read(Token);
        }
        catch (FetchHiveResponseException)
        {
            return null;
        }
    }
}
