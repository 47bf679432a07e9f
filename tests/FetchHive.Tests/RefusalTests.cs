using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>Responses with a status other than 2xx.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(400, typeof(FetchHiveValidationException), false)]
    [InlineData(401, typeof(FetchHiveAuthenticationException), false)]
    [InlineData(402, typeof(FetchHivePlanLimitException), false)]
    [InlineData(403, typeof(FetchHiveAuthenticationException), false)]
    [InlineData(404, typeof(FetchHiveNotFoundException), false)]
    [InlineData(405, typeof(FetchHiveRequestException), false)]
    [InlineData(409, typeof(FetchHiveRequestException), false)]
    [InlineData(413, typeof(FetchHiveRequestException), false)]
    [InlineData(418, typeof(FetchHiveRequestException), false)]
    [InlineData(422, typeof(FetchHiveValidationException), false)]
    [InlineData(429, typeof(FetchHiveRateLimitException), false)]
    [InlineData(500, typeof(FetchHiveServerException), true)]
    [InlineData(502, typeof(FetchHiveServerException), true)]
    [InlineData(503, typeof(FetchHiveServerException), true)]
    [InlineData(504, typeof(FetchHiveServerException), true)]
    [InlineData(300, typeof(FetchHiveRequestException), false)]
    [InlineData(303, typeof(FetchHiveRequestException), true)]
    [InlineData(407, typeof(FetchHiveRequestException), false)]
    [InlineData(408, typeof(FetchHiveRequestException), true)]
    [InlineData(460, typeof(FetchHiveRequestException), true)]
    [InlineData(499, typeof(FetchHiveRequestException), true)]
    [InlineData(599, typeof(FetchHiveServerException), true)]
    public async Task Each_status_has_its_exception(int status, Type type, bool mayHaveRun)
    {
        FetchHiveRequestException exception = await FailAsync(
            Response.Json("""{"error":"Alias.","message":"What went wrong.","error_code":"some_code","request_id":"req_5"}""", status));

        Assert.IsType(type, exception);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(mayHaveRun, exception.MayHaveRun);
        Assert.Equal("some_code", exception.ErrorCode);
        Assert.Equal("req_5", exception.RequestId);
        Assert.Null(exception.RetryAfter);
        Assert.Contains("What went wrong.", exception.ResponseBody, StringComparison.Ordinal);
        Assert.Contains("deployment 'research-brief', variant 'production'", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"What went wrong\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("some_code", exception.Message, StringComparison.Ordinal);
        Assert.Contains("req_5", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"Invalid access."}""", "Invalid access", null)]
    [InlineData("""{"error":"A","message":"B","code":"old"}""", "B", "old")]
    [InlineData("""{"error":"A","code":"old","error_code":"new"}""", "A", "new")]
    [InlineData("""{"error":{"message":"Inside","code":"in"}}""", "Inside", "in")]
    [InlineData("""{"error":{"details":[1,{"message":"no"}],"error":"Deep"},"code":422}""", "Deep", null)]
    [InlineData("""{"error":["x"],"message":7}""", null, null)]
    [InlineData("{}", null, null)]
    public async Task The_envelope_is_understood_in_all_its_forms(string body, string? message, string? code)
    {
        FetchHiveRequestException exception = await FailAsync(Response.Json(body, 422));

        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal(message is not null, exception.Message.Contains("The service says", StringComparison.Ordinal));
        Assert.Contains(message ?? string.Empty, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("proxy", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway <b>nginx</b></body></html>")]
    [InlineData("[]")]
    public async Task A_body_of_another_server_still_gives_the_status_its_exception(string body)
    {
        FetchHiveRequestException exception = await FailAsync(Response.Text(body, "text/html", 502));

        Assert.IsType<FetchHiveServerException>(exception);
        Assert.Equal(body, exception.ResponseBody);
        Assert.Contains("proxy", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nginx", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_body_counts_as_none()
    {
        FetchHiveRequestException exception = await FailAsync(Response.Raw([], 404));

        Assert.Null(exception.ResponseBody);
        Assert.IsType<FetchHiveNotFoundException>(exception);
    }

    [Fact]
    public async Task A_long_body_is_cut_at_4_KiB_and_its_message_in_the_message()
    {
        FetchHiveRequestException exception =
            await FailAsync(Response.Json($$"""{"error":"{{new string('y', 4085)}}🚀{{new string('y', 200_000)}}"}""", 400));

        Assert.Equal(4096 - 1, exception.ResponseBody!.Length);
        Assert.True(exception.Message.Length < 2500);

        exception = await FailAsync(Response.Json($$"""{"error":"{{new string('y', 9000)}}"}""", 400));
        Assert.Equal(4096, exception.ResponseBody!.Length);
        Assert.Contains("yyy…", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.Message.Length < 2500);
    }

    [Fact]
    public async Task Line_breaks_of_the_service_do_not_reach_the_message()
    {
        FetchHiveRequestException exception =
            await FailAsync(Response.Json("""{"error":"one\r\n2026-01-01 forged log line\u0000"}""", 400));

        Assert.DoesNotContain('\n', exception.Message);
        Assert.DoesNotContain('\0', exception.Message);
    }

    [Fact]
    public async Task The_credit_cap_stays_a_validation_error_with_its_own_advice()
    {
        FetchHiveRequestException exception = await FailAsync(
            Response.Json("""{"error":"You've reached your credit cap.","error_code":"account_credit_cap_reached"}""", 422));

        Assert.IsType<FetchHiveValidationException>(exception);
        Assert.Equal(FetchHiveErrorCodes.AccountCreditCapReached, exception.ErrorCode);
        Assert.Contains("credit cap is reached", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_cap_resets_at_the_next_midnight_UTC()
    {
        await using LoopbackServer server = new(Response.Json(
            """{"error":"Daily API rate limit reached","code":"api_rate_limit_exceeded","message":"You have reached your daily limit of """
            + """50 API calls.","limit":50,"current":50}""", 429));
        using FetchHiveClient client = Calls.Client(server);
        client.Sender.Time = new FakeTime(new DateTimeOffset(2026, 3, 31, 22, 30, 0, TimeSpan.FromHours(-5)));

        FetchHiveRateLimitException exception =
            await Assert.ThrowsAsync<FetchHiveRateLimitException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Equal(RateLimitKind.DailyCap, exception.Kind);
        Assert.Equal(new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero), exception.ResetsAt);
        Assert.Contains("2026-04-02 00:00 UTC", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.MayHaveRun);
    }

    [Theory]
    [InlineData("""{"error":"x","error_code":"api_rate_limit_exceeded"}""")]
    [InlineData("""{"error":"x","code":"api_rate_limit_exceeded"}""")]
    [InlineData("""{"error":"x","error_code":"concurrency","code":"api_rate_limit_exceeded"}""")]
    public async Task The_daily_cap_is_known_by_either_code(string body)
    {
        FetchHiveRateLimitException exception = await Calls.FailAsync<FetchHiveRateLimitException>(Response.Json(body, 429));

        Assert.Equal(RateLimitKind.DailyCap, exception.Kind);
        Assert.Equal(TimeSpan.Zero, exception.ResetsAt!.Value.TimeOfDay);
    }

    [Theory]
    [InlineData("""{"error":"You've reached your concurrency limit. Try again later or use async mode."}""", RateLimitKind.Concurrency)]
    [InlineData("""{"error":"x","error_code":"workflow_concurrency_limit_reached"}""", RateLimitKind.Concurrency)]
    [InlineData("""{"error":"concurrency","error_code":"too_many_requests"}""", RateLimitKind.Other)]
    [InlineData("""{"error":"x","error_code":"something_new"}""", RateLimitKind.Other)]
    [InlineData("not json", RateLimitKind.Concurrency)]
    [InlineData("""{"error":"x","error_code":"workflow_concurrency_limit_reached","code":"concurrency"}""", RateLimitKind.Concurrency)]
    public async Task The_kind_of_limit_is_decided_by_the_code_and_never_by_text(string body, RateLimitKind kind)
    {
        FetchHiveRateLimitException exception = await Calls.FailAsync<FetchHiveRateLimitException>(Response.Json(body, 429));

        Assert.Equal(kind, exception.Kind);
        Assert.Null(exception.ResetsAt);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("0", 0)]
    [InlineData("Wed, 21 Oct 2026 07:28:30 GMT", 30)]
    [InlineData("Wed, 21 Oct 2026 07:00:00 GMT", 0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    public async Task Retry_After_is_read_in_both_forms(string header, int? seconds)
    {
        await using LoopbackServer server = new(Response.Json("{}", 429).With("Retry-After", header));
        using FetchHiveClient client = Calls.Client(server);
        client.Sender.Time = new FakeTime(new DateTimeOffset(2026, 10, 21, 7, 28, 0, TimeSpan.Zero));

        FetchHiveRateLimitException exception =
            await Assert.ThrowsAsync<FetchHiveRateLimitException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Equal(seconds is { } count ? TimeSpan.FromSeconds(count) : null, exception.RetryAfter);
    }

    [Fact]
    public async Task A_503_with_a_Retry_After_did_not_accept_the_request()
    {
        FetchHiveRequestException exception = await FailAsync(Response.Json("{}", 503).With("Retry-After", "1"));

        Assert.False(exception.MayHaveRun);
        Assert.True((await FailAsync(Response.Json("{}", 502).With("Retry-After", "1"))).MayHaveRun);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(500)]
    public async Task An_error_that_reports_a_failed_run_is_a_failed_run_whatever_its_status(int status)
    {
        FetchHiveRunFailedException exception = await Calls.FailAsync<FetchHiveRunFailedException>(
            Response.Json(
                """{"request_id":"req_3","run_status":"failed","error":"Step 2 failed.","error_code":"iteration_limit_exceeded"}""",
                status));

        Assert.True(exception.MayHaveRun);
        Assert.Equal("Step 2 failed.", exception.Error);
        Assert.Contains("loops too often", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_whose_connection_breaks_keeps_its_status() =>
        Assert.IsType<FetchHiveAuthenticationException>(await FailAsync(Response.Cut("""{"error":"Invalid access."}""", 5, 401)));

    [Fact]
    public async Task The_longest_possible_content_length_does_not_hide_what_came()
    {
        using HttpClient http = new(new StubHandler((_, _) =>
        {
            StringContent content = new("""{"error":"Invalid access."}""");
            content.Headers.TryAddWithoutValidation("Content-Length", "9223372036854775807");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = content });
        }));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        FetchHiveAuthenticationException exception =
            await Assert.ThrowsAsync<FetchHiveAuthenticationException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Contains("Invalid access", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_service_repeats_is_removed()
    {
        FetchHiveRequestException exception =
            await FailAsync(Response.Json($$"""{"error":"Key {{Calls.Key}} is revoked.","error_code":"{{Calls.Key}}"}""", 401));

        Assert.DoesNotContain(Calls.Key, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Key, exception.ResponseBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Key, exception.ErrorCode, StringComparison.Ordinal);
        Assert.Contains("Key [API key] is revoked", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", " No inputs were sent.")]
    [InlineData("""{"inputs":{}}""", " No inputs were sent.")]
    [InlineData("""{"deployment":"d","inputs":{"topic":"secret value","companies":["""
        + """{"name":"x"}],"a\u000ab":{"inputs":{"y":1}}},"metadata":{"plan":"p"}}""",
        " The inputs that were sent: topic, companies, a b.")]
    [InlineData("""{"metadata":{"inputs":{"x":1}},"inputs":{"topic":1}""", " The inputs that were sent: topic.")]
    public void The_message_has_the_names_of_the_inputs_that_were_sent_and_no_value(string body, string sentence) =>
        Assert.Equal(sentence, SentInputs.Describe(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(400, true)]
    [InlineData(422, true)]
    [InlineData(401, false)]
    [InlineData(500, false)]
    public async Task A_refused_input_is_reported_with_the_names_that_were_sent(int status, bool isTold)
    {
        FetchHiveRequestException exception = await FailAsync(Response.Json("""{"error":"inputs.topic is required."}""", status));

        Assert.Equal(isTold, exception.Message.Contains(" inputs ", StringComparison.Ordinal) && exception.Message.Contains("sent",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_names_its_target(int status)
    {
        await using LoopbackServer target = new(Response.Completed("\"stolen\""));
        await using LoopbackServer server =
            new(Response.Raw([], status).With("Location", $"http://localhost:{target.Port}/v2/workflow/invoke?token=secret"));
        using FetchHiveClient client = Calls.Client(server);

        FetchHiveRequestException exception =
            await Assert.ThrowsAsync<FetchHiveRequestException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Empty(target.Requests);
        Assert.Equal(status, (int)exception.StatusCode);
        Assert.Contains($"http://localhost:{target.Port}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("BaseAddress", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.MayHaveRun);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_that_the_callers_handler_follows_carries_no_key(int status)
    {
        await using LoopbackServer target = new(Response.Json("""{"error":"Invalid access."}""", 401));
        await using LoopbackServer server = new(Response.Raw([], status).With("Location", $"http://localhost:{target.Port}/elsewhere"));
        using HttpClient http = new();
        using FetchHiveClient client = new(http, Calls.Options(server));

        FetchHiveConnectionException exception =
            await Assert.ThrowsAsync<FetchHiveConnectionException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Equal("Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
        Assert.DoesNotContain(target.Requests, request => request.Headers.ContainsKey("Authorization") || request.Bytes.Length > 0);
        Assert.True(exception.MayHaveRun);

        // After a 302, a POST becomes a GET. After a 307, the body would be sent again.
        Assert.Equal(status == 302 ? 1 : 0, target.Requests.Count);
        Assert.Contains(status == 302 ? $"http://localhost:{target.Port}" : "redirects", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<FetchHiveRequestException> FailAsync(Response response) =>
        await Assert.ThrowsAnyAsync<FetchHiveRequestException>(() => Calls.ReadAsync(response, OutputReader.Text));
}
