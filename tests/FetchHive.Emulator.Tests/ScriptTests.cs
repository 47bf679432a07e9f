using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class ScriptTests
{
    [Fact]
    public async Task Scripted_responses_are_given_once_each_and_in_order()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        hive.RespondNext(503, "not json");
        hive.RespondNext(EmulatorResponse.Error(429, "Slow down.", "too_many_requests"));

        Response first = await caller.InvokeAsync();
        Response second = await caller.InvokeAsync();
        Response third = await caller.InvokeAsync();

        Assert.Equal((503, "not json"), (first.Status, first.Text));
        Assert.Equal("application/json; charset=utf-8", first.Headers["Content-Type"]);
        Assert.Equal((429, """{"error":"Slow down.","message":"Slow down.","error_code":"too_many_requests"}"""),
            (second.Status, second.Text));
        Assert.Equal(200, third.Status);
        Assert.Equal([503, 429, 200], Statuses(hive));
        Assert.Equal([false, false, true], [hive.Requests[0].RunStarted, hive.Requests[1].RunStarted, hive.Requests[2].RunStarted]);
    }

    [Fact]
    public async Task A_scripted_response_comes_before_every_check()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var http = new HttpClient();
        hive.RespondNext(200, "{}");

        using HttpResponseMessage response =
            await http.GetAsync(new Uri(hive.BaseAddress, "/nowhere"), TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_raw_response_is_sent_byte_for_byte_and_never_compressed()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        hive.RespondNext(EmulatorResponse.Raw(
            599,
            new byte[] { 0, 255, 128 },
            KeyValuePair.Create("Content-Type", "text/html"),
            KeyValuePair.Create("Content-Encoding", "gzip"),
            KeyValuePair.Create("Retry-After", "7"),
            KeyValuePair.Create("X-Twice", "1"),
            KeyValuePair.Create("X-Twice", "2")));
        var request = new HttpRequestMessage(HttpMethod.Post, caller.Endpoint);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");

        Response response = await caller.SendAsync(request);

        Assert.Equal(599, response.Status);
        Assert.Equal([0, 255, 128], response.Body);
        Assert.Equal("text/html", response.Headers["Content-Type"]);
        Assert.Equal("gzip", response.Headers["Content-Encoding"]);
        Assert.Equal("7", response.Headers["Retry-After"]);
        Assert.Equal("1,2", response.Headers["X-Twice"]);
        Assert.Equal("3", response.Headers["Content-Length"]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(502)]
    public async Task A_response_may_have_no_body(int status)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        hive.RespondNext(EmulatorResponse.Raw(status, default));

        Response response = await caller.InvokeAsync();

        Assert.Equal(status, response.Status);
        Assert.Empty(response.Body);
    }

    [Fact]
    public async Task A_deployments_script_leaves_the_others_alone()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.Deploy("other", "v", start => start.Returns("other"));
        using var caller = new Caller(hive);
        hive.RespondNext("other", "v", EmulatorResponse.Error(502, "provider"));

        Assert.Equal(200, (await caller.InvokeAsync()).Status);
        Assert.Equal(502, (await caller.PostAsync("""{"deployment":"other","variant":"v"}""")).Status);
        Assert.Equal(200, (await caller.PostAsync("""{"deployment":"other","variant":"v"}""")).Status);
    }

    [Fact]
    public async Task A_response_that_cannot_be_sent_is_refused_where_it_is_made()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Json(100, "{}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Json(1000, "{}"));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Json(204, "{}"));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Raw(200, default, KeyValuePair.Create("content-length", "1")));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Raw(200, default, KeyValuePair.Create("Transfer-Encoding", "chunked")));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Raw(200, default, KeyValuePair.Create("", "1")));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Raw(200, default, KeyValuePair.Create("no spaces", "1")));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Raw(200, default, KeyValuePair.Create("X-A", "1\r\nX-B: 2")));
        Assert.Throws<ArgumentNullException>(() => hive.RespondNext(null!));
        Assert.Throws<ArgumentException>(() => hive.RespondNext("unknown", "v", EmulatorResponse.Json(200, "{}")));
    }

    private static int?[] Statuses(FetchHiveEmulator hive)
    {
        var statuses = new List<int?>();
        foreach (ReceivedRequest request in hive.Requests)
        {
            statuses.Add(request.StatusCode);
        }

        return [.. statuses];
    }
}
