using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

public sealed class OutputTests
{
    private const string BriefText = """{"title":"T","findings":[{"claim":"C","confidence":0.5}],"word_count":3}""";

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\"", "")]
    [InlineData("\"q\\\"u\\u00fc\\n\"", "q\"uü\n")]
    [InlineData("{ \"a\" : [1] }", "{ \"a\" : [1] }")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("[\"ü\"]", "[\"ü\"]")]
    public async Task Text_is_given_as_text_and_any_other_JSON_as_its_JSON_text(string output, string expected) =>
        Assert.Equal(expected, await Calls.ReadAsync(Response.Completed(output), OutputReader.Text));

    [Fact]
    public async Task Null_is_an_output_only_where_null_is_expected()
    {
        Assert.Null(await Calls.ReadAsync(Response.Completed("null"), OutputReader.NullableText));
        Assert.Null(await Calls.ReadAsync(Response.Completed("null"), OutputReader.NullableImage));
        Assert.Null(await Calls.ReadAsync(Response.Completed("null"), Json<Brief>(acceptsNull: true)));
        Assert.Null(await Calls.ReadAsync(Response.Completed("\" null \""), Json<Brief>(acceptsNull: true)));
        Assert.Null(await Calls.ReadAsync(Response.Completed("null"), Json<int?>(acceptsNull: true)));

        FetchHiveResponseException text = await Calls.FailAsync<FetchHiveResponseException>(Response.Completed("null"));
        Assert.Equal("string", text.Expected);
        Assert.Equal("$.output",
            (await Calls.FailAsync<FetchHiveResponseException, Brief>(Response.Completed("null"), Json<Brief>())).JsonPath);
        Assert.Equal("$.output",
            (await Calls.FailAsync<FetchHiveResponseException, Brief>(Response.Completed("\"null\""), Json<Brief>())).JsonPath);
        Assert.Equal("int", (await Calls.FailAsync<FetchHiveResponseException, int>(Response.Completed("null"), Json<int>())).Expected);
    }

    [Theory]
    [InlineData(BriefText)]
    [InlineData("  " + BriefText + "\n")]
    [InlineData("\uFEFF" + BriefText)]
    [InlineData("```json\n" + BriefText + "\n```")]
    [InlineData("\n```\n" + BriefText + "\n```\n\n")]
    [InlineData("~~~ json \r\n" + BriefText + "\r\n~~~")]
    [InlineData("````JSON\n" + BriefText + "\n````")]
    [InlineData("```json " + BriefText + "```")]
    [InlineData("```" + BriefText + "```")]
    [InlineData("```json\n" + BriefText)]
    public async Task JSON_inside_text_is_read_without_what_a_model_puts_around_it(string text)
    {
        Brief brief = await Calls.ReadAsync(Response.Completed(JsonSerializer.Serialize(text)), ResearchBrief.BriefOutput);

        Assert.Equal("T", brief.Title);
        Assert.Equal("C", Assert.Single(brief.Findings).Claim);
    }

    [Fact]
    public async Task An_object_is_read_without_regard_to_the_case_of_its_names() =>
        Assert.Equal("T",
        (await Calls.ReadAsync(Response.Completed("""{"Title":"T","FINDINGS":[],"Word_Count":null}"""), ResearchBrief.BriefOutput)).Title);

    [Theory]
    [InlineData("42", 42)]
    [InlineData("\"42\"", 42)]
    [InlineData("\" 42\\n\"", 42)]
    [InlineData("\"```\\n42\\n```\"", 42)]
    public async Task A_number_is_also_read_from_text(string output, int expected) =>
        Assert.Equal(expected, await Calls.ReadAsync(Response.Completed(output), Json<int>()));

    [Theory]
    [InlineData("\"Casual\"")]
    [InlineData("\"Casual\\n\"")]
    [InlineData("\"\\\"Casual\\\"\"")]
    [InlineData("\"```\\nCasual\\n```\"")]
    public async Task An_enum_is_read_from_its_name(string output) =>
    Assert.Equal(Tone.Casual, await Calls.ReadAsync(Response.Completed(output), Json<Tone>()));

    [Fact]
    public async Task Scalars_are_read_from_the_string_itself()
    {
        Guid id = Guid.NewGuid();
        Assert.Equal(id, await Calls.ReadAsync(Response.Completed($"\"{id}\""), Json<Guid>()));
        Assert.Equal(id, await Calls.ReadAsync(Response.Completed($"\" {id}\\n\""), Json<Guid>()));
        Assert.Equal(new DateOnly(2026, 3, 4), await Calls.ReadAsync(Response.Completed("\"2026-03-04\""), Json<DateOnly>()));
        Assert.True(await Calls.ReadAsync(Response.Completed("\"true\""), Json<bool>()));
    }

    [Theory]
    [InlineData("\"plain\"", "\"plain\"")]
    [InlineData("\"{\\\"a\\\":1}\"", "{\"a\":1}")]
    [InlineData("\"```json\\n[1]\\n```\"", "[1]")]
    [InlineData("\"{not json\"", "\"{not json\"")]
    [InlineData("\"42\"", "\"42\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("null", "null")]
    [InlineData("7", "7")]
    public async Task Any_JSON_is_kept_and_text_that_is_an_object_or_array_is_parsed(string output, string expected)
    {
        JsonElement element = await Calls.ReadAsync(Response.Completed(output), Json<JsonElement>());
        Assert.Equal(expected, element.GetRawText());

        JsonElement nullable = await Calls.ReadAsync(Response.Completed(output), Json<JsonElement>(acceptsNull: true));
        Assert.Equal(expected, nullable.GetRawText());

        using JsonDocument document = await Calls.ReadAsync(Response.Completed(output), Json<JsonDocument>());
        Assert.Equal(expected, document.RootElement.GetRawText());

        JsonNode? node = await Calls.ReadAsync(Response.Completed(output), Json<JsonNode>(acceptsNull: true));
        Assert.Equal(expected, node?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task A_container_node_is_parsed_from_text_and_cannot_be_plain_text()
    {
        Assert.Equal("""{"a":1}""", (await Calls.ReadAsync(Response.Completed("\"{\\\"a\\\":1}\""), Json<JsonObject>())).ToJsonString());
        Assert.Equal("[1]", (await Calls.ReadAsync(Response.Completed("\"[1]\""), Json<JsonArray>())).ToJsonString());
        await Calls.FailAsync<FetchHiveResponseException, JsonObject>(Response.Completed("\"plain\""), Json<JsonObject>());
    }

    [Fact]
    public async Task Collections_are_read_from_JSON_and_from_text()
    {
        Assert.Equal("A", Assert.Single(
            await Calls.ReadAsync(Response.Completed("""[{"name":"A","website":"https://a.example"}]"""), Json<List<Company>>())).Name);
        Assert.Equal(2, (await Calls.ReadAsync(Response.Completed("\"{\\\"b\\\":2}\""), Json<Dictionary<string, int>>()))["b"]);
    }

    [Theory]
    [InlineData("""{"title":"T","findings":[{"claim":"C","confidence":"high"}]}""", "$.output.findings[0].confidence", false, "double")]
    [InlineData("\"{\\\"title\\\":[7]}\"", "$.output.title", true, "string")]
    [InlineData("\"Sorry, I can't.\"", "$.output", true)]
    [InlineData("\"\"", "$.output", true)]
    [InlineData("[]", "$.output", false)]
    [InlineData("5", "$.output", false)]
    [InlineData("""{"title":null,"findings":[]}""", "$.output.title", false, "string")]
    [InlineData("""{"title":"T","findings":{}}""", "$.output.findings", false, "IReadOnlyList<FetchHive.Tests.Kit.Finding>")]
    [InlineData("""{"title":"T","findings":[1]}""", "$.output.findings[0]", false, "FetchHive.Tests.Kit.Finding")]
    [InlineData("""{"title":"T","findings":[],"word_count":"many"}""", "$.output.word_count", false, "int?")]
    [InlineData("""{"findings":[]}""", "$.output", false)]
    public async Task An_output_of_another_shape_is_refused_with_its_path_and_what_was_expected(
        string output, string path, bool isText, string expected = "FetchHive.Tests.Kit.Brief")
    {
        FetchHiveResponseException exception =
            await Calls.FailAsync<FetchHiveResponseException, Brief>(Response.Completed(output), ResearchBrief.BriefOutput);

        Assert.Equal(path, exception.JsonPath);
        Assert.Equal(expected, exception.Expected);
        Assert.Equal("req_019d52846ea37682b03522fd0695cc43", exception.RequestId);
        Assert.True(exception.MayHaveRun);
        Assert.Contains("deployment 'research-brief', variant 'production'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("req_019d52846ea37682b03522fd0695cc43", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"expected {expected} at {path}, and ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(isText, exception.Message.Contains("text", StringComparison.Ordinal));
        Assert.DoesNotContain("Sorry", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("high", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_from_a_type_of_the_caller_keeps_the_request_id()
    {
        FetchHiveResponseException exception =
            await Calls.FailAsync<FetchHiveResponseException, Picky>(Response.Completed("""{"value":-5}"""), Json<Picky>());

        Assert.IsType<ArgumentOutOfRangeException>(exception.InnerException);
        Assert.Equal("req_019d52846ea37682b03522fd0695cc43", exception.RequestId);
        Assert.Contains("ArgumentOutOfRangeException", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_valid_Unicode_is_an_invalid_response()
    {
        Assert.Equal("$.output", (await Calls.FailAsync<FetchHiveResponseException>(Response.Completed("\"a\\ud800\""))).JsonPath);
        Assert.Equal("$.output",
            (await Calls.FailAsync<FetchHiveResponseException, Brief>(Response.Completed("\"a\\ud800\""), Json<Brief>())).JsonPath);
        byte[] body = [.. "{\"run_status\":\"completed\",\"output\":\""u8, 0xFF, 0xFE, .. "\"}"u8];
        Assert.Equal("$.output", (await Calls.FailAsync<FetchHiveResponseException>(Response.Raw(body))).JsonPath);
    }

    [Fact]
    public async Task An_image_output_has_its_settings_and_assets()
    {
        const string Output = """
            {"settings":{"model":"grok-imagine-image-quality","provider":"xai","image_count":1,"image_quality":"high","image_background":"auto","image_output_format":"png","image_output_compression":"90","image_size":1024,"seed":7},
             "assets":[{"id":"asset_1","file_url":"https://uploads.fetchhive.com/step_3.png","file_name":"step_3_123456789_1.png","file_size":505042,"file_type":"image/png","width":10}],"note":true}
            """;

        ImageOutput image = await Calls.ReadAsync(Response.Completed(Output), OutputReader.Image);

        Assert.Equal("grok-imagine-image-quality", image.Settings.Model);
        Assert.Equal("xai", image.Settings.Provider);
        Assert.Equal(1, image.Settings.ImageCount);
        Assert.Equal("high", image.Settings.ImageQuality);
        Assert.Equal("auto", image.Settings.ImageBackground);
        Assert.Equal("png", image.Settings.ImageOutputFormat);
        Assert.Equal(90, image.Settings.ImageOutputCompression);
        Assert.Equal("1024", image.Settings.ImageSize);
        Assert.Equal(7, image.Settings.Other!["seed"].GetInt32());
        ImageAsset asset = Assert.Single(image.Assets);
        Assert.Equal("asset_1", asset.Id);
        Assert.Equal(new Uri("https://uploads.fetchhive.com/step_3.png"), asset.FileUrl);
        Assert.Equal("step_3_123456789_1.png", asset.FileName);
        Assert.Equal(505042, asset.FileSize);
        Assert.Equal("image/png", asset.FileType);
        Assert.Equal(10, asset.Other!["width"].GetInt32());
        Assert.True(image.Other!["note"].GetBoolean());
    }

    [Fact]
    public async Task Images_are_given_even_if_their_description_is_odd()
    {
        ImageOutput image = await Calls.ReadAsync(
            Response.Completed("""{"settings":{"image_count":"many","model":{"name":"x"},"provider":null},"assets":["""
                + """{"id":5,"file_url":"https://x.example/1.png","file_size":null}]}"""),
            OutputReader.Image);

        Assert.Null(image.Settings.ImageCount);
        Assert.Null(image.Settings.Model);
        Assert.Equal("5", Assert.Single(image.Assets).Id);
        Assert.Equal(0, image.Assets[0].FileSize);
        Assert.NotNull((await Calls.ReadAsync(Response.Completed("""{"assets":[]}"""), OutputReader.Image)).Settings);
    }

    [Theory]
    [InlineData("\"a text\"", "$.output")]
    [InlineData("{}", "$.output")]
    [InlineData("""{"assets":[{"id":"1"}]}""", "$.output.assets[0]")]
    public async Task An_output_without_images_is_not_an_image_output(string output, string path)
    {
        FetchHiveResponseException exception =
            await Calls.FailAsync<FetchHiveResponseException, ImageOutput>(Response.Completed(output), OutputReader.Image);

        Assert.Equal(path, exception.JsonPath);
        Assert.Equal(path.Contains("assets[", StringComparison.Ordinal) ? "FetchHive.ImageAsset" : "FetchHive.ImageOutput",
            exception.Expected);
    }

    [Fact]
    public void A_type_without_metadata_is_named_with_advice()
    {
        InvalidOperationException exception =
            Assert.Throws<InvalidOperationException>(() => OutputJson.GetTypeInfo<Dictionary<Guid, List<int?[]>>>(ResearchBrief.Options));

        Assert.Contains("[JsonSerializable(typeof(Dictionary<Guid, List<int?[]>>))]", exception.Message, StringComparison.Ordinal);
    }

    private static OutputReader<T> Json<T>(bool acceptsNull = false) =>
        OutputReader.Json(OutputJson.GetTypeInfo<T>(ResearchBrief.Options), acceptsNull);
}
