using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.NoReflection.Tests.Differential;

namespace FetchHive.NoReflection.Tests.Reading;

public sealed record Brief(string Title, IReadOnlyList<Section> Sections);

public sealed record Section(string Heading, double Score);

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadAnything
{
    Task<string> Text(CancellationToken cancellationToken);

    Task<string?> TextOrNull(CancellationToken cancellationToken);

    Task<Brief> Brief(CancellationToken cancellationToken);

    Task<Brief?> BriefOrNull(CancellationToken cancellationToken);

    Task<int> Number(CancellationToken cancellationToken);

    Task<int?> NumberOrNull(CancellationToken cancellationToken);

    Task<bool> Flag(CancellationToken cancellationToken);

    Task<Guid> Id(CancellationToken cancellationToken);

    Task<Plain> Choice(CancellationToken cancellationToken);

    Task<DateTime> Time(CancellationToken cancellationToken);

    Task<Uri> Address(CancellationToken cancellationToken);

    Task<Uri?> AddressOrNull(CancellationToken cancellationToken);

    Task<char> Letter(CancellationToken cancellationToken);

    Task<byte[]> Bytes(CancellationToken cancellationToken);

    Task<Version> Release(CancellationToken cancellationToken);

    Task<List<string>> Words(CancellationToken cancellationToken);

    Task<Dictionary<string, int>> Counts(CancellationToken cancellationToken);

    Task<RecordStruct> Struct(CancellationToken cancellationToken);

    Task<RecordStruct?> StructOrNull(CancellationToken cancellationToken);

    Task<JsonElement> Element(CancellationToken cancellationToken);

    Task<JsonElement?> ElementOrNull(CancellationToken cancellationToken);

    Task<JsonNode> Node(CancellationToken cancellationToken);

    Task<JsonNode?> NodeOrNull(CancellationToken cancellationToken);

    Task<JsonObject> JsonObject(CancellationToken cancellationToken);

    Task<JsonArray> JsonArray(CancellationToken cancellationToken);

    Task<JsonValue> JsonValue(CancellationToken cancellationToken);

    Task<JsonDocument> Document(CancellationToken cancellationToken);
}

public sealed class TextAndJsonTests : HiveTests
{
    private const string BriefJson = """{"title":"AI","sections":[{"heading":"One","score":0.5}]}""";

    private IReadAnything Reads => IReadAnything.Create(Hive.Client);

