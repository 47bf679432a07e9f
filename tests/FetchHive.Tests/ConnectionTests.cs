using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>Calls that get no response.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_missing_server_cannot_have_run_anything()
    {
        using TcpListener unused = new(IPAddress.Loopback, 0);
        unused.Start();
        int port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        using FetchHiveClient client =
            new(new FetchHiveOptions { ApiKey = Calls.Key, BaseAddress = new Uri($"http://127.0.0.1:{port}/v1"), MaxRetries = 0 });

        FetchHiveConnectionException exception =
            await Assert.ThrowsAsync<FetchHiveConnectionException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.False(exception.MayHaveRun);
        Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.Contains("127.0.0.1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no run was started", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_up_may_have_run_it()
    {
        await using LoopbackServer server = new(Response.HangUp());
        using FetchHiveClient client = Calls.Client(server);

        FetchHiveConnectionException exception =
            await Assert.ThrowsAsync<FetchHiveConnectionException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.True(exception.MayHaveRun);
        Assert.Contains("may have been started", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_after_the_request_was_sent_may_have_run_it()
    {
        await using LoopbackServer server = new(Response.Never());
        FetchHiveOptions options = Calls.Options(server);
        options.Timeout = TimeSpan.FromMilliseconds(300);
        using FetchHiveClient client = new(options);

        FetchHiveTimeoutException exception =
            await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.True(exception.MayHaveRun || server.Requests.Count == 0);
        Assert.Contains("00:00:00.3", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FetchHiveOptions.Timeout", exception.Message, StringComparison.Ordinal);
        Assert.IsType<OperationCanceledException>(exception.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task A_timeout_before_anything_was_sent_cannot_have_run_anything()
    {
        using HttpClient http = new(new StubHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("It waits for ever.");
        }));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key, Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.False((await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => Calls.ReadAsync(client, OutputReader.Text))).MayHaveRun);
    }

    [Fact]
    public async Task Whether_anything_was_sent_decides_whether_it_may_have_run()
    {
        using HttpClient http = new(new StubHandler(async (request, token) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("It waits for ever.");
        }));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key, Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.True((await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => Calls.ReadAsync(client, OutputReader.Text))).MayHaveRun);
    }

    [Fact]
    public async Task The_timeout_also_covers_the_body_of_the_response()
    {
        using HttpClient http = new(
            new StubHandler((_, _) =>
                Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new NeverStream()) })));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key, Timeout = TimeSpan.FromMilliseconds(50) });

        await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => Calls.ReadAsync(client, OutputReader.Text));
    }

    [Fact]
    public async Task The_HttpClients_own_timeout_is_named()
    {
        await using LoopbackServer server = new(Response.Never());
        using HttpClient http = new() { Timeout = TimeSpan.FromMilliseconds(300) };
        using FetchHiveClient client = new(http, Calls.Options(server));

        FetchHiveTimeoutException exception =
            await Assert.ThrowsAsync<FetchHiveTimeoutException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Contains("HttpClient.Timeout", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_callers_cancellation_is_a_cancellation(bool hasTimeout)
    {
        await using LoopbackServer server = new(Response.Never());
        FetchHiveOptions options = Calls.Options(server);
        options.Timeout = hasTimeout ? options.Timeout : Timeout.InfiniteTimeSpan;
        using FetchHiveClient client = new(options);
        using CancellationTokenSource source = new();

        Task<string> call = Calls.Request(client).SendForOutputAsync(OutputReader.Text, source.Token);
        await server.Arrived.Task.WaitAsync(Calls.Token);
        await source.CancelAsync();

        FetchHiveCanceledException exception = await Assert.ThrowsAsync<FetchHiveCanceledException>(() => call);
        Assert.True(exception.MayHaveRun);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_sends_nothing()
    {
        await using LoopbackServer server = new(Response.Never());
        using FetchHiveClient client = Calls.Client(server);

        Assert.False(
            (await Assert.ThrowsAsync<FetchHiveCanceledException>(() => Calls.Request(client)
                .SendForOutputAsync(OutputReader.Text, new CancellationToken(canceled: true)))).MayHaveRun);
        Assert.Empty(server.Requests);

        // The caller's own handler may ignore the token.
        using HttpClient http = new(new StubHandler((_, _) => throw new InvalidOperationException("It was called.")));
        using FetchHiveClient given = new(http, Calls.Options(server));
        await Assert.ThrowsAsync<FetchHiveCanceledException>(() => Calls.Request(given)
            .SendForOutputAsync(OutputReader.Text, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task An_ended_call_leaves_nothing_behind_that_ends_the_next_one()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        FetchHiveOptions options = Calls.Options(server);
        using FetchHiveClient client = new(options);
        for (int i = 0; i < 50; i++)
        {
            using CancellationTokenSource source = new();
            Assert.Equal("x", await Calls.Request(client).SendForOutputAsync(OutputReader.Text, source.Token));
            await source.CancelAsync();
        }
    }

    [Fact]
    public async Task A_handler_that_cancels_on_its_own_is_neither_a_timeout_nor_a_cancellation()
    {
        using HttpClient http =
            new(new StubHandler((_, _) => throw new TaskCanceledException("mine"))) { Timeout = Timeout.InfiniteTimeSpan };
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        FetchHiveConnectionException exception =
            await Assert.ThrowsAsync<FetchHiveConnectionException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.False(exception.MayHaveRun);
    }

    [Fact]
    public async Task A_disposed_client_refuses_calls_and_leaves_the_callers_HttpClient_alone()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using HttpClient http = new();
        FetchHiveClient client = new(http, Calls.Options(server));
        Assert.Equal("x", await Calls.ReadAsync(client, OutputReader.Text));

        client.Dispose();
        client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Calls.Request(client));
        using FetchHiveClient second = new(http, Calls.Options(server));
        Assert.Equal("x", await Calls.ReadAsync(second, OutputReader.Text));
        Assert.Null(http.DefaultRequestHeaders.Authorization);

        FetchHiveClient owned = Calls.Client(server);
        owned.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Calls.Request(owned));
    }

    [Theory]
    [InlineData("", "/workflow/invoke")]
    [InlineData("/", "/workflow/invoke")]
    [InlineData("/v1", "/v1/workflow/invoke")]
    [InlineData("/v1/", "/v1/workflow/invoke")]
    [InlineData("/a%20b/v1", "/a%20b/v1/workflow/invoke")]
    public async Task The_path_of_the_base_address_is_kept_with_and_without_a_trailing_slash(string path, string target)
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using HttpClient http = new() { BaseAddress = new Uri("https://unused.example/other/") };
        FetchHiveOptions options = new() { ApiKey = Calls.Key, BaseAddress = new Uri($"http://localhost:{server.Port}{path}") };
        using FetchHiveClient own = new(options);
        using FetchHiveClient given = new(http, options);

        await Calls.ReadAsync(own, OutputReader.Text);
        await Calls.ReadAsync(given, OutputReader.Text);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(target, request.Target));
    }

    [Fact]
    public async Task The_HttpClients_own_version_is_used()
    {
        Version? sent = null;
        using HttpClient http = new(new StubHandler((request, _) =>
        {
            sent = request.Version;
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"run_status":"completed","output":"x"}""") });
        }))
        { DefaultRequestVersion = HttpVersion.Version20 };
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        await Calls.ReadAsync(client, OutputReader.Text);

        Assert.Equal(HttpVersion.Version20, sent);
    }

    [Fact]
    public async Task The_bytes_can_be_read_again_while_the_call_lasts_and_not_after_it()
    {
        HttpContent? kept = null;
        string first = string.Empty;
        string second = string.Empty;
        using HttpClient http = new(new StubHandler(async (request, token) =>
        {
            kept = request.Content!;
            Assert.True(kept.Headers.ContentLength > 0);
            using MemoryStream one = new();
            await kept.CopyToAsync(one, token);
            using MemoryStream two = new();
            kept.CopyTo(two, null, token);
            first = System.Text.Encoding.UTF8.GetString(one.ToArray());
            second = System.Text.Encoding.UTF8.GetString(two.ToArray());
            return new HttpResponseMessage(
                HttpStatusCode.OK)
            { Content = new StringContent("""{"run_status":"completed","output":"x"}""") };
        }));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        await Calls.ReadAsync(client, OutputReader.Text);

        Assert.Equal("""{"deployment":"research-brief","variant":"production","inputs":{}}""", first);
        Assert.Equal(first, second);
        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => kept!.CopyToAsync(Stream.Null, Calls.Token));
        Assert.IsType<ObjectDisposedException>(exception.InnerException);
    }

    [Fact]
    public async Task Bytes_that_somebody_still_reads_are_not_reused()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SlowStream slow = new(go.Task);
        Task? copy = null;
        using HttpClient http = new(new StubHandler((request, _) =>
        {
            copy ??= request.Content!.CopyToAsync(slow, CancellationToken.None);
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"run_status":"completed","output":"x"}""") });
        }));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });
        ResearchBrief briefs = new(client);

        await briefs.RunAsync(new string('1', 2000), [], null, null, null, Calls.Token);
        for (int i = 0; i < 100; i++)
        {
            await briefs.RunAsync(new string('2', 2000), [], null, null, null, Calls.Token);
        }

        go.SetResult();
        await copy!;
        Assert.Contains(new string('1', 2000), System.Text.Encoding.UTF8.GetString(slow.Seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_comes_before_a_large_body_is_sent_is_read()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = RefuseAsync();
        using FetchHiveClient client = new(
            new FetchHiveOptions
            {
                ApiKey = Calls.Key,
                BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
                MaxRetries = 0
            });

        FetchHiveRequestException exception = await Assert.ThrowsAsync<FetchHiveRequestException>(
            () => new ResearchBrief(client).RunAsync(new string('x', 64 << 20), [], null, null, null, Calls.Token));

        await serving;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, exception.StatusCode);
        Assert.False(exception.MayHaveRun);
        Assert.Contains("Too large", exception.Message, StringComparison.Ordinal);

        async Task RefuseAsync()
        {
            using TcpClient connection = await listener.AcceptTcpClientAsync(Calls.Token);
            NetworkStream stream = connection.GetStream();
            byte[] some = new byte[4096];
            _ = await stream.ReadAsync(some, Calls.Token);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    "HTTP/1.1 413 Content Too Large\r\nContent-Type: application/json\r\nContent-Length: 22\r\nConnection: close\r\n\r\n"
                    + """{"error":"Too large."}"""),
                Calls.Token);

            // Data that was sent and not read turns the close into a reset.
            connection.Close();
        }
    }

    [Fact]
    public async Task A_cancellation_while_a_refusal_is_read_keeps_what_its_status_says()
    {
        foreach ((HttpStatusCode status, bool mayHaveRun) in new[] { (HttpStatusCode.BadRequest, false),
            (HttpStatusCode.InternalServerError, true) })
        {
            using CancellationTokenSource caller = new();
            using HttpClient http = new(new StubHandler((_, _) =>
            {
                caller.Cancel();
                return Task.FromResult(new HttpResponseMessage(status) { Content = new StreamContent(new NeverStream()) });
            }));
            using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

            TaskCanceledException exception =
                await Assert.ThrowsAnyAsync<TaskCanceledException>(
            () => Calls.Request(client).SendForOutputAsync(OutputReader.Text, caller.Token));

            // The status of the refusal decides, even though the cancellation comes while its body is read.
            Assert.Equal(mayHaveRun, Assert.IsType<FetchHiveCanceledException>(exception).MayHaveRun);
            Assert.Equal(caller.Token, exception.CancellationToken);
        }
    }

    /// <summary>Reads the bytes that are written to it only when the test says so.</summary>
    private sealed class SlowStream(Task go) : MemoryStream
    {
        public byte[] Seen { get; private set; } = [];

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await go;
            Seen = buffer.ToArray();
        }
    }

    private sealed class NeverStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
