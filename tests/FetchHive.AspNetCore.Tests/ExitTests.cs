using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Every way in which the receiver ends a request sets its own status: 200 only when the callback was handled, now or
/// before.</summary>
public sealed class ExitTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly string Junk = new('a', 64);

    private static readonly Exit[] Exits =
    [
        new("handled", 200, Handled: 1),
        new("a handler that throws", 500) { Handler = _ => throw new InvalidOperationException("no") },
        new("a handler that throws at once what a cancellation throws", 500) { Handler = _ => throw new OperationCanceledException() },
        new("a handler whose own token ends it", 500) { Handler = _ => Task.FromCanceled(new CancellationToken(true)) },
        new("a handler that reads the output of a failed run", 500)
        {
            Body = Receiver.Failed("req_1"),
            Handler = callback => Task.FromResult(callback.GetOutput()),
        },
        new("a body that is announced too large", 413) { Options = options => options.MaxBodyBytes = 10 },
        new("a body that turns out too large", 413) { Options = options => options.MaxBodyBytes = 10, Chunked = true },
        new("a body larger than the endpoint's own limit", 413) { Metadata = new RequestSizeLimitAttribute(10) },
        new("a body that turns out larger than the endpoint's own limit", 413)
        {
            Metadata = new RequestSizeLimitAttribute(10),
            Chunked = true,
        },
        new("an endpoint's own limit that is higher", 413)
        {
            Options = options => options.MaxBodyBytes = 10,
            Metadata = new RequestSizeLimitAttribute(1000),
        },
        new("an endpoint without a limit of its own", 413)
        {
            Options = options => options.MaxBodyBytes = 10,
            Metadata = new DisableRequestSizeLimitAttribute(),
        },
        new("a body larger than the limit that a middleware sets", 413) { Before = Limited(10) },
        new("a body that turns out larger than the limit that a middleware sets", 413) { Before = Limited(10), Chunked = true },
        new("a middleware's limit that is higher", 413) { Options = options => options.MaxBodyBytes = 10, Before = Limited(1000) },
        new("a middleware that takes the limit away", 413) { Options = options => options.MaxBodyBytes = 10, Before = Limited(null) },
        new("another content type", 415) { ContentType = "text/plain" },
        new("no signature", 401) { Signature = string.Empty },
        new("a malformed signature", 401) { Signature = "abc" },
        new("a wrong signature", 401) { Signature = Junk },
        new("a run that nobody started", 401) { Options = options => options.Secrets.Clear() },
        new("no callback", 400) { Body = Encoding.UTF8.GetBytes("{}") },
        new("no JSON", 400) { Body = Encoding.UTF8.GetBytes("no") },
        new("an empty body", 400) { Body = [] },
        new("several byte order marks", 200, Handled: 1) { Body = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. Receiver.Completed("req_1")] },
        new("a failed run with half a character in the name of a property", 200, Handled: 1)
        {
            Body = [.. """{"event_type":"workflow.failed","request_id":"req_1","data":{"error":{"\ud800":1,"message":"m"}}}"""u8],
        },
        new("half a character in the request id", 400)
        {
            Body = [.. """{"event_type":"workflow.completed","request_id":"\ud800","data":{"output":"o"}}"""u8],
        },
        new("a stream that breaks", 500) { Stream = new IOException("The disk is full.") },
        new("a stream that is closed", 500) { Stream = new ObjectDisposedException("stream") },
        new("a stream that must not be read", 500) { Stream = new InvalidOperationException("Reading is not allowed.") },
        new("a stream that throws what a caller's mistake throws", 500) { Stream = new ArgumentException("no") },
        new("a stream that gives up", 408) { Stream = new OperationCanceledException() },
        new("a stream that takes too long", 408) { Stream = new TimeoutException() },
        new("a server that finds the body too slow", 408) { Stream = new BadHttpRequestException("slow", 408) },
        new("a server that finds the body too large", 413) { Stream = new BadHttpRequestException("large", 413) },
        new("a server that finds the body broken", 400) { Stream = new BadHttpRequestException("broken") },
        new("a server that says nothing of use", 400) { Stream = new BadHttpRequestException("?", 200) },
        new("a body that can't be decompressed", 400) { Stream = new InvalidDataException("no gzip") },
        new("a buffer that is too small", 500)
        {
            Body = Receiver.Completed("req_1", new string('x', 100_000)),
            Before = (context, next) =>
            {
                context.Request.EnableBuffering(bufferThreshold: 1024, bufferLimit: 64 * 1024);
                return next(context);
            },
        },
        new("something that nobody thought of", 500)
        {
            Before = (context, next) =>
            {
                context.Features.Set<IHttpMaxRequestBodySizeFeature>(new BrokenFeature());
                return next(context);
            },
        },
        new("a store of secrets that is away", 503)
        {
            Options = options => options.Secrets.Clear(),
            Runs = new WatchedRunStore { IsAway = true },
        },
        new("a store of secrets that hangs, and a request timeout", 503)
        {
            Options = options => options.Secrets.Clear(),
            Runs = new WatchedRunStore { Hangs = true },
            Timeout = Short,
        },
        new("a store of events that is away", 503) { Events = new BrokenEventStore { IsAway = true } },
    ];

    public static TheoryData<string> Names { get; } = [.. Exits.Select(exit => exit.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_exit_has_its_status_and_no_body(string name)
    {
        Exit exit = Exits.Single(one => one.Name == name);
        int handled = 0;
        await using Receiver receiver = await StartAsync(
            exit,
            async callback =>
            {
                await (exit.Handler?.Invoke(callback) ?? Task.CompletedTask);
                handled++;
            });
        byte[] body = exit.Body ?? Receiver.Completed("req_1");
        string signature = exit.Signature ?? CallbackSignature.Sign(body, Receiver.Secret);

        using HttpResponseMessage response = await receiver.SendAsync(
            body, signature.Length == 0 ? null : signature, exit.ContentType, chunked: exit.Chunked);

        Assert.True(exit.Status == (int)response.StatusCode, $"{(int)response.StatusCode}\n{receiver.Logs.Text}");
        Assert.Empty(await response.Content.ReadAsStringAsync(Receiver.Token));
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Equal(exit.Handled, handled);
        Assert.True(receiver.Logs.All.Any(line => line.Contains("FetchHive.Callbacks[", StringComparison.Ordinal)), "Nothing is logged.");
        Assert.Equal(0, receiver.App.Services.GetRequiredService<BodyRoom>().Taken);
    }

    [Fact]
    public async Task A_request_timeout_while_the_body_is_read_is_answered_with_408()
    {
        await using Receiver receiver = await StartAsync(new("slow", 408) { Timeout = Short }, _ => Task.CompletedTask);
        byte[] body = Receiver.Completed("req_1");
        using RawSender sender = await RawSender.ConnectAsync(receiver, body.Length, CallbackSignature.Sign(body, Receiver.Secret));

        Assert.Equal(408, await sender.StatusAsync());
    }

    [Fact]
    public async Task A_request_timeout_while_a_callback_is_held_is_answered_with_503()
    {
        Service service = new();
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                service.AddTo(services);
                services.AddFetchHiveCallbacks(options => options.HoldTime = TimeSpan.FromMinutes(1));
                services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = Short });
            },
            app =>
            {
                app.UseRequestTimeouts();
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback);
            });
        HttpStatusCode? early = null;
        service.BeforeResponse = async (id, _) => early = await receiver.DeliverAsync(Receiver.Completed(id), Service.Secret);

        await receiver.StartRunAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret));
    }

    [Fact]
    public async Task A_request_timeout_while_another_delivery_is_handled_is_answered_with_503_and_one_while_it_is_handled_changes_nothing()
    {
        Gate gate = new();
        Exit exit = new("twice", 503) { Timeout = Short, Options = options => options.DuplicateWait = Long };
        await using Receiver receiver = await StartAsync(exit, _ => gate.PassAsync());

        Task<HttpStatusCode> first = receiver.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        // The first request has timed out by now too, but its handler still runs to the end.
        gate.Open();
        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public async Task A_delivery_that_finds_another_being_handled_for_too_long_is_answered_with_503()
    {
        Gate gate = new();
        Exit exit = new("busy", 503) { Options = options => options.DuplicateWait = TimeSpan.Zero };
        await using Receiver receiver = await StartAsync(exit, _ => gate.PassAsync());

        Task<HttpStatusCode> first = receiver.DeliverAsync(Receiver.Completed("req_1"));
        await gate.Entered(1);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        gate.Open();
        Assert.Equal(HttpStatusCode.OK, await first);
    }

    [Fact]
    public async Task A_response_that_something_else_has_begun_is_cut_off_if_it_would_acknowledge_a_failed_callback()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddHttpContextAccessor();
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback(
                Receiver.Path,
                IResearchBrief.StartCallback,
                async (callback, services, token) =>
                {
                    await services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Response.StartAsync(token);
                    if (callback.RequestId == "req_bad")
                    {
                        throw new InvalidOperationException("no");
                    }
                }));

        await Assert.ThrowsAsync<HttpRequestException>(() => receiver.DeliverAsync(Receiver.Completed("req_bad")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_good")));
    }

    private static Task<Receiver> StartAsync(Exit exit, Func<WorkflowCallback<string>, Task> handler) => Receiver.StartAsync(
        services =>
        {
            if (exit.Runs is not null)
            {
                exit.Runs.AddTo(services);
            }

            if (exit.Events is not null)
            {
                services.AddSingleton<ICallbackEventStore>(exit.Events);
            }

            services.AddFetchHiveCallbacks(options =>
            {
                options.Secrets["research-brief"] = [Receiver.Secret];
                exit.Options?.Invoke(options);
            });
            services.AddRequestTimeouts(options => options.DefaultPolicy = exit.Timeout is null ? null : new() { Timeout = exit.Timeout });
        },
        app =>
        {
            app.UseRequestTimeouts();
            if (exit.Before is not null)
            {
                app.Use(exit.Before);
            }

            if (exit.Stream is not null)
            {
                app.Use((HttpContext context, RequestDelegate next) =>
                {
                    context.Request.Body = new ThrowingStream(exit.Stream);
                    return next(context);
                });
            }

            IEndpointConventionBuilder endpoint = app.MapFetchHiveCallback(
                Receiver.Path, IResearchBrief.StartCallback, (callback, _) => handler(callback));
            if (exit.Metadata is not null)
            {
                endpoint.WithMetadata(exit.Metadata);
            }
        });

    private sealed record Exit(string Name, int Status, int Handled = 0)
    {
        public byte[]? Body { get; init; }

        public string? Signature { get; init; }

        public string ContentType { get; init; } = "application/json";

        public bool Chunked { get; init; }

        public Exception? Stream { get; init; }

        public TimeSpan? Timeout { get; init; }

        public Func<WorkflowCallback<string>, Task>? Handler { get; init; }

        public Action<FetchHiveCallbackOptions>? Options { get; init; }

        public object? Metadata { get; init; }

        public Func<HttpContext, RequestDelegate, Task>? Before { get; init; }

        public WatchedRunStore? Runs { get; init; }

        public ICallbackEventStore? Events { get; init; }
    }

    private static Func<HttpContext, RequestDelegate, Task> Limited(long? limit) => (context, next) =>
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = limit;
        return next(context);
    };

    private sealed class BrokenFeature : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get => null; set => throw new InvalidOperationException("broken"); }
    }
}
