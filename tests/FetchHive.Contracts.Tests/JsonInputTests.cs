using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IJson :
    ISends<JsonElement>, ISends<JsonElement?>, ISends<JsonDocument>, ISends<JsonNode>, ISends<JsonObject>, ISends<JsonArray>,
    ISends<JsonValue>,
    ISends<JsonElement[]>, ISends<List<JsonNode?>>, ISends<Dictionary<string, JsonElement>>, ISends<JsonHolder>;

public sealed record JsonHolder(JsonElement Element, JsonElement? Maybe, JsonNode? Node, JsonObject? Object, JsonArray? Array,
    JsonValue? Value, JsonDocument? Document);

public sealed class JsonInputTests(Hive hive) : IClassFixture<Hive>
{
    private const string Text = """{"camelCase":[1.10,1e5,-0,"ä\"",null,true,{"b":{},"a":[]}],"":0}""";

    private static readonly Cases<IJson> Table = new()
    {
        Element(Text),
        Element("null"),
        Element("1.10"),
        Element("\"text\""),
        Element("[]"),
        (JsonElement?)Element(Text),
        JsonDocument.Parse(Text),
        JsonDocument.Parse("null"),
        JsonNode.Parse(Text)!,
        (JsonNode)JsonValue.Create(1.10m),
        JsonNode.Parse(Text)!.AsObject(),
        new JsonObject { ["a"] = null, ["日本"] = new JsonArray(1, "b") },
        new JsonArray(1, null, "x"),
        JsonValue.Create("ä"),
        JsonValue.Create(1e16),
        new[] { Element("1"), Element("null") },
        new List<JsonNode?> { JsonNode.Parse("{}"), null },
        new Dictionary<string, JsonElement> { ["a"] = Element("[1]") },
        new JsonHolder(Element("1"), null, null, null, null, null, null),
        new JsonHolder(Element("1"), Element("2"), JsonNode.Parse("3"), [], [], JsonValue.Create(4), JsonDocument.Parse("5")),
    };

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Any_JSON_is_sent_as_it_is(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(IJson.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    [Fact]
    public async Task Numbers_in_JSON_keep_their_spelling()
    {
        Body body = await hive.BodyOfAsync(client =>
            ((ISends<JsonElement>)IJson.Create(client)).SendAsync(Element("[1.10,1E5,-0,0.0]"), Hive.Token));

        Assert.Equal("[1.10,1E5,-0,0.0]", body.Value);
    }

    [Fact]
    public async Task A_default_JsonElement_is_refused_wherever_it_is()
    {
        foreach (Func<IJson, Task> send in new Func<IJson, Task>[]
        {
            json => ((ISends<JsonElement>)json).SendAsync(default, Hive.Token),
            json => ((ISends<JsonElement?>)json).SendAsync(default(JsonElement), Hive.Token),
            json => ((ISends<JsonElement[]>)json).SendAsync([Element("1"), default], Hive.Token),
            json => ((ISends<JsonHolder>)json).SendAsync(new JsonHolder(default, null, null, null, null, null, null), Hive.Token),
        })
        {
            ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(client => send(IJson.Create(client)));
            Assert.Contains("default JsonElement", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_document_is_read_and_not_disposed()
    {
        using JsonDocument document = JsonDocument.Parse("[1]");

        await hive.BodyOfAsync(client => ((ISends<JsonDocument>)IJson.Create(client)).SendAsync(document, Hive.Token));

        Assert.Equal(1, document.RootElement.GetArrayLength());
    }

    private static JsonElement Element(string json) => JsonElement.Parse(json);
}
