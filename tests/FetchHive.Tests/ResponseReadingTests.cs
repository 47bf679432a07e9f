using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>Responses with status 2xx, byte by byte: the result is exactly what the JSON says.</summary>
public sealed class ResponseReadingTests
{
    private const string Start = """{"request_id":"req_1","run_status":"completed",""";
    private const string BriefJson = """{"title":"T","findings":[{"claim":"C","confidence":0.5}],"word_count":3}""";
    private const string OtherBrief = """{"title":"Other","findings":[],"word_count":null}""";

    private static readonly JsonSerializerOptions Options = OutputJson.CreateOptions(ResponseJson.Default, NamingRule.SnakeCase);

    [Theory]
    [InlineData("\"output\":" + BriefJson + ",\"output\":" + OtherBrief + "}", "Other")]
    [InlineData("\"output\":" + OtherBrief + ",\"output\":" + BriefJson + "}", "T")]
    [InlineData("\"output\":" + OtherBrief + ",\"out\\u0070ut\":" + BriefJson + "}", "T")]
    [InlineData("\"out\\u0070ut\":" + BriefJson + "}", "T")]
    [InlineData("\"output\":" + BriefJson + ",\"run_status\":\"completed\"}", "T")]
    [InlineData("\"output\":" + BriefJson + ",\"error\":null,\"usage\":{\"output\":1,\"run_status\":\"failed\"},\"credits\":2.5} \r\n",
        "T")]
    [InlineData(" \"output\" : " + BriefJson + " , \"\\ud800\" : [ ] }", "T")]
    public void The_last_of_repeated_fields_counts_and_unknown_fields_do_not_matter(string rest, string title) =>
        Assert.Equal(title, Read(Start + rest, ResearchBrief.BriefOutput).Title);

