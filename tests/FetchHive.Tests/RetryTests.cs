using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

public sealed class RetryTests
{
    private static readonly Response Busy = Response.Json("""{"error":"You've reached your concurrency limit."}""", 429);
    private static readonly Response Done = Response.Completed("\"x\"");

    [Theory]
    [InlineData(429, null, null)]
    [InlineData(429, "workflow_concurrency_limit", null)]
    [InlineData(429, null, "2")]
    [InlineData(503, null, "2")]
    public async Task A_transient_refusal_is_retried(int status, string? code, string? retryAfter)
    {
        string body = code is null ? """{"error":"Busy."}""" : $$"""{"error":"Busy.","error_code":"{{code}}"}""";
        Response refusal = retryAfter is null ? Response.Json(body, status) : Response.Json(body, status).With("Retry-After", retryAfter);
        using Scene scene = new(refusal, refusal, Done);

        Assert.Equal("x", await scene.CallAsync());

        Assert.Equal(3, scene.Server.Requests.Count);
        Assert.Single(scene.Server.Requests.Select(request => request.Body).Distinct());
        Assert.Equal(2, scene.Time.Waits.Count);
    }

    [Theory]
    [InlineData(400, null, null)]
    [InlineData(401, null, null)]
    [InlineData(402, null, null)]
    [InlineData(404, null, "1")]
    [InlineData(408, null, "1")]
    [InlineData(409, null, null)]
    [InlineData(422, null, null)]
    [InlineData(429, "api_rate_limit_exceeded", "1")]
    [InlineData(429, "too_many_requests", "1")]
    [InlineData(500, null, "1")]
    [InlineData(502, null, "1")]
    [InlineData(503, null, null)]
    [InlineData(504, null, "1")]
    [InlineData(302, null, "1")]
    public async Task Any_other_refusal_is_not_retried(int status, string? code, string? retryAfter)
    {
        string body = code is null ? """{"error":"No."}""" : $$"""{"error":"No.","code":"{{code}}"}""";
        Response refusal = retryAfter is null ? Response.Json(body, status) : Response.Json(body, status).With("Retry-After", retryAfter);
        using Scene scene = new(refusal, Done);

        FetchHiveException exception = await Assert.ThrowsAnyAsync<FetchHiveException>(scene.CallAsync);

        Assert.Single(scene.Server.Requests);
        Assert.Empty(scene.Time.Waits);
        Assert.DoesNotContain("tried", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_may_have_run_is_not_retried()
    {
        foreach (Response response in new[] { Response.HangUp(), Response.Cut("""{"run_status":"completed"}""", 5), Response.Json("{}"),
            Response.Json("""{"run_status":"failed"}""") })
        {
            using Scene scene = new(response, Done);

            Assert.True((await Assert.ThrowsAnyAsync<FetchHiveException>(scene.CallAsync)).MayHaveRun);
            Assert.Single(scene.Server.Requests);
        }
    }

    [Fact]
    public async Task The_last_failure_says_how_often_it_was_tried()
    {
        using Scene scene = new(Busy);

        FetchHiveRateLimitException exception = await Assert.ThrowsAsync<FetchHiveRateLimitException>(scene.CallAsync);

        Assert.Equal(4, scene.Server.Requests.Count);
        Assert.Equal(3, scene.Time.Waits.Count);
        Assert.Contains("It was tried 4 times (FetchHiveOptions.MaxRetries is 3).", exception.Message, StringComparison.Ordinal);
        Assert.Contains(exception.Message, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_another_kind_after_a_retry_says_that_those_before_did_not_run()
    {
        using Scene scene = new(Busy, Response.Json("""{"error":"Broken."}""", 500), Done);

        FetchHiveServerException exception = await Assert.ThrowsAsync<FetchHiveServerException>(scene.CallAsync);

        Assert.True(exception.MayHaveRun);
        Assert.Equal(2, scene.Server.Requests.Count);
        Assert.Contains("This was attempt 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_retries_nothing_is_retried()
    {
        using Scene scene = new(options => options.MaxRetries = 0, Busy, Done);

        await Assert.ThrowsAsync<FetchHiveRateLimitException>(scene.CallAsync);
        Assert.Single(scene.Server.Requests);
    }

    [Fact]
    public async Task The_waits_grow_with_jitter_and_have_an_upper_limit()
    {
        using Scene scene = new(
            options =>
            {
                options.MaxRetries = 12;
                options.Timeout = TimeSpan.FromDays(1);
            },
            Busy);

        await Assert.ThrowsAsync<FetchHiveRateLimitException>(scene.CallAsync);

        Assert.Equal(12, scene.Time.Waits.Count);
        Assert.All(scene.Time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        Assert.True(scene.Time.Waits[^1] > scene.Time.Waits[0]);
        Assert.True(scene.Time.Waits.Distinct().Count() > 6);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("Sun, 01 Mar 2026 12:00:17 GMT")]
    public async Task The_wait_that_the_service_asks_for_is_kept(string header)
    {
        using Scene scene = new(Response.Json("{}", 503).With("Retry-After", header), Done);

        await scene.CallAsync();

        Assert.Equal(TimeSpan.FromSeconds(17), Assert.Single(scene.Time.Waits));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT")]
    public async Task A_service_that_asks_for_an_immediate_retry_still_gets_a_pause(string header)
    {
        using Scene scene = new(Response.Json("{}", 503).With("Retry-After", header), Done);

        await scene.CallAsync();

        Assert.True(Assert.Single(scene.Time.Waits) > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("600")]
    [InlineData("86400")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_that_does_not_fit_fails_at_once_with_the_failure_itself(string header)
    {
        using Scene scene = new(options => options.Timeout = TimeSpan.FromMinutes(10),
            Response.Json("""{"error":"Busy."}""", 503).With("Retry-After", header), Done);
        scene.Time.SkipsBelow = TimeSpan.FromMinutes(10);

        FetchHiveServerException exception = await Assert.ThrowsAsync<FetchHiveServerException>(scene.CallAsync);

        Assert.Single(scene.Server.Requests);
        Assert.Empty(scene.Time.Waits);
        Assert.Contains("It was not tried again, as the wait of ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FetchHiveOptions.Timeout (00:10:00)", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.MayHaveRun);
        Assert.NotNull(exception.RetryAfter);
    }

    [Fact]
    public async Task The_time_that_has_passed_counts()
    {
        using Scene scene =
            new(options => options.Timeout = TimeSpan.FromMinutes(10), Response.Json("{}", 503).With("Retry-After", "299"), Done);
        scene.Answering = () => scene.Time.Advance(TimeSpan.FromMinutes(6));

        await Assert.ThrowsAsync<FetchHiveServerException>(scene.CallAsync);
        Assert.Single(scene.Server.Requests);
    }

    [Fact]
    public async Task Without_a_time_limit_an_excessive_wait_still_fails()
    {
        using Scene scene =
            new(options => options.Timeout = Timeout.InfiniteTimeSpan, Response.Json("{}", 503).With("Retry-After", "2147483647"), Done);

        FetchHiveServerException exception = await Assert.ThrowsAsync<FetchHiveServerException>(scene.CallAsync);

        Assert.Contains("longer than the client waits (24 days)", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-00:00", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_between_retries_is_a_cancellation_and_prompt()
    {
        using Scene scene = new(Response.Json("{}", 503).With("Retry-After", "400"), Done);
        using CancellationTokenSource source = new();

        Task<string> call = Calls.Request(scene.Client).SendForOutputAsync(OutputReader.Text, source.Token);
        await scene.TimersAsync(2);
        await source.CancelAsync();

        FetchHiveCanceledException exception = await Assert.ThrowsAsync<FetchHiveCanceledException>(() => call);
        Assert.False(exception.MayHaveRun);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Contains("while it waited to be tried again", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, scene.Time.Timers);
    }

    [Fact]
    public async Task A_time_limit_that_passes_during_a_later_attempt_is_a_timeout()
    {
        using Scene scene = new(Busy, Response.Never());

        Task<string> call = scene.CallAsync();
        await scene.RequestsAsync(2);
        scene.Time.Advance(TimeSpan.FromMinutes(10));

        FetchHiveTimeoutException exception = await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => call);
        Assert.True(exception.MayHaveRun);
        Assert.Contains("This was attempt 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_the_last_attempt_may_have_run_does_not_depend_on_earlier_ones()
    {
        int attempt = 0;
        using Scene scene = new(
            async (request, token) =>
            {
                attempt++;
                if (attempt == 1)
                {
                    await request.Content!.ReadAsByteArrayAsync(token);
                    return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}") };
                }

                throw new HttpRequestException(HttpRequestError.ProxyTunnelError, "no tunnel");
            });

        FetchHiveConnectionException exception = await Assert.ThrowsAsync<FetchHiveConnectionException>(scene.CallAsync);

        Assert.False(exception.MayHaveRun);
        Assert.Equal(2, attempt);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_is_retried()
    {
        foreach (Exception failure in new Exception[]
        {
            new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)),
            new HttpRequestException(HttpRequestError.NameResolutionError, "unknown host"),
            new HttpRequestException("from a handler"),
            new TaskCanceledException("connecting", new TimeoutException("ConnectTimeout")),
        })
        {
            int attempt = 0;
            using Scene scene = new((_, _) => attempt++ == 0 ? throw failure : Task.FromResult(Scene.DoneMessage()));

            Assert.Equal("x", await scene.CallAsync());
            Assert.Equal(2, attempt);
            Assert.Single(scene.Time.Waits);
        }
    }

    [Fact]
    public async Task A_connection_that_can_never_be_made_is_not_retried()
    {
        foreach (Exception failure in new Exception[]
        {
            new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS", new AuthenticationException("certificate")),
            new HttpRequestException(HttpRequestError.UserAuthenticationError, "proxy"),
            new TaskCanceledException("mine"),
        })
        {
            int attempt = 0;
            using Scene scene = new((_, _) => attempt++ == 0 ? throw failure : Task.FromResult(Scene.DoneMessage()));

            Assert.False((await Assert.ThrowsAsync<FetchHiveConnectionException>(scene.CallAsync)).MayHaveRun);
            Assert.Equal(1, attempt);
        }
    }

    [Fact]
    public async Task A_retry_after_a_real_refused_connection_reaches_the_server_that_came_back()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        using FetchHiveClient client =
            new(new FetchHiveOptions { ApiKey = Calls.Key, BaseAddress = new Uri($"http://127.0.0.1:{port}/v1"), MaxRetries = 2 });
        FakeTime time = new();
        client.Sender.Time = time;

        FetchHiveConnectionException exception =
            await Assert.ThrowsAsync<FetchHiveConnectionException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Equal(2, time.Waits.Count);
        Assert.False(exception.MayHaveRun);
        Assert.Contains("tried 3 times", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bytes_are_kept_until_the_last_attempt()
    {
        string long1 = new('1', 100_000);
        using Scene scene = new(Busy, Busy, Done);
        ResearchBrief briefs = new(scene.Client);

        await briefs.RunAsync(long1, [], null, null, null, Calls.Token);

        Assert.All(scene.Server.Requests, request => Assert.Contains(long1, request.Body, StringComparison.Ordinal));
    }

    private sealed class Scene : IDisposable
    {
        private readonly LoopbackServer? _server;
        private readonly HttpClient? _http;
        private int _answered;

        public Scene(params Response[] responses)
            : this(_ => { }, responses)
        {
        }

        /// <summary>The server repeats the last response.</summary>
        public Scene(Action<FetchHiveOptions> configure, params Response[] responses)
        {
            _server = new LoopbackServer(_ =>
            {
                Answering?.Invoke();
                return responses[Math.Min(Interlocked.Increment(ref _answered), responses.Length) - 1];
            });
            FetchHiveOptions options = new() { ApiKey = Calls.Key, BaseAddress = _server.Address };
            configure(options);
            Client = new FetchHiveClient(options);
            Client.Sender.Time = Time;
        }

        public Scene(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond)
        {
            _http = new HttpClient(new StubHandler(respond)) { Timeout = Timeout.InfiniteTimeSpan };
            Client = new FetchHiveClient(_http, new FetchHiveOptions { ApiKey = Calls.Key });
            Client.Sender.Time = Time;
        }

        public FetchHiveClient Client { get; }

        public FakeTime Time { get; } = new();

        public LoopbackServer Server => _server!;

        public Action? Answering { get; set; }

        public static HttpResponseMessage DoneMessage() => new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"run_status":"completed","output":"x"}""", Encoding.UTF8, "application/json"),
        };

        public Task<string> CallAsync() => Calls.ReadAsync(Client, OutputReader.Text);

        public Task TimersAsync(int count) => UntilAsync(() => Time.Timers == count);

        public Task RequestsAsync(int count) => UntilAsync(() => Server.Requests.Count == count);

        public void Dispose()
        {
            Client.Dispose();
            _http?.Dispose();
            _ = _server?.DisposeAsync().AsTask();
        }

        private static async Task UntilAsync(Func<bool> condition)
        {
            while (!condition())
            {
                await Task.Delay(5, Calls.Token);
            }
        }
    }
}
