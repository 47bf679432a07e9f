using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.Emulator.Tests;

/// <summary>Network faults, seen from a bare socket.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConnectionEnd.Close, true)]
    [InlineData(ConnectionEnd.HalfClose, true)]
    [InlineData(ConnectionEnd.Reset, true)]
    [InlineData(ConnectionEnd.Reset, false)]
    public async Task A_connection_ends_instead_of_a_response(ConnectionEnd end, bool readsRequest)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.NoResponse(end, readsRequest));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        (string received, bool wasReset) = await caller.ReadToEndAsync();

        Assert.Empty(received);
        Assert.Equal(end == ConnectionEnd.Reset, wasReset);
        if (end == ConnectionEnd.HalfClose)
        {
            await caller.SendAsync("still open in this direction");
        }

        ReceivedRequest request = Assert.Single(hive.Requests);
        Assert.Equal(readsRequest, request.Body is not null);
        Assert.False(request.RunStarted);
        Assert.Null(request.StatusCode);
        using var next = new Caller(hive);
        Assert.Equal(200, (await next.InvokeAsync()).Status);
    }

    [Fact]
    public async Task A_reset_before_reading_does_not_wait_for_the_body()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.NoResponse(ConnectionEnd.Reset, readsRequest: false));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync("{", contentLength: 1_000_000);

        Assert.True((await caller.ReadToEndAsync()).WasReset);
    }

    [Fact]
    public async Task A_run_starts_and_its_response_is_lost()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Regular().Lost());
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        Assert.Equal(("", true), await caller.ReadToEndAsync());
        Assert.True(Assert.Single(hive.Requests).RunStarted);
    }

    [Theory]
    [InlineData(ConnectionEnd.Close)]
    [InlineData(ConnectionEnd.Reset)]
    public async Task A_response_is_cut(ConnectionEnd end)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Json(200, """{"a":"0123456789"}""").CutAfter(7, end));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        (string received, bool wasReset) = await caller.ReadToEndAsync();

        Assert.Equal(end == ConnectionEnd.Reset, wasReset);
        if (!wasReset)
        {
            Assert.StartsWith("HTTP/1.1 200 OK\r\n", received, StringComparison.Ordinal);
            Assert.Contains("Content-Length: 18\r\n", received, StringComparison.Ordinal);
            Assert.EndsWith("""{"a":"0""", received, StringComparison.Ordinal);
        }

        Assert.Equal(200, Assert.Single(hive.Requests).StatusCode);
    }

    [Fact]
    public async Task The_regular_response_can_be_cut_for_callback_delivery_too()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(Briefs.Deployment, Briefs.Variant, EmulatorResponse.Regular().CutAfter(0));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        JsonObject body = JsonNode.Parse(Briefs.Body())!.AsObject();
        body["async"] = new JsonObject { ["enabled"] = true, ["callback_url"] = "http://127.0.0.1:9/" };
        await caller.SendAsync(body.ToJsonString());

        string received = (await caller.ReadToEndAsync()).Received;

        Assert.StartsWith("HTTP/1.1 202 Accepted\r\n", received, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", received, StringComparison.Ordinal);
        Assert.True(Assert.Single(hive.Requests).RunStarted);
    }

    [Fact]
    public async Task A_response_stalls_until_the_caller_hangs_up()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Json(200, """{"a":1}""").StallAfter(3));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        Assert.EndsWith("{\"a", await caller.ReadUntilAsync("\r\n\r\n{\"a"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<TimeoutException>(() => caller.ReadToEndAsync().WaitAsync(TimeSpan.FromMilliseconds(100), Token));
    }

    [Fact]
    public async Task A_response_comes_in_pieces_when_the_clock_says_so()
    {
        var time = new FakeTimeProvider();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Json(200, "12345").InPieces(2, TimeSpan.FromMinutes(1), time));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        Assert.EndsWith("\r\n\r\n12", await caller.ReadUntilAsync("\r\n\r\n12"), StringComparison.Ordinal);
        Task<string> second = caller.ReadUntilAsync("34");
        while (!second.IsCompleted)
        {
            Assert.False(second.IsFaulted);
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(5, Token);
        }

        Task<(string Received, bool)> rest = caller.ReadToEndAsync();
        while (!rest.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(5, Token);
        }

        Assert.Equal("5", (await rest).Received);
    }

    [Fact]
    public async Task A_response_waits_for_its_gate()
    {
        var gate = new TaskCompletionSource();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        hive.RespondNext(EmulatorResponse.Error(503, "Busy.").WithHeader("Retry-After", "2").After(gate.Task));

        Task<Response> response = caller.InvokeAsync();
        await Task.Delay(50, Token);
        Assert.False(response.IsCompleted);
        gate.SetException(new InvalidOperationException("How it ends doesn't matter."));

        Assert.Equal(503, (await response).Status);
        Assert.Equal("2", (await response).Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_response_never_comes_and_the_emulator_still_stops()
    {
        FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Never());
        hive.RespondNext(EmulatorResponse.Json(200, "{}").After(TimeSpan.FromDays(1)));
        using var caller = new Caller(hive);
        Task first = caller.InvokeAsync();
        Task second = caller.InvokeAsync();
        while (hive.Requests.Count < 2)
        {
            await Task.Delay(5, Token);
        }

        await hive.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => first);
        await Assert.ThrowsAsync<HttpRequestException>(() => second);
    }

    [Fact]
    public async Task An_endless_response_goes_on_until_the_caller_has_enough()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Endless());
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        string head = await caller.ReadUntilAsync("xxx");
        long count = await caller.CountAsync(20_000_000);

        Assert.DoesNotContain("Content-Length", head, StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", head, StringComparison.Ordinal);
        Assert.Contains("\"output\":\"x", head, StringComparison.Ordinal);
        Assert.True(count >= 20_000_000);
    }

    [Fact]
    public async Task A_compression_bomb_is_small_until_it_is_decompressed()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.CompressionBomb(100 << 20));
        hive.RespondNext(EmulatorResponse.CompressionBomb(100 << 20));
        using var plain = new HttpClient();
        using var decompressing = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip });

        byte[] small = await PostAsync(plain);
        byte[] large = await PostAsync(decompressing);

        Assert.InRange(small.Length, 1000, 200_000);
        Assert.InRange(large.Length, 100 << 20, (100 << 20) + 200);

        async Task<byte[]> PostAsync(HttpClient http)
        {
            using HttpResponseMessage response =
                await http.PostAsync(new Uri(hive.BaseAddress + "/workflow/invoke"), new StringContent(Briefs.Body()), Token);
            return await response.Content.ReadAsByteArrayAsync(Token);
        }
    }

    [Fact]
    public async Task A_redirect_names_its_target()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.RespondNext(EmulatorResponse.Redirect(307, new Uri("http://127.0.0.1:9/elsewhere")));
        using RawCaller caller = await RawCaller.ConnectAsync(hive);
        await caller.SendAsync(Briefs.Body());

        string head = await caller.ReadUntilAsync("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 307 ", head, StringComparison.Ordinal);
        Assert.Contains("Location: http://127.0.0.1:9/elsewhere\r\n", head, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Redirect(304, new Uri("http://127.0.0.1:9")));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Redirect(200, new Uri("http://127.0.0.1:9")));
    }

    [Fact]
    public async Task A_closed_port_refuses_connections_until_it_is_opened_again()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        Assert.Equal(200, (await caller.InvokeAsync()).Status);
        for (int i = 0; i < 3; i++)
        {
            await hive.StopListeningAsync();
            await hive.StopListeningAsync();

            HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => caller.InvokeAsync());
            Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);

            await hive.StartListeningAsync(Token);
            await hive.StartListeningAsync(Token);
            Assert.Equal(200, (await caller.InvokeAsync()).Status);
        }

        await hive.StopListeningAsync();
        await hive.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => hive.StartListeningAsync(Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(hive.StopListeningAsync);
    }

    [Fact]
    public async Task Too_many_direct_runs_are_refused_and_too_many_with_a_callback_are_queued()
    {
        var go = new TaskCompletionSource();
        await using FetchHiveEmulator hive = await Briefs.StartAsync(builder => builder
            .Configure(options => options.MaxConcurrentRuns = 2)
            .Deploy("slow", "v", start => start.Returns(async _ =>
            {
                await go.Task;
                return "x";
            })));
        using var caller = new Caller(hive);
        const string Direct = """{"deployment":"slow","variant":"v"}""";
        const string Queued = """{"deployment":"slow","variant":"v","async":{"enabled":true,"callback_url":"http://127.0.0.1:9/"}}""";
        Task<Response> first = caller.PostAsync(Direct);
        Response second = await caller.PostAsync(Queued);
        while (hive.Requests.Count < 2 || !hive.Requests[0].RunStarted)
        {
            await Task.Delay(5, Token);
        }

        Response refused = await caller.PostAsync(Direct);
        Response queued = await caller.PostAsync(Queued);
        go.SetResult();

        Assert.Equal("running", (string?)second.Json["run_status"]);
        Assert.Equal(429, refused.Status);
        Assert.Equal("You've reached your concurrency limit. Try again later or use async mode.",
            (string?)Assert.Single(refused.Json).Value);
        Assert.Equal("queued", (string?)queued.Json["run_status"]);
        Assert.Equal(200, (await first).Status);
        while ((await caller.PostAsync(Direct)).Status == 429)
        {
            await Task.Delay(5, Token);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new FetchHiveEmulatorOptions { MaxConcurrentRuns = 0 });
    }

    [Fact]
    public async Task The_two_limits_have_the_documented_responses()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        hive.RespondNext(EmulatorResponse.ConcurrencyLimit());
        hive.RespondNext(EmulatorResponse.DailyLimit());

        Response concurrency = await caller.InvokeAsync();
        Response daily = await caller.InvokeAsync();

        Assert.Equal(429, concurrency.Status);
        Assert.Equal(429, daily.Status);
        Assert.Equal("api_rate_limit_exceeded", (string?)daily.Json["code"]);
        Assert.Equal(50, (int?)daily.Json["limit"]);
    }

    [Fact]
    public void Impossible_faults_are_refused_where_they_are_written()
    {
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Json(200, "{}").WithHeader("Content-Length", "7"));
        Assert.Throws<ArgumentException>(() => EmulatorResponse.Json(200, "{}").WithHeader("X", "a\nb"));
        Assert.Throws<InvalidOperationException>(() => EmulatorResponse.Never().CutAfter(1));
        Assert.Throws<InvalidOperationException>(() => EmulatorResponse.Endless().WithHeader("X", "y"));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Json(200, "{}").CutAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Json(200, "{}").StallAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Json(200, "{}").InPieces(0, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Json(200, "{}").After(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.NoResponse((ConnectionEnd)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.CompressionBomb(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorResponse.Endless(99));
    }

    [Fact]
    public async Task A_response_that_comes_before_the_request_is_not_for_a_deployment()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        Assert.Throws<ArgumentException>(() =>
            hive.RespondNext(Briefs.Deployment, Briefs.Variant, EmulatorResponse.NoResponse(ConnectionEnd.Close, readsRequest: false)));
    }

    /// <summary>One connection, as bytes.</summary>
    private sealed class RawCaller : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly byte[] _buffer = new byte[64 * 1024];
        private string _key = "";

        public static async Task<RawCaller> ConnectAsync(FetchHiveEmulator hive)
        {
            var caller = new RawCaller { _key = hive.ApiKey };
            await caller._socket.ConnectAsync(IPAddress.Loopback, hive.BaseAddress.Port, Token);
            return caller;
        }

        public async Task SendAsync(string body, int? contentLength = null)
        {
            string request =
                $"POST /v1/workflow/invoke HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {_key}\r\nContent-Type: "
                + $"application/json\r\nContent-Length: {contentLength ?? Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
            await _socket.SendAsync(Encoding.UTF8.GetBytes(request), Token);
        }

        public async Task<(string Received, bool WasReset)> ReadToEndAsync()
        {
            var text = new StringBuilder();
            try
            {
                int read;
                while ((read = await _socket.ReceiveAsync(_buffer, Token)) > 0)
                {
                    text.Append(Encoding.UTF8.GetString(_buffer, 0, read));
                }

                return (text.ToString(), false);
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
            {
                return (text.ToString(), true);
            }
        }

        public async Task<string> ReadUntilAsync(string end)
        {
            var text = new StringBuilder();
            while (!text.ToString().Contains(end, StringComparison.Ordinal))
            {
                int read = await _socket.ReceiveAsync(_buffer, Token);
                Assert.NotEqual(0, read);
                text.Append(Encoding.UTF8.GetString(_buffer, 0, read));
            }

            return text.ToString();
        }

        public async Task<long> CountAsync(long atLeast)
        {
            long count = 0;
            while (count < atLeast)
            {
                count += await _socket.ReceiveAsync(_buffer, Token);
            }

            return count;
        }

        public void Dispose() => _socket.Dispose();
    }
}
