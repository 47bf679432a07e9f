using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace FetchHive.Resilience.Tests;

/// <summary>
/// The handlers of Microsoft.Extensions.Http.Resilience, which abandon requests and send them again, around calls that must not be sent
/// again.
/// </summary>
public sealed class ResilienceHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handlers_of_the_client_defaults_are_removed()
    {
        await using Scene scene = await Scene.StartAsync(services =>
            services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(SendsAgainSoon)));
        scene.Hive.RespondNext(EmulatorResponse.Regular().After(TimeSpan.FromSeconds(3)));

        WorkflowRun<JsonElement> run = await scene.CallAsync();

        Assert.Equal("x", run.Output.GetString());
        Assert.Single(scene.Hive.Requests);
    }

    [Fact]
    public async Task Defaults_that_are_configured_later_are_removed_too()
    {
        await using Scene scene = await Scene.StartAsync(
            before: null,
            after: services => services.ConfigureHttpClientDefaults(static http => http.AddStandardHedgingHandler()));
        HttpMessageHandler chain = scene.Services.GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler(scene.Builder.HttpClientBuilder.Name);

        Assert.DoesNotContain(Types(chain), type => type.Assembly == typeof(ResilienceHandler).Assembly);
        Assert.Equal("x", (await scene.CallAsync()).Output.GetString());
        Assert.Contains(
            Types(scene.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("other")),
            type => type.Assembly == typeof(ResilienceHandler).Assembly);
    }

    [Fact]
    public async Task A_named_workspace_loses_them_too_and_keeps_what_else_the_defaults_add()
    {
        ServiceCollection services = new();
        services.AddTransient<Counter>();
        services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler<Counter>().AddStandardResilienceHandler());
        FetchHiveBuilder builder = services.AddFetchHive("eu", options => options.ApiKey = "k");
        await using ServiceProvider provider = services.BuildServiceProvider();

        Type[] types = Types(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(builder.HttpClientBuilder.Name));

        Assert.Contains(typeof(Counter), types);
        Assert.DoesNotContain(types, type => type.Assembly == typeof(ResilienceHandler).Assembly);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_standard_handler_that_was_added_on_purpose_resends_nothing(bool ofDefaults)
    {
        await using Scene scene = await Scene.StartAsync(
            services =>
            {
                if (ofDefaults)
                {
                    services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(SendsAgainSoon));
                }
            },
            configure: builder =>
            {
                if (ofDefaults)
                {
                    builder.KeepDefaultResilienceHandlers();
                }
                else
                {
                    builder.HttpClientBuilder.AddStandardResilienceHandler(SendsAgainSoon);
                }
            });
        scene.Hive.RespondNext(EmulatorResponse.Never());

        FetchHiveConnectionException exception = await Assert.ThrowsAsync<FetchHiveConnectionException>(scene.CallAsync);

        Assert.True(exception.MayHaveRun);
        Assert.Contains("a second time", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Remove such handlers", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
        Assert.Single(scene.Hive.Requests);
    }

    [Fact]
    public async Task A_handler_that_retries_a_refusal_resends_nothing()
    {
        await using Scene scene =
            await Scene.StartAsync(null, builder => builder.HttpClientBuilder.AddStandardResilienceHandler(SendsAgainSoon));
        scene.Hive.RespondNext(EmulatorResponse.Error(500, "No."));

        Assert.True((await Assert.ThrowsAsync<FetchHiveConnectionException>(scene.CallAsync)).MayHaveRun);

        Assert.Single(scene.Hive.Requests);
    }

    [Fact]
    public async Task A_hedging_handler_gets_the_first_response_and_sends_nothing_beside_it()
    {
        await using Scene scene = await Scene.StartAsync(
            null,
            builder => builder.HttpClientBuilder.AddStandardHedgingHandler()
                .Configure(static options => options.Hedging.Delay = TimeSpan.FromMilliseconds(50)));
        scene.Hive.RespondNext(EmulatorResponse.Regular().After(TimeSpan.FromSeconds(2)));

        WorkflowRun<JsonElement> run = await scene.CallAsync();

        Assert.Equal("x", run.Output.GetString());
        Assert.Single(scene.Hive.Requests);
    }

    [Fact]
    public async Task A_hedging_handler_whose_first_response_is_lost_resends_nothing()
    {
        await using Scene scene = await Scene.StartAsync(
            null,
            builder => builder.HttpClientBuilder.AddStandardHedgingHandler()
                .Configure(static options => options.Hedging.Delay = TimeSpan.FromMilliseconds(50)));
        scene.Hive.RespondNext(EmulatorResponse.NoResponse(ConnectionEnd.Reset).After(TimeSpan.FromSeconds(1)));

        Assert.True((await Assert.ThrowsAsync<FetchHiveConnectionException>(scene.CallAsync)).MayHaveRun);

        Assert.Single(scene.Hive.Requests);
    }

    [Fact]
    public async Task A_time_limit_of_a_handler_says_whether_it_may_have_run()
    {
        await using Scene scene = await Scene.StartAsync(
            null,
            builder =>
                builder.HttpClientBuilder.AddResilienceHandler("limit", static pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(2))));
        scene.Hive.RespondNext(EmulatorResponse.Never());

        FetchHiveTimeoutException exception = await Assert.ThrowsAsync<FetchHiveTimeoutException>(scene.CallAsync);

        Assert.True(exception.MayHaveRun);
        Assert.IsType<TimeoutRejectedException>(exception.InnerException);
        Assert.Contains("one of the HttpClient's handlers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_could_not_be_made_may_be_tried_again_by_a_handler()
    {
        int connects = 0;
        await using Scene scene = await Scene.StartAsync(null, builder =>
        {
            builder.HttpClientBuilder.AddStandardResilienceHandler(SendsAgainSoon);
            builder.HttpClientBuilder.UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = async (context, token) =>
            {
                if (Interlocked.Increment(ref connects) == 1)
                {
                    throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused.");
                }

                Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            });
        });

        Assert.Equal("x", (await scene.CallAsync()).Output.GetString());
        Assert.Single(scene.Hive.Requests);
    }

    private static void SendsAgainSoon(HttpStandardResilienceOptions options)
    {
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(1);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(30);
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.Retry.BackoffType = DelayBackoffType.Constant;
    }

    private static Type[] Types(HttpMessageHandler? handler)
    {
        List<Type> types = [];
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            types.Add(handler.GetType());
        }

        return [.. types];
    }

    private sealed class Counter : DelegatingHandler;

    private sealed class Scene : IAsyncDisposable
    {
        private Scene(FetchHiveEmulator hive, FetchHiveBuilder builder, ServiceProvider services)
        {
            Hive = hive;
            Builder = builder;
            Services = services;
        }

        public FetchHiveEmulator Hive { get; }

        public FetchHiveBuilder Builder { get; }

        public ServiceProvider Services { get; }

        public static async Task<Scene> StartAsync(
            Action<IServiceCollection>? before, Action<FetchHiveBuilder>? configure = null, Action<IServiceCollection>? after = null)
        {
            FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(static hive =>
                hive.Deploy("resent", "v", static start => start.TakesAnyValue("n", required: false).Returns("x")), Token);
            ServiceCollection services = new();
            services.AddLogging();
            before?.Invoke(services);
            FetchHiveBuilder builder = services.AddFetchHive(options =>
            {
                options.ApiKey = hive.ApiKey;
                options.BaseAddress = hive.BaseAddress;
                options.MaxRetries = 0;
            });
            configure?.Invoke(builder);
            after?.Invoke(services);
            return new Scene(hive, builder, services.BuildServiceProvider());
        }

        public Task<WorkflowRun<JsonElement>> CallAsync() =>
            Services.GetRequiredService<FetchHiveClient>()
            .InvokeAsync("resent", "v", new JsonObject { ["n"] = 1 }, cancellationToken: Token).WaitAsync(TimeSpan.FromSeconds(120), Token);

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            await Hive.DisposeAsync();
        }
    }
}
