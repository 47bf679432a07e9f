using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>Endpoints: their handlers, conventions and surroundings.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task A_handler_gets_the_services_of_the_scope_of_its_request()
    {
        ConcurrentQueue<string> seen = new();
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
                services.AddSingleton(seen).AddScoped<Scoped>().AddScoped<Neighbour>().AddScoped<BriefHandler>();
            },
            app =>
            {
                app.MapFetchHiveCallback("/1", IResearchBrief.StartCallback, async (callback, services, _) =>
                {
                    await Task.Yield();
                    Scoped scoped = services.GetRequiredService<Scoped>();
                    bool isOne = ReferenceEquals(scoped, services.GetRequiredService<Neighbour>().Scoped);
                    seen.Enqueue($"{callback.RequestId} {scoped.Number} {isOne}");
                });
                app.MapFetchHiveCallback("/2", IResearchBrief.StartCallback).HandledBy<BriefHandler>();
            });

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("one"), path: "/1"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("two"), path: "/1"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("three"), path: "/2"));

        Assert.Equal(["one 1 True", "two 2 True", "three in a class: A brief"], seen);
        Assert.Equal(3, Scoped.Disposed);
    }

    [Fact]
    public async Task A_handler_class_takes_conventions_before_and_after_it()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
                services.AddSingleton<ConcurrentQueue<string>>().AddScoped<Scoped>().AddScoped<BriefHandler>();
            },
            app => app.MapFetchHiveCallback("/class", IResearchBrief.StartCallback)
                .WithName("class")
                .HandledBy<BriefHandler>()
                .RequireHost("callbacks.example"));

        Assert.Equal("/class", receiver.App.Services.GetRequiredService<LinkGenerator>().GetPathByName("class"));
        Assert.Equal(HttpStatusCode.NotFound, await receiver.DeliverAsync(Receiver.Completed("req_1"), path: "/class"));
    }

    [Fact]
    public async Task A_handler_that_takes_the_HttpContext_gets_advice_and_loses_no_event()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
                services.AddScoped<HandlerOfRequests>();
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback).HandledBy<HandlerOfRequests>());

        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Contains("takes HttpContext, which isn't a service", receiver.Logs.Text, StringComparison.Ordinal);
        Assert.Contains("IHttpContextAccessor", receiver.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoint_takes_conventions()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
                services.AddRateLimiter(options => options.AddFixedWindowLimiter("two", window =>
                {
                    window.PermitLimit = 2;
                    window.Window = TimeSpan.FromHours(1);
                }));
            },
            app =>
            {
                app.UseRateLimiter();
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) => Task.CompletedTask)
                    .RequireRateLimiting("two").WithName("briefs");
                app.MapFetchHiveCallback("/elsewhere", IResearchBrief.StartCallback, (_, _) => Task.CompletedTask)
                    .RequireHost("callbacks.example");
            });

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_2")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await receiver.DeliverAsync(Receiver.Completed("req_3")));
        Assert.Equal(HttpStatusCode.NotFound, await receiver.DeliverAsync(Receiver.Completed("req_3"), path: "/elsewhere"));
        Assert.Equal(Receiver.Path, receiver.App.Services.GetRequiredService<LinkGenerator>().GetPathByName("briefs"));
        Assert.Contains(receiver.App.Services.GetRequiredService<EndpointDataSource>().Endpoints,
            endpoint => endpoint.DisplayName == "Fetch Hive callback research-brief/production StartAsync");
    }

    [Fact]
    public async Task A_fallback_policy_does_not_lock_the_service_out_and_required_authorization_applies()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
                services.AddAuthentication("none")
                    .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, Nobody>("none", null);
                services.AddAuthorizationBuilder().SetFallbackPolicy(
                    new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet("/page", () => { });
                app.MapFetchHiveCallback("/open", IResearchBrief.StartCallback, (_, _) => Task.CompletedTask);
                app.MapFetchHiveCallback("/asked", IResearchBrief.StartCallback, (_, _) => Task.CompletedTask).RequireAuthorization();
                app.MapFetchHiveCallback("/policy", IResearchBrief.StartCallback, (_, _) => Task.CompletedTask)
                    .RequireAuthorization(policy => policy.RequireAuthenticatedUser());
                app.MapGroup("/group").RequireAuthorization()
                    .MapFetchHiveCallback("/in", IResearchBrief.StartCallback, (_, _) => Task.CompletedTask);
                app.MapGroup("/plain").MapFetchHiveCallback("/in", IResearchBrief.StartCallback, (_, _) => Task.CompletedTask);
            });

        using HttpResponseMessage page = await receiver.Client.GetAsync("/page", Receiver.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), path: "/open"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), path: "/plain/in"));
        foreach (string path in new[] { "/asked", "/policy", "/group/in" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_2"), path: path));
        }
    }

    [Fact]
    public async Task Mistakes_are_reported_when_the_endpoint_is_mapped()
    {
        InvalidOperationException callbacks = await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver.StartAsync(
            _ => { }, app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback)));
        Assert.StartsWith("The services for callbacks are missing. Add them", callbacks.Message, StringComparison.Ordinal);

        InvalidOperationException handler = await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(),
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback).HandledBy<BriefHandler>()));
        Assert.Contains("builder.Services.AddScoped<BriefHandler>()", handler.Message, StringComparison.Ordinal);

        InvalidOperationException twice = await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver.StartAsync(
            services =>
            {
                services.AddFetchHiveCallbacks();
                services.AddScoped<BriefHandler>();
            },
            app =>
            {
                CallbackEndpointBuilder<string> endpoint = app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback);
                endpoint.HandledBy<BriefHandler>();
                endpoint.HandledBy<BriefHandler>();
            }));
        Assert.Contains("research-brief/production StartAsync already has a handler", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Middleware_that_buffers_the_body_and_reads_it_does_no_harm()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    context.Request.EnableBuffering();
                    using System.IO.StreamReader reader = new(context.Request.Body, leaveOpen: true);
                    await reader.ReadToEndAsync(context.RequestAborted);
                    // Doesn't rewind the body.
                    await next(context);
                });
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) => Task.CompletedTask);
            });

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1", new string('x', 200_000))));
    }

    [Fact]
    public async Task A_handler_is_cancelled_when_the_application_stops_and_the_sender_has_gone()
    {
        TaskCompletionSource<CancellationToken> entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Receiver receiver = await Receiver.StartAsync(async (_, cancellationToken) =>
        {
            entered.SetResult(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });
        Task<HttpStatusCode> delivery = receiver.DeliverAsync(Receiver.Completed("req_1"));
        CancellationToken token = await entered.Task.WaitAsync(Receiver.Token);
        Assert.False(token.IsCancellationRequested);

        using CancellationTokenSource now = new();
        Task stopping = receiver.App.StopAsync(now.Token);
        await Task.Delay(200, Receiver.Token);
        // The sender is still connected, so the handler isn't cancelled.
        Assert.False(token.IsCancellationRequested);
        await now.CancelAsync();
        await stopping;

        await Assert.ThrowsAsync<HttpRequestException>(() => delivery);
        Assert.True(token.IsCancellationRequested);
        await receiver.DisposeAsync();
    }

    internal sealed class Scoped : IDisposable
    {
        private static int _numbers;
        private static int _disposed;

        public static int Disposed => _disposed;

        public int Number { get; } = Interlocked.Increment(ref _numbers);

        public void Dispose() => Interlocked.Increment(ref _disposed);
    }

    internal sealed class Neighbour(Scoped scoped)
    {
        public Scoped Scoped => scoped;
    }

    internal sealed class BriefHandler(ConcurrentQueue<string> seen, Scoped scoped) : IWorkflowCallbackHandler<string>
    {
        public Task HandleAsync(WorkflowCallback<string> callback, CancellationToken cancellationToken)
        {
            Assert.NotNull(scoped);
            seen.Enqueue($"{callback.RequestId} in a class: {callback.GetOutput()}");
            return Task.CompletedTask;
        }
    }

    internal sealed class HandlerOfRequests(HttpContext context) : IWorkflowCallbackHandler<string>
    {
        public Task HandleAsync(WorkflowCallback<string> callback, CancellationToken cancellationToken) =>
            context.Response.WriteAsync(callback.RequestId, cancellationToken);
    }

    internal sealed class Nobody(
        Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder)
        : Microsoft.AspNetCore.Authentication.AuthenticationHandler<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions>(
        options, logger, encoder)
    {
        protected override Task<Microsoft.AspNetCore.Authentication.AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(Microsoft.AspNetCore.Authentication.AuthenticateResult.NoResult());
    }
}
