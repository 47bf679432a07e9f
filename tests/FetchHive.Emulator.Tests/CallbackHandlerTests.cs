using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>Callbacks that are delivered to a handler or a function instead of over connections.</summary>
public sealed class CallbackHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_gets_the_callback_that_a_connection_would_carry_whatever_host_it_is_for()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        using var handler = new Handler(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        hive.DeliverCallbacksTo(handler);

        Response response = await caller.InvokeAsync(null, ("async", Briefs.Async("https://reports.example/callbacks/briefs")));
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);

        Assert.Equal([503, 200], sent.Select(attempt => attempt.StatusCode!.Value));
        (string method, Uri address, string? contentType, string? signature, byte[] body) = handler.Received.Last();
        Assert.Equal(("POST", "https://reports.example/callbacks/briefs", "application/json"), (method, address.ToString(), contentType));
        Assert.Equal(CallbackSignatureResult.Valid, CallbackSignature.Verify(body, signature, (string)response.Json["webhook_secret"]!));
        Assert.False(handler.IsDisposed);
        await hive.DisposeAsync();
        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public async Task A_function_may_answer_or_fail()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        int calls = 0;
        hive.DeliverCallbacksTo((request, _) => Interlocked.Increment(ref calls) == 1
            ? throw new InvalidOperationException("Not yet.")
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted)));

        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        IReadOnlyList<SentCallback> sent = await hive.WaitForCallbacksAsync(Token);
        Assert.Equal("Not sent: InvalidOperationException: Not yet.", sent[0].Failure);
        Assert.Equal(202, sent[1].StatusCode);
        Assert.Empty(receiver.Received);
    }

    private sealed class Handler(params HttpStatusCode[] responses) : HttpMessageHandler
    {
        private int _calls;

        public ConcurrentQueue<(string Method, Uri Address, string? ContentType, string? Signature, byte[] Body)> Received { get; } = new();

        public bool IsDisposed { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received.Enqueue((
                request.Method.Method,
                request.RequestUri!,
                request.Content!.Headers.ContentType?.ToString(),
                request.Headers.GetValues(CallbackSignature.HeaderName).Single(),
                await request.Content.ReadAsByteArrayAsync(cancellationToken)));
            return new HttpResponseMessage(responses[Math.Min(Interlocked.Increment(ref _calls), responses.Length) - 1]);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