    private static CancellationToken Token => Hive.CancellationToken;

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\"", "")]
    [InlineData("\"with \\\"escapes\\\" \\u00e9\\n\"", "with \"escapes\" é\n")]
    [InlineData("\"{\\\"a\\\":1}\"", "{\"a\":1}")]
    [InlineData("\"```json\\n{}\\n```\"", "```json\n{}\n```")]
    [InlineData("{\"a\": [1, 2]}", "{\"a\": [1, 2]}")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    public async Task A_string_is_the_text_as_sent_or_the_JSON_text(string output, string expected)
    {
        Hive.RespondNext(output);
        Assert.Equal(expected, await Reads.Text(Token));

        Hive.RespondNext(output);
        Assert.Equal(expected, await Reads.TextOrNull(Token));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}\n")]
    [InlineData("```json\n{0}\n```")]
    [InlineData("```\n{0}\n```\n")]
    [InlineData("```JSON\r\n{0}\r\n```")]
    [InlineData("~~~json\n{0}\n~~~")]
    [InlineData("````json\n{0}\n````")]
    [InlineData("\uFEFF{0}")]
    public async Task JSON_in_text_is_read_with_or_without_a_code_fence(string text)
    {
        Hive.RespondNext(Quote(text.Replace("{0}", BriefJson, StringComparison.Ordinal)));
        Brief brief = await Reads.Brief(Token);
        Assert.Equal("AI", brief.Title);
        Assert.Equal([new Section("One", 0.5)], brief.Sections);

        Hive.RespondNext(Quote(text.Replace("{0}", """["a","b"]""", StringComparison.Ordinal)));
        Assert.Equal(["a", "b"], await Reads.Words(Token));

        Hive.RespondNext(Quote(text.Replace("{0}", """{"a":1}""", StringComparison.Ordinal)));
        Assert.Equal(1, Assert.Single(await Reads.Counts(Token)).Value);

        Hive.RespondNext(Quote(text.Replace("{0}", """{"name":"a","count":"1"}""", StringComparison.Ordinal)));
        Assert.Equal(new RecordStruct("a", 1), await Reads.Struct(Token));

        Hive.RespondNext(Quote(text.Replace("{0}", """{"name":"a","count":"1"}""", StringComparison.Ordinal)));
        Assert.Equal(new RecordStruct("a", 1), await Reads.StructOrNull(Token));

        Hive.RespondNext(Quote(text.Replace("{0}", "42", StringComparison.Ordinal)));
        Assert.Equal(42, await Reads.Number(Token));

        Hive.RespondNext(Quote(text.Replace("{0}", "true", StringComparison.Ordinal)));
        Assert.True(await Reads.Flag(Token));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"{0}\"")]
    [InlineData("```\n{0}\n```")]
    [InlineData("```json\n\"{0}\"\n```")]
    [InlineData("\n{0}\n")]
    public async Task A_type_that_is_text_in_JSON_is_read_from_the_text_and_from_JSON_text(string text)
    {
        await Is(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), Reads.Id, "0f8fad5b-d9cb-469f-a165-70867728950e");
        await Is(Plain.Second, Reads.Choice, "Second");
        await Is(new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc), Reads.Time, "2026-02-03T04:05:06Z");
        await Is(new Uri("https://example.com/a?b=c"), Reads.Address, "https://example.com/a?b=c");
        await Is(new Uri("https://example.com/a?b=c"), Reads.AddressOrNull!, "https://example.com/a?b=c");
        await Is('x', Reads.Letter, "x");
        await Is([1, 2, 3], Reads.Bytes, "AQID");
        await Is(new Version(1, 2, 3), Reads.Release, "1.2.3");

        async Task Is<T>(T expected, Func<CancellationToken, Task<T>> read, string value)
        {
            Hive.RespondNext(Quote(text.Replace("{0}", value, StringComparison.Ordinal)));
            Assert.Equal(expected, await read(Token));
        }
    }

    [Fact]
    public async Task A_nullable_output_takes_null_from_JSON_and_from_text()
    {
        Hive.RespondNext("null");
        Assert.Null(await Reads.TextOrNull(Token));
        foreach (string output in (string[])["null", "\"null\""])
        {
            Hive.RespondNext(output);
            Assert.Null(await Reads.BriefOrNull(Token));
            Hive.RespondNext(output);
            Assert.Null(await Reads.NumberOrNull(Token));
            Hive.RespondNext(output);
            Assert.Null(await Reads.StructOrNull(Token));
        }

        Hive.RespondNext("null");
        Assert.Null(await Reads.NodeOrNull(Token));
        Hive.RespondNext("null");
        Assert.Null(await Reads.ElementOrNull(Token));
        Hive.RespondNext("null");
        Assert.Null(await Reads.AddressOrNull(Token));
    }

    [Fact]
    public async Task An_output_that_is_not_nullable_refuses_null()
    {
        await Refuses(Reads.Text, "string");
        await Refuses(Reads.Brief, "FetchHive.NoReflection.Tests.Reading.Brief");
        await Refuses(Reads.Number, "int");
        await Refuses(Reads.Words, "List<string>");
        await Refuses(Reads.Struct, "FetchHive.NoReflection.Tests.Differential.RecordStruct");
        await Refuses(Reads.Node, "JsonNode");
        await Refuses(Reads.Address, "Uri");

        async Task Refuses<T>(Func<CancellationToken, Task<T>> read, string expected)
        {
            Hive.RespondNext("null");
            FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => read(Token));
            Assert.Equal("$.output", exception.JsonPath);
            Assert.Equal(expected, exception.Expected);
        }
    }

    [Fact]
    public async Task Any_JSON_is_taken_as_it_is()
    {
        Hive.RespondNext("""{"a":[1,null,"x"]}""");
        Assert.Equal("""{"a":[1,null,"x"]}""", (await Reads.Element(Token)).GetRawText());
        Hive.RespondNext("null");
        Assert.Equal(JsonValueKind.Null, (await Reads.Element(Token)).ValueKind);
        Hive.RespondNext("\"plain text\"");
        Assert.Equal("plain text", (await Reads.Element(Token)).GetString());
        Hive.RespondNext("\"42\"");
        Assert.Equal(JsonValueKind.String, (await Reads.Element(Token)).ValueKind);
        Hive.RespondNext(Quote("```json\n{\"a\":1}\n```"));
        Assert.Equal(1, (await Reads.Element(Token)).GetProperty("a").GetInt32());
        Hive.RespondNext("[1]");
        Assert.Equal(1, (await Reads.ElementOrNull(Token))!.Value[0].GetInt32());

        Hive.RespondNext("""{"a":1}""");
        Assert.Equal(1, (int?)(await Reads.Node(Token))["a"]);
        Hive.RespondNext(Quote("""{"a":1}"""));
        Assert.Equal(1, (int?)(await Reads.JsonObject(Token))["a"]);
        Hive.RespondNext(Quote("[1]"));
        Assert.Equal(1, (int?)(await Reads.JsonArray(Token))[0]);
        Hive.RespondNext("\"x\"");
        Assert.Equal("x", (await Reads.JsonValue(Token)).GetValue<string>());
        Hive.RespondNext("""{"a":1}""");
        using JsonDocument document = await Reads.Document(Token);
        Assert.Equal(1, document.RootElement.GetProperty("a").GetInt32());
    }

    [Fact]
    public async Task JSON_of_another_kind_is_refused()
    {
        await Refuses(Reads.JsonObject, "[1]");
        await Refuses(Reads.JsonArray, "{}");
        await Refuses(Reads.JsonObject, "\"plain text\"");
        await Refuses(Reads.Brief, "\"I'm sorry, I can't do that.\"");
        await Refuses(Reads.Brief, "\"\"");
        await Refuses(Reads.Brief, "[]");
        await Refuses(Reads.Brief, "12");
        await Refuses(Reads.Number, "\"many\"");
        await Refuses(Reads.Number, "1.5");
        await Refuses(Reads.Number, "{}");
        await Refuses(Reads.Flag, "\"yes\"");
        await Refuses(Reads.Choice, "\"Fourth\"");
        await Refuses(Reads.Words, "{}");

        async Task Refuses<T>(Func<CancellationToken, Task<T>> read, string output)
        {
            Hive.RespondNext(output);
            FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => read(Token));
            Assert.Equal("$.output", exception.JsonPath);
            Assert.Equal(Hive.RequestId, exception.RequestId);
            Assert.True(exception.MayHaveRun);
        }
    }

    [Theory]
    [InlineData("""{"title":"AI","sections":[{"heading":"a","score":1},{"heading":"b","score":"high"}]}""", "$.output.sections[1].score",
        "double")]
    [InlineData("""{"title":"AI","sections":[{"heading":"a","score":1},{"heading":null,"score":2}]}""", "$.output.sections[1].heading",
        "string")]
    [InlineData("""{"title":"AI","sections":[{"score":2}]}""", "$.output.sections[0]", "FetchHive.NoReflection.Tests.Reading.Section")]
    [InlineData("""{"title":"AI"}""", "$.output", "FetchHive.NoReflection.Tests.Reading.Brief")]
    [InlineData("""{"title":["AI"],"sections":[]}""", "$.output.title", "string")]
    [InlineData("""{"title":"AI","sections":{}}""", "$.output.sections", "IReadOnlyList<FetchHive.NoReflection.Tests.Reading.Section>")]
    [InlineData("""{"title":"AI","sections":[12]}""", "$.output.sections[0]", "FetchHive.NoReflection.Tests.Reading.Section")]
    public async Task The_path_of_what_cannot_be_read_is_given_in_JSON_and_in_text(string output, string path, string expected)
    {
        foreach (string sent in (string[])[output, Quote(output), Quote($"```json\n{output}\n```")])
        {
            Hive.RespondNext(sent);
            FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Brief(Token));
            Assert.Equal(path, exception.JsonPath);
            Assert.Equal(expected, exception.Expected);
            Assert.Contains($"expected {expected} at {path}", exception.Message, StringComparison.Ordinal);
        }
    }

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";
}