    [Theory]
    [InlineData("\"output\":" + BriefJson + ",\"run_status\":\"failed\",\"error\":\"E\"}")]
    [InlineData("\"output\":" + BriefJson + ",\"run\\u005fstatus\":\"failed\",\"error\":\"E\"}")]
    [InlineData("\"run_status\":\"failed\",\"output\":" + BriefJson + ",\"error\":\"E\"}")]
    [InlineData("\"run_status\":\"failed\",\"output\":{\"not\":\"a brief\"},\"error\":\"E\"}")]
    [InlineData("\"run_status\":\"f\\u0061iled\",\"output\":\"text\",\"error\":\"E\"}")]
    public void A_run_that_failed_after_all_is_a_failed_run(string rest)
    {
        FetchHiveRunFailedException exception =
            Assert.Throws<FetchHiveRunFailedException>(() => Read(Start + rest, ResearchBrief.BriefOutput));

        Assert.Equal("req_1", exception.RequestId);
        Assert.Contains("E", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_of_a_failed_run_is_not_read()
    {
        OutputReader<Picky> output = Json<Picky>();

        FetchHiveRunFailedException exception = Assert.Throws<FetchHiveRunFailedException>(
            () => Read("""{"request_id":"req_1","output":{"value":-1},"run_status":"failed"}""", output));
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public void An_exception_from_a_constructor_comes_with_the_request_id()
    {
        FetchHiveResponseException exception =
            Assert.Throws<FetchHiveResponseException>(() => Read(Start + "\"output\":{\"value\":-1}}", Json<Picky>()));

        Assert.Equal("req_1", exception.RequestId);
        Assert.IsType<ArgumentOutOfRangeException>(exception.InnerException);
        Assert.Equal("$.output", exception.JsonPath);
    }

    [Theory]
    [InlineData("}", "it is not JSON")]
    [InlineData(" x", "it is not JSON")]
    [InlineData(",\"a\":}", "it is not JSON")]
    [InlineData("", "it stops before its JSON ends")]
    [InlineData(",", "it stops before its JSON ends")]
    [InlineData(",\"error\":\"", "it stops before its JSON ends")]
    public void The_rest_after_the_output_has_to_be_JSON_too(string after, string found)
    {
        string end = after is "}" or " x" ? "}" + after : after;
        foreach (string output in (string[])["\"text\"", BriefJson, JsonSerializer.Serialize(BriefJson)])
        {
            FetchHiveResponseException exception =
                Assert.Throws<FetchHiveResponseException>(() => Read(Start + "\"output\":" + output + end, ResearchBrief.BriefOutput));

            Assert.Equal("$", exception.JsonPath);
            Assert.Contains(found, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_truncated_response_is_told_from_one_that_is_not_JSON()
    {
        foreach (string output in (string[])[BriefJson, JsonSerializer.Serialize("ü\n\"" + BriefJson), "\"text\""])
        {
            byte[] body = Encoding.UTF8.GetBytes(Start + "\"output\":" + output + "}");
            for (int length = 1; length < body.Length; length++)
            {
                byte[] part = body.AsSpan(0, length).ToArray();
                FetchHiveResponseException exception =
                    Assert.Throws<FetchHiveResponseException>(() => Read(part, ResearchBrief.BriefOutput));

                Assert.Equal("$", exception.JsonPath);
                Assert.Contains("it stops before its JSON ends", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void An_output_may_nest_as_deeply_as_its_type_allows_and_not_deeper()
    {
        OutputReader<Nest> output = Json<Nest>();

        // The default depth limit of System.Text.Json, counted from the output.
        Assert.Equal(64, Depth(Read(Start + "\"output\":" + Nested(64) + "}", output)));
        Assert.Equal(64, Depth(Read(Start + "\"output\":" + JsonSerializer.Serialize(Nested(64)) + "}", output)));
        Assert.Equal(64, Depth(Read(Start + "\"usage\":" + Nested(900) + ",\"output\":" + Nested(64) + "}", output)));
        foreach (string deep in (string[])[Nested(65), JsonSerializer.Serialize(Nested(65))])
        {
            FetchHiveResponseException exception =
                Assert.Throws<FetchHiveResponseException>(() => Read(Start + "\"output\":" + deep + "}", output));
            Assert.StartsWith("$.output", exception.JsonPath, StringComparison.Ordinal);
            Assert.Equal("req_1", exception.RequestId);
        }
    }

    [Fact]
    public void An_output_that_is_not_UTF8_breaks_the_response_at_the_output()
    {
        foreach (string output in (string[])["\"t#xt\"", """{"title":"#","findings":[],"word_count":1}""",
            "\"{\\\"title\\\":\\\"#\\\",\\\"findings\\\":[],\\\"word_count\\\":1}\"", "\"\\ud800\""])
        {
            byte[] body = Encoding.UTF8.GetBytes(Start + "\"output\":" + output + "}");
            int mark = body.AsSpan().IndexOf((byte)'#');
            body[mark < 0 ? 0 : mark] = mark < 0 ? body[0] : (byte)0xFF;

            FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(() => Read(body, ResearchBrief.BriefOutput));
            Assert.StartsWith("$.output", exception.JsonPath, StringComparison.Ordinal);
            Assert.Equal("req_1", exception.RequestId);
            if (output[0] == '"')
            {
                Assert.StartsWith("$.output", Assert.Throws<FetchHiveResponseException>(() => Read(body, OutputReader.Text)).JsonPath,
                    StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("""{"$type":"circle","radius":2}""")]
    [InlineData("""{"radius":2,"$type":"circle"}""")]
    public void Types_that_are_told_apart_by_their_JSON_are_read_in_place_too(string output)
    {
        OutputReader<Shape> shape = Json<Shape>();

        Assert.Equal(2, Assert.IsType<Circle>(Read(Start + "\"output\":" + output + "}", shape)).Radius);
        Assert.Equal(2, Assert.IsType<Circle>(Read(Start + "\"output\":" + JsonSerializer.Serialize(output) + "}", shape)).Radius);
    }

    [Fact]
    public void A_huge_output_is_read_in_every_form()
    {
        string text = string.Concat("ä\"\\\n\u2028😀", new string('x', 3_000_000));
        string brief = JsonSerializer.Serialize(new { title = text, findings = Array.Empty<int>(), word_count = 1 });

        Assert.Equal(text, Read(Start + "\"output\":" + JsonSerializer.Serialize(text) + "}", OutputReader.Text));
        Assert.Equal(text, Read(Start + "\"output\":" + brief + "}", ResearchBrief.BriefOutput).Title);
        Assert.Equal(text, Read(Start + "\"output\":" + JsonSerializer.Serialize(brief) + "}", ResearchBrief.BriefOutput).Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"request_id\":\"\",")]
    [InlineData("\"request_id\":7,")]
    [InlineData("\"request_id\":\"\\ud800\",")]
    public void A_run_without_a_request_id_is_broken_and_its_output_alone_is_not(string requestId)
    {
        string body = "{" + requestId + """ "run_status":"completed","output":"text"}""";

        Assert.Equal("text", Read(body, OutputReader.Text));
        Assert.Equal("$.request_id", Assert.Throws<FetchHiveResponseException>(() => ReadRun(body, OutputReader.Text)).JsonPath);
    }

    [Fact]
    public void A_run_has_the_last_request_id_wherever_it_stands()
    {
        Assert.Equal("req_2", ReadRun(Start + "\"output\":\"t\",\"request_id\":\"req_2\"}", OutputReader.Text).RequestId);
        Assert.Equal("req_2",
            ReadRun("""{"run_status":"completed","output":"t","request_id":"req_\u0032"}""", OutputReader.Text).RequestId);
        Assert.Equal("req_3", ReadRun("""{"run_id":"req_3","status":"completed","output":"t"}""", OutputReader.Text).RequestId);
    }

    [Fact]
    public void Any_response_gives_what_System_Text_Json_reads_or_an_exception_of_ours()
    {
        int read = 0;
        int documents = 0;
        for (int seed = 0; seed < 20_000; seed++)
        {
            byte[] body = new ResponseMaker(seed).Make();
            read += IsRead(body, OutputReader.Text) ? 1 : 0;
            if (TextByDocument(body) is { } text)
            {
                Assert.Equal(text, Read(body, OutputReader.Text));
                documents++;
            }

            read += IsRead(body, ResearchBrief.BriefOutput) ? 1 : 0;
            read += IsRead(body, Json<Dictionary<string, JsonElement>>()) ? 1 : 0;
        }

        // Otherwise the test would only compare failures.
        Assert.InRange(read, 8_000, 50_000);
        Assert.InRange(documents, 2_000, 18_000);
    }

    /// <summary>The text of a completed run, read with a JsonDocument, in which the last of several fields with one name counts; null for
    /// any other response.</summary>
    private static string? TextByDocument(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("run_status", out JsonElement status) && status.ValueEquals("completed"u8)
                && document.RootElement.TryGetProperty("output", out JsonElement output) && output.ValueKind == JsonValueKind.String
                ? output.GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsRead<T>(byte[] body, OutputReader<T> output)
    {
        try
        {
            ReadRun(body, output);
            return true;
        }
        catch (FetchHiveException)
        {
            return false;
        }
    }

    private static OutputReader<T> Json<T>() => OutputReader.Json(OutputJson.GetTypeInfo<T>(Options), acceptsNull: false);

    private static T Read<T>(string body, OutputReader<T> output) => Read(Encoding.UTF8.GetBytes(body), output);

    private static T Read<T>(byte[] body, OutputReader<T> output)
    {
        using System.Net.Http.HttpResponseMessage response = new();
        return ResponseReader.Output(new ReceivedResponse(response, body, body.Length), new CallContext(Calls.Deployment, null), output);
    }

    private static WorkflowRun<T> ReadRun<T>(string body, OutputReader<T> output) => ReadRun(Encoding.UTF8.GetBytes(body), output);

    private static WorkflowRun<T> ReadRun<T>(byte[] body, OutputReader<T> output)
    {
        using System.Net.Http.HttpResponseMessage response = new();
        return ResponseReader.Run(new ReceivedResponse(response, body, body.Length), new CallContext(Calls.Deployment, null), output);
    }

    [Theory]
    [InlineData("{\"title\":7}", "{\"title\":7}")]
    [InlineData("\"Sorry, \\\"no\\\".\"", "Sorry, \"no\".")]
    [InlineData("null", "null")]
    [InlineData("\"\\ud800\"", "\"\\ud800\"")]
    public void An_output_that_cannot_be_read_is_whole_in_the_exception_and_absent_from_its_message(string output, string text)
    {
        FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(
            () => Read(Start + "\"output\":" + output + "}", ResearchBrief.BriefOutput));

        Assert.Equal(("req_1", RunStatus.Completed, text), (exception.RequestId, exception.Status, exception.OutputText));
        Assert.DoesNotContain(text.Length > 4 ? text : "\0", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"request_id":"req_1","output":"text"}""", "$.run_status", null)]
    [InlineData("""{"run_status":"completed","output":"text"}""", "$.request_id", "completed")]
    [InlineData("""{"run_status":"running","request_id":"req_1","output":"text"}""", "$.run_status", "running")]
    [InlineData("""{"run_status":"completed","request_id":"req_1","output":"text","more":""", "$", "completed")]
    [InlineData("""{"run_status":"completed","request_id":"req_1","output":"text"} junk""", "$", "completed")]
    public void Whatever_is_wrong_around_an_output_the_output_is_in_the_exception(string body, string path, string? status)
    {
        FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(() => ReadRun(body, OutputReader.Text));

        Assert.Equal((path, "text", status), (exception.JsonPath, exception.OutputText, exception.Status?.ToString()));
    }

    private static string Nested(int depth) => string.Concat(Repeat("{\"inner\":", depth - 1), "{}", new string('}', depth - 1));

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static int Depth(Nest? nest) => nest is null ? 0 : 1 + Depth(nest.Inner);
}
