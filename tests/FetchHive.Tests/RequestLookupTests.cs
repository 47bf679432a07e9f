using System;
using System.Collections.Generic;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

public sealed class RequestLookupTests
{
    private const string Id = "req_019d52846ea37682b03522fd0695cc43";

    [Fact]
    public async Task A_record_is_read_with_all_that_it_says()
    {
        await using LoopbackServer server = new(Response.Json($$"""
            {"id":"1","request_id":"{{Id}}","status":"completed","request_type":"workflow_run","requestable_type":"Run","requestable_id":77,
             "message":"Done","generated_at":"2026-04-03T10:00:00Z","started_at":"2026-04-03T12:00:01.5+02:00",
             "ended_at":"2026-04-03 10:00:09 UTC","metadata":{"a":1},"user_metadata":{"customer":"c"},"data":{"output":"x"},"more":[1]}
            """));
        using FetchHiveClient client = Calls.Client(server);

        RequestRecord record = Assert.IsType<RequestRecord>(await client.GetRequestAsync(Id, Calls.Token));

        Assert.Equal("GET", server.Request.Method);
        Assert.Equal("/v1/public/requests/" + Id, server.Request.Target);
        Assert.Equal("Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
        Assert.Equal(Id, record.RequestId);
        Assert.Equal(RunStatus.Completed, record.Status);
        Assert.Equal("workflow_run", record.RequestType);
        Assert.Equal("Run", record.RequestableType);
        Assert.Equal("77", record.RequestableId);
        Assert.Equal("Done", record.Message);
        DateTimeOffset start = new(2026, 4, 3, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(start, record.GeneratedAt);
        Assert.Equal(start.AddSeconds(1.5), record.StartedAt);
        Assert.Equal(start.AddSeconds(9), record.EndedAt);
        Assert.Equal(1, record.Metadata!.Value.GetProperty("a").GetInt32());
        Assert.Equal("c", record.UserMetadata!.Value.GetProperty("customer").GetString());
        Assert.Equal("x", record.Data!.Value.GetProperty("output").GetString());
        Assert.Equal(JsonValueKind.Array, record.Json.GetProperty("more").ValueKind);
        Assert.Equal(Id + ": completed", record.ToString());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"request_id":null,"status":null,"started_at":null,"metadata":null,"data":null}""")]
    [InlineData("""{"request_id":{},"status":{},"request_type":[],"started_at":12,"ended_at":"soon","generated_at":true}""")]
    [InlineData("""{"status":"\ud800","message":"\ud800","request_type":"\udc00","\ud800":1}""")]
    [InlineData("""{"status":""}""")]
    public async Task Fields_that_are_missing_or_of_another_kind_are_left_out(string json)
    {
        await using LoopbackServer server = new(Response.Json(json));
        using FetchHiveClient client = Calls.Client(server);

        RequestRecord record = Assert.IsType<RequestRecord>(await client.GetRequestAsync(Id, Calls.Token));

        Assert.Equal(Id, record.RequestId);
        Assert.Null(record.Status);
        Assert.Null(record.RequestType);
        Assert.Null(record.Message);
        Assert.Null(record.GeneratedAt);
        Assert.Null(record.StartedAt);
        Assert.Null(record.EndedAt);
        Assert.Null(record.Metadata);
        Assert.Null(record.Data);
        Assert.Equal(JsonValueKind.Object, record.Json.ValueKind);
        Assert.Equal(Id, record.ToString());
    }

    [Fact]
    public async Task A_request_that_the_service_does_not_know_is_null()
    {
        await using LoopbackServer server = new(Response.Json("""{"error":"Request not found"}""", 404));
        using FetchHiveClient client = Calls.Client(server);

        Assert.Null(await client.GetRequestAsync(Id, Calls.Token));
    }

    [Fact]
    public async Task A_page_that_says_404_is_not_the_services_response()
    {
        await using LoopbackServer server = new(Response.Text("<html>Not found</html>", "text/html", 404));
        using FetchHiveClient client = Calls.Client(server);

        FetchHiveNotFoundException exception =
            await Assert.ThrowsAsync<FetchHiveNotFoundException>(() => client.GetRequestAsync(Id, Calls.Token));

        Assert.Equal(
            $"Fetch Hive refused the look-up of request '{Id}' with HTTP 404 (NotFound). The response's body is not a JSON object, so it "
                + "may come from a proxy or another server. Check the request id, that FetchHiveOptions.BaseAddress is where the API is, "
                + "and that this library is up to date.",
            exception.Message);
    }

    [Theory]
    [InlineData(401, typeof(FetchHiveAuthenticationException))]
    [InlineData(402, typeof(FetchHivePlanLimitException))]
    [InlineData(422, typeof(FetchHiveValidationException))]
    [InlineData(429, typeof(FetchHiveRateLimitException))]
    [InlineData(500, typeof(FetchHiveServerException))]
    [InlineData(504, typeof(FetchHiveServerException))]
    [InlineData(303, typeof(FetchHiveRequestException))]
    public async Task A_refusal_has_its_exception_and_says_nothing_about_a_run(int status, Type type)
    {
        await using LoopbackServer server = new(Response.Json("""{"error":"No.","run_status":"failed"}""", status));
        using FetchHiveClient client = Calls.Client(server);

        FetchHiveException exception = (FetchHiveException)await Assert.ThrowsAsync(type, () => client.GetRequestAsync(Id, Calls.Token));

        Assert.False(exception.MayHaveRun);
        Assert.Contains("the look-up of request '" + Id, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("run may have", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no run was", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"status\":")]
    [InlineData("<html>")]
    public async Task A_response_that_is_not_an_object_is_refused(string body)
    {
        await using LoopbackServer server = new(Response.Json(body));
        using FetchHiveClient client = Calls.Client(server);

        FetchHiveResponseException exception =
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => client.GetRequestAsync(Id, Calls.Token));

        Assert.Equal("$", exception.JsonPath);
        Assert.False(exception.MayHaveRun);
        Assert.DoesNotContain("charged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_another_request_is_refused()
    {
        await using LoopbackServer server = new(Response.Json("""{"request_id":"req_other","data":{"output":"secret"}}"""));
        using FetchHiveClient client = Calls.Client(server);

        FetchHiveResponseException exception =
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => client.GetRequestAsync(Id, Calls.Token));

        Assert.Equal("$.request_id", exception.JsonPath);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transient_failure_is_retried()
    {
        Queue<Response> responses = new(
        [
            Response.Json("""{"error":"Busy."}""", 502),
            Response.Json("""{"error":"Busy."}""", 503).With("Retry-After", "7"),
            Response.Json("""{"error":"Busy."}""", 500),
            Response.Cut("""{"status":"completed"}""", at: 5),
            Response.Json("""{"error":"Busy."}""", 429),
            Response.Json("""{"status":"completed"}"""),
        ]);
        await using LoopbackServer server = new(_ => responses.Dequeue());
        FetchHiveOptions options = Calls.Options(server);
        options.MaxRetries = 9;
        options.Timeout = Timeout.InfiniteTimeSpan;
        using FetchHiveClient client = new(options);
        FakeTime time = new();
        client.Sender.Time = time;

        RequestRecord? record = await client.GetRequestAsync(Id, Calls.Token);

        Assert.Equal(RunStatus.Completed, record?.Status);
        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(5, time.Waits.Count);
        Assert.Equal(TimeSpan.FromSeconds(7), time.Waits[1]);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again()
    {
        Queue<Response> responses = new([Response.HangUp(), Response.HangUp(), Response.HangUp(), Response.Json("{}")]);
        await using LoopbackServer server = new(_ => responses.Dequeue());
        FetchHiveOptions options = Calls.Options(server);
        options.MaxRetries = 3;
        using FetchHiveClient client = new(options);
        client.Sender.Time = new FakeTime();

        Assert.NotNull(await client.GetRequestAsync(Id, Calls.Token));
    }

    [Fact]
    public async Task A_pause_beyond_the_timeout_is_not_begun()
    {
        await using LoopbackServer server = new(Response.Json("""{"error":"Busy."}""", 503).With("Retry-After", "100000"));
        FetchHiveOptions options = Calls.Options(server);
        options.MaxRetries = 3;
        using FetchHiveClient client = new(options);

        FetchHiveServerException exception =
            await Assert.ThrowsAsync<FetchHiveServerException>(() => client.GetRequestAsync(Id, Calls.Token));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_a_lookup()
    {
        await using LoopbackServer server = new(Response.Never());
        using FetchHiveClient client = Calls.Client(server);
        using CancellationTokenSource source = new();

        Task<RequestRecord?> lookup = client.GetRequestAsync(Id, source.Token);
        await server.Arrived.Task;
        await source.CancelAsync();

        FetchHiveCanceledException exception = await Assert.ThrowsAsync<FetchHiveCanceledException>(() => lookup);
        Assert.False(exception.MayHaveRun);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal($"The look-up of request '{Id}' was cancelled by its caller.", exception.Message);
    }

    [Fact]
    public async Task The_clients_timeout_ends_a_lookup()
    {
        await using LoopbackServer server = new(Response.Never());
        FetchHiveOptions options = Calls.Options(server);
        options.Timeout = TimeSpan.FromMilliseconds(50);
        using FetchHiveClient client = new(options);

        FetchHiveTimeoutException exception =
            await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => client.GetRequestAsync(Id, Calls.Token));

        Assert.False(exception.MayHaveRun);
    }

    [Fact]
    public async Task A_lookup_needs_no_slot()
    {
        await using LoopbackServer server = new(request => request.Method == "GET" ? Response.Json("{}") : Response.Never());
        FetchHiveOptions options = Calls.Options(server);
        options.MaxConcurrency = 1;
        using FetchHiveClient client = new(options);
        using CancellationTokenSource source = new();
        Task<string> call = Calls.Request(client).SendForOutputAsync(CodeGeneration.OutputReader.Text, source.Token);
        await server.Arrived.Task;

        Assert.NotNull(await client.GetRequestAsync(Id, Calls.Token));

        await source.CancelAsync();
        await Assert.ThrowsAsync<FetchHiveCanceledException>(() => call);
    }

    [Theory]
    [InlineData("a/b?c#d e", "/v1/public/requests/a%2Fb%3Fc%23d%20e")]
    [InlineData("ü", "/v1/public/requests/%C3%BC")]
    public async Task An_id_cannot_leave_its_place_in_the_address(string id, string path)
    {
        await using LoopbackServer server = new(Response.Json("{}"));
        using FetchHiveClient client = Calls.Client(server);

        await client.GetRequestAsync(id, Calls.Token);

        Assert.Equal(path, server.Request.Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    public async Task A_text_that_cannot_be_an_id_is_refused(string id)
    {
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = Calls.Key });

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => client.GetRequestAsync(id, Calls.Token));

        Assert.Equal("requestId", exception.ParamName);
    }
}
