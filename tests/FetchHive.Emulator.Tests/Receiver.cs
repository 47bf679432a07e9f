using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using FetchHive.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Tests;

/// <summary>A stand-in for a user's web application: receives callbacks, checks them and responds.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly Func<Received, HttpContext, Task> _handle;
    private LocalServer _server = null!;

    private Receiver(Func<Received, HttpContext, Task> handle)
    {
        _handle = handle;
    }

    public Received[] Received => [.. _received];

    public string Url => $"http://127.0.0.1:{_server.Port}/callback";

    /// <summary>Responds with these statuses, one after another, and then repeats the last one.</summary>
    public static Task<Receiver> StartAsync(params int[] statuses)
    {
        int next = -1;
        return StartAsync((_, context) =>
        {
            context.Response.StatusCode = statuses.Length == 0
                ? 200 : statuses[Math.Min(System.Threading.Interlocked.Increment(ref next), statuses.Length - 1)];
            return Task.CompletedTask;
        });
    }

    public static async Task<Receiver> StartAsync(Func<Received, HttpContext, Task> handle)
    {
        var receiver = new Receiver(handle);
        receiver._server =
            await LocalServer.StartAsync(receiver.HandleAsync, IPAddress.Loopback, port: 0, TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, TestContext.Current.CancellationToken);
        var received = new Received(
            context.Request.Method,
            context.Request.Path.Value!,
            context.Request.ContentType,
            context.Request.Headers[CallbackSignature.HeaderName].SingleOrDefault(),
            body.ToArray());
        _received.Enqueue(received);
        await _handle(received, context);
    }
}

internal sealed record Received(string Method, string Path, string? ContentType, string? Signature, byte[] Body)
{
    public CallbackSignatureResult Verify(string secret) => CallbackSignature.Verify(Body, Signature, secret);
}
