using System;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class BodyTests
{
    private const string Valid = """{"deployment":"research-brief","variant":"production","inputs":{"topic":"AI","companies":["""
        + """{"name":"Fetch Hive"}]},"metadata":{"plan":"pro","n":1}}""";

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   ", "not valid JSON")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("\"text\"", "must be a JSON object")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{}{}", "not valid JSON")]
    [InlineData("{\"a\":1,}", "not valid JSON")]
    [InlineData("{/*no*/}", "not valid JSON")]
    [InlineData("<html>", "not valid JSON")]
    [InlineData("{\"deployment\":\"a\",\"deployment\":\"b\"}", "not valid JSON")]
    [InlineData("{\"inputs\":{\"x\":{\"topic\":1,\"topic\":2}}}", "not valid JSON")]
    [InlineData("{\"inputs\":{\"topic\":\"\\ud800\"}}", "not a valid character")]
    [InlineData("{\"inputs\":{\"\\udc00\":1}}", "not a valid character")]
    public async Task A_body_that_is_not_a_JSON_object_is_refused(string body, string reason)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.PostAsync(body);

        Assert.Equal(400, response.Status);
        Assert.Contains(reason, response.Error);
        Assert.Equal(response.Error, (string?)response.Json["message"]);
        Assert.Equal("validation_error", (string?)response.Json["error_code"]);
        ReceivedRequest received = Assert.Single(hive.Requests);
        Assert.Null(received.Body);
        Assert.Equal(body, received.BodyText);
    }

    [Fact]
    public async Task Invalid_UTF_8_and_a_byte_order_mark_are_refused()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        byte[] broken = Encoding.UTF8.GetBytes(Valid);
        broken[Valid.IndexOf("AI", StringComparison.Ordinal)] = 0xFF;

        Response invalid = await caller.PostAsync(broken);
        Response marked = await caller.PostAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Valid)]);

        Assert.Equal(400, invalid.Status);
        Assert.Contains("not valid UTF-8", invalid.Error);
        Assert.Equal(400, marked.Status);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public async Task Deep_nesting_is_refused(int depth)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        string body = "{\"inputs\":{\"topic\":" + new string('[', depth) + new string(']', depth) + "}}";

        Assert.Equal(400, (await caller.PostAsync(body)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_and_one_at_the_limit_is_not(bool chunked)
    {
        const int Limit = 100_000;
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.MaxRequestBytes = Limit);
        using var caller = new Caller(hive);

        Response atLimit = await SendAsync(Limit);
        Response overLimit = await SendAsync(Limit + 1);
        Response far = await SendAsync(Limit * 50);

        Assert.Equal(200, atLimit.Status);
        Assert.Equal(413, overLimit.Status);
        Assert.Equal(413, far.Status);
        Assert.Contains("longer than 100000 bytes", far.Error);
        Assert.True(hive.Requests[2].BodyBytes.IsEmpty);

        Task<Response> SendAsync(int length)
        {
            byte[] body = Encoding.UTF8.GetBytes(Valid + new string(' ', length - Valid.Length));
            HttpContent content = chunked ? new StreamContent(new Unseekable(body)) : new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            return caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, caller.Endpoint) { Content = content });
        }
    }

    [Fact]
    public async Task The_servers_own_limit_does_not_stand_in_the_way_of_a_higher_one()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.MaxRequestBytes = 40_000_000);
        using var caller = new Caller(hive);

        Assert.Equal(200, (await caller.PostAsync(Valid + new string(' ', 35_000_000))).Status);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=UTF-8", true)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public async Task The_content_type_must_be_JSON_unless_that_is_switched_off(string? type, bool accepted)
    {
        await using FetchHiveEmulator strict = await Briefs.StartAsync();
        await using FetchHiveEmulator lenient = await Briefs.StartAsync(options => options.ContentTypeRequired = false);

        Assert.Equal(accepted ? 200 : 415, await StatusAsync(strict));
        Assert.Equal(200, await StatusAsync(lenient));

        async Task<int> StatusAsync(FetchHiveEmulator hive)
        {
            using var caller = new Caller(hive);
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Valid));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, caller.Endpoint) { Content = content })).Status;
        }
    }

    [Fact]
    public async Task A_compressed_request_is_refused()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Valid));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(415, (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, caller.Endpoint) { Content = content })).Status);
    }

    [Fact]
    public async Task No_damage_to_a_body_breaks_the_server()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        byte[] valid = Encoding.UTF8.GetBytes(Valid);
        var random = new Random(20260101);

        for (int i = 0; i < 2_000; i++)
        {
            byte[] damaged = valid[..random.Next(valid.Length + 1)];
            for (int flips = random.Next(4); flips > 0 && damaged.Length > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            Response response = await caller.PostAsync(damaged);
            Assert.True(response.Status is 200 or (>= 400 and < 500), $"{response.Status} for {Convert.ToHexString(damaged)}");
            Assert.Equal(response.Status != 200, response.Error is { Length: > 0 });
        }

        Assert.Equal(200, (await caller.PostAsync(valid)).Status);
    }

    /// <summary>A stream without a length, so that HttpClient sends it in chunks.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, 10_000), cancellationToken);
    }
}
