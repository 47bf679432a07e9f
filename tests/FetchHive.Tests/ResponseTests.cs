using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>Responses with status 2xx that are, or aren't, what was promised.</summary>
public sealed class ResponseTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \r\n", "empty")]
    [InlineData("<html>", "not JSON")]
    [InlineData("hello", "not JSON")]
    [InlineData("[1]", "an array")]
    [InlineData("\"x\"", "a string")]
    [InlineData("null", "null")]
    [InlineData("{\"run_status\":\"completed\",\"output\":\"x", "stops")]
    [InlineData("{\"run_status\":\"completed\",", "stops")]
    [InlineData("{", "stops")]
    [InlineData("{\"run_status\":\"completed\",\"output\":\"x\"} {}", "not JSON")]
    [InlineData("{\"run_status\":\"completed\",\"output\":\"x\",}", "not JSON")]
    public async Task A_response_that_is_not_a_JSON_object_says_what_it_is(string body, string found)
    {
        FetchHiveResponseException exception = await Calls.FailAsync<FetchHiveResponseException>(Response.Text(body, "text/html"));

        Assert.Equal("$", exception.JsonPath);
        Assert.Equal("a JSON object", exception.Expected);
        Assert.True(exception.MayHaveRun);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
        Assert.Contains("text/html", exception.Message, StringComparison.Ordinal);
        Assert.Contains("BaseAddress", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"output":"x"}""", "it is missing")]
    [InlineData("""{"output":"x","run_status":7}""", "a number")]
    [InlineData("""{"output":"x","run_status":null}""", "null")]
    [InlineData("""{"output":"x","run_status":""}""", "empty")]
    [InlineData("""{"error":"Something odd."}""", "Something odd")]
    public async Task A_response_without_a_status_is_broken(string body, string found)
    {
        FetchHiveResponseException exception = await Calls.FailAsync<FetchHiveResponseException>(Response.Json(body));

        Assert.Equal("$.run_status", exception.JsonPath);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("running", "")]
    [InlineData("queued", "")]
    [InlineData("running", ""","output":"x" """)]
    [InlineData("paused", "")]
    public async Task An_unfinished_run_is_not_the_result_of_a_direct_call(string status, string rest)
    {
        FetchHiveResponseException exception = await Calls.FailAsync<FetchHiveResponseException>(
            Response.Json($$"""{"request_id":"req_7","run_status":"{{status}}"{{rest}}}""", 202));

        Assert.Equal("$.run_status", exception.JsonPath);
        Assert.Equal("'completed'", exception.Expected);
        Assert.Equal("req_7", exception.RequestId);
        Assert.True(exception.MayHaveRun);
        Assert.Contains($"'{status}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[CallbackUrl]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_is_not_documented_is_kept_when_there_is_an_output()
    {
        await using LoopbackServer server = new(
            Response.Json("""{"request_id":"req_7","run_status":"partially_completed","output":"x"}"""));
        using FetchHiveClient client = Calls.Client(server);

        WorkflowRun<string> run = await Calls.Request(client).SendForRunAsync(OutputReader.Text, Calls.Token);

        Assert.Equal("partially_completed", run.Status.ToString());
        Assert.Equal("x", run.Output);
    }

    [Fact]
    public async Task A_completed_run_without_output_is_broken_even_where_null_is_expected()
    {
        Response response = Response.Json("""{"request_id":"req_7","run_status":"completed"}""");

        Assert.Equal("$.output", (await Calls.FailAsync<FetchHiveResponseException>(response)).JsonPath);
        Assert.Equal(
            "$.output", (await Calls.FailAsync<FetchHiveResponseException, string?>(response, OutputReader.NullableText)).JsonPath);
    }

    [Theory]
    [InlineData("""{"run_status":"completed","output":"x"}""", "it is missing")]
    [InlineData("""{"run_status":"completed","output":"x","request_id":5}""", "a number")]
    [InlineData("""{"run_status":"completed","output":"x","request_id":null}""", "null")]
    public async Task A_request_id_is_only_required_where_it_is_given_to_the_caller(string body, string found)
    {
        await using LoopbackServer server = new(Response.Json(body));
        using FetchHiveClient client = Calls.Client(server);

        Assert.Equal("x", await Calls.ReadAsync(client, OutputReader.Text));
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Calls.Request(client)
            .SendForRunAsync(OutputReader.Text, Calls.Token));

        Assert.Equal("$.request_id", exception.JsonPath);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"run_id":"req_8","status":"completed","output":"x"}""", "req_8")]
    [InlineData("""{"run_id":"no","request_id":"req_8","run_status":"completed","status":"failed","output":"x"}""", "req_8")]
    [InlineData("""{"request_id":"no","request_id":"req_8","run_status":"failed","run_status":"completed","output":"y","output":"x"}""",
        "req_8")]
    [InlineData("\uFEFF{\"request_id\":\"req_8\",\"run_\\u0073tatus\":\"compl\\u0065ted\",\"extra\":{\"output\":[[]]},\"output\":\"x\"}\n",
        "req_8")]
    public async Task The_names_of_the_SDKs_repeated_fields_and_escapes_are_understood(string body, string id)
    {
        await using LoopbackServer server = new(Response.Json(body));
        using FetchHiveClient client = Calls.Client(server);

        WorkflowRun<string> run = await Calls.Request(client).SendForRunAsync(OutputReader.Text, Calls.Token);

        Assert.Equal(id, run.RequestId);
        Assert.Equal("x", run.Output);
        Assert.Equal(RunStatus.Completed, run.Status);
    }

    [Theory]
    [InlineData("""{"request_id":"req_9","run_status":"failed","error":"Step 3 failed.","error_code":"model_deprecated"}""",
        "Step 3 failed.", "model_deprecated")]
    [InlineData("""{"request_id":"req_9","run_status":"failed","message":"M","error":"E","code":"c"}""", "M", "c")]
    [InlineData("""{"request_id":"req_9","run_status":"failed","error":{"message":"Inside","code":"in"}}""", "Inside", "in")]
    [InlineData("""{"request_id":"req_9","run_status":"failed"}""", null, null)]
    [InlineData("""{"request_id":"req_9","status":"failed","output":"half","error":"E"}""", "E", null)]
    public async Task A_failed_run_says_why(string body, string? error, string? code)
    {
        FetchHiveRunFailedException exception = await Calls.FailAsync<FetchHiveRunFailedException>(Response.Json(body));

        Assert.Equal(error, exception.Error);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal("req_9", exception.RequestId);
        Assert.True(exception.MayHaveRun);
        Assert.Contains("req_9", exception.Message, StringComparison.Ordinal);
        Assert.Contains(error?.TrimEnd('.') ?? "failed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_run_also_fails_a_call_without_a_result_and_a_start()
    {
        await using LoopbackServer server = new(Response.Json("""{"request_id":"req_9","run_status":"failed"}"""));
        using FetchHiveClient client = Calls.Client(server);

        await Assert.ThrowsAsync<FetchHiveRunFailedException>(() => Calls.Request(client).SendAsync(Calls.Token));
        await Assert.ThrowsAsync<FetchHiveRunFailedException>(() =>
            new ResearchBrief(client).StartAsync("t", new Uri("https://example.com"), Calls.Token));
    }

    [Fact]
    public async Task An_accepted_run_may_lack_its_secret_and_not_its_id()
    {
        await using LoopbackServer server = new(request => Response.Json(request.Body.Contains("with id", StringComparison.Ordinal)
            ? """{"request_id":"req_1","run_status":"running","webhook_secret":null}"""
            : """{"run_status":"running","webhook_secret":"whs_secret"}"""));
        using FetchHiveClient client = Calls.Client(server);
        ResearchBrief briefs = new(client);

        Assert.Null((await briefs.StartAsync("with id", new Uri("https://example.com"), Calls.Token)).WebhookSecret);
        FetchHiveResponseException exception =
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => briefs.StartAsync("t", new Uri("https://example.com"), Calls.Token));

        Assert.Equal("$.request_id", exception.JsonPath);
        Assert.DoesNotContain("whs_secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_responses_are_read(string encoding)
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(i => i.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(text, await Calls.ReadAsync(Response.Completed($"\"{text}\"").Encoded(encoding), OutputReader.Text));
        Assert.Equal(text, await Calls.ReadAsync(Response.Completed($"\"{text}\"").Encoded(encoding).Chunked(), OutputReader.Text));
    }

    [Fact]
    public async Task Compressed_responses_are_read_through_any_HttpClient()
    {
        await using LoopbackServer server = new(_ => Response.Completed("\"x\"").Encoded("br"));
        using HttpClient plain = new();
        using HttpClient decompressing = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        using FetchHiveClient first = new(plain, Calls.Options(server));
        using FetchHiveClient second = new(decompressing, Calls.Options(server));

        Assert.Equal("x", await Calls.ReadAsync(first, OutputReader.Text));
        Assert.Equal("x", await Calls.ReadAsync(second, OutputReader.Text));
        Assert.All(server.Requests, request => Assert.StartsWith("br, gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unexpected_encoding_is_named()
    {
        FetchHiveResponseException exception =
            await Calls.FailAsync<FetchHiveResponseException>(Response.Raw([1, 2, 3]).With("Content-Encoding", "zstd"));

        Assert.Contains("zstd", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("br", 200)]
    [InlineData("gzip", 401)]
    [InlineData("br", 401)]
    public async Task Compressed_data_that_is_broken_is_an_invalid_response(string encoding, int status)
    {
        byte[] bytes = Response.Completed($"\"{new string('x', 500)}\"").Encoded(encoding).Bytes;
        byte[] garbled = [.. bytes.Select((value, i) => i > 4 ? (byte)~value : value)];

        foreach (byte[] body in new[] { garbled, bytes[..(bytes.Length / 2)] })
        {
            FetchHiveException exception = await Assert.ThrowsAnyAsync<FetchHiveException>(() =>
                Calls.ReadAsync(Response.Raw(body, status).With("Content-Encoding", encoding), OutputReader.Text));
            Assert.IsType(status == 200 ? typeof(FetchHiveResponseException) : typeof(FetchHiveAuthenticationException), exception);
        }
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, "gzip")]
    public async Task A_response_beyond_the_limit_is_not_read(bool chunked, string? encoding)
    {
        Response Make()
        {
            Response response = Response.Completed($"\"{new string('x', 100_000)}\"");
            response = encoding is null ? response : response.Encoded(encoding);
            return chunked ? response.Chunked() : response;
        }

        int exact = Response.Completed($"\"{new string('x', 100_000)}\"").Bytes.Length;
        await using LoopbackServer server = new(_ => Make());
        FetchHiveOptions options = Calls.Options(server);
        options.MaxResponseBytes = exact - 1;
        using FetchHiveClient tooSmall = new(options);
        options.MaxResponseBytes = exact;
        using FetchHiveClient justRight = new(options);

        FetchHiveResponseException exception =
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => Calls.ReadAsync(tooSmall, OutputReader.Text));

        Assert.Equal("$", exception.JsonPath);
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.MayHaveRun);
        Assert.Equal(100_000, (await Calls.ReadAsync(justRight, OutputReader.Text)).Length);
    }

    [Fact]
    public async Task A_response_that_announces_more_than_the_limit_is_not_waited_for()
    {
        await using LoopbackServer server = new(Response.Cut(new string('x', 5000), 10));
        FetchHiveOptions options = Calls.Options(server);
        options.MaxResponseBytes = 4000;
        using FetchHiveClient client = new(options);

        FetchHiveResponseException exception =
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(90)]
    public async Task A_response_whose_connection_breaks_is_truncated(int at)
    {
        FetchHiveResponseException exception = await Calls.FailAsync<FetchHiveResponseException>(
            Response.Cut(
                """{"request_id":"req_019d52846ea37682b03522fd0695cc43","run_status":"completed","output":"a long text that is cut"}""",
                at));

        Assert.Equal("$", exception.JsonPath);
        Assert.Equal("a complete JSON response", exception.Expected);
        Assert.NotNull(exception.InnerException);
        Assert.True(exception.MayHaveRun);
    }

    [Fact]
    public async Task An_output_may_be_nested_as_deeply_as_its_type_allows()
    {
        string deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(deep, await Calls.ReadAsync(Response.Completed(deep), OutputReader.Text));
        FetchHiveResponseException exception = await Calls.FailAsync<FetchHiveResponseException, JsonElement>(
            Response.Completed(deep), OutputReader.Json(OutputJson.GetTypeInfo<JsonElement>(ResearchBrief.Options), acceptsNull: false));
        Assert.Contains("$.output", exception.JsonPath, StringComparison.Ordinal);
    }
}
