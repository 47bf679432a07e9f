using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace FetchHive.Tests;

/// <summary>Handlers that send a call again, abandon it, respond in the service's place, or send it elsewhere.</summary>
public sealed class SendOnceTests
{
    private static readonly Response Done = Response.Completed("\"x\"");

    public static TheoryData<string> Resenders => ["again", "clone", "buffered", "wraps", "swallows"];

    [Theory]
    [MemberData(nameof(Resenders))]
    public async Task A_handler_that_resends_sends_nothing_more(string kind)
    {
        await using LoopbackServer server = new(Response.Json("""{"error":"No."}""", 500));
        await using ServiceProvider services = Services(server, new Resender(kind));

        FetchHiveConnectionException exception = await Assert.ThrowsAsync<FetchHiveConnectionException>(
            () => services.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token));

        Assert.True(exception.MayHaveRun);
        Assert.Contains("a second time", exception.Message, StringComparison.Ordinal);
        Assert.Contains("may have started a run", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FetchHiveOptions.MaxRetries", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("again")]
    [InlineData("wraps")]
    [InlineData("swallows")]
    public async Task A_handler_of_the_callers_HttpClient_that_resends_sends_nothing_more(string kind)
    {
        await using LoopbackServer server = new(Response.Json("""{"error":"No."}""", 503).With("Retry-After", "0"));
        using HttpClient http = new(new Resender(kind) { InnerHandler = new SocketsHttpHandler() });
        FetchHiveOptions options = Calls.Options(server);
        options.MaxRetries = 3;
        using FetchHiveClient client = new(http, options);

        FetchHiveConnectionException exception =
            await Assert.ThrowsAsync<FetchHiveConnectionException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.True(exception.MayHaveRun);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_that_is_read_before_it_is_sent_is_sent()
    {
        await using LoopbackServer server = new(Done);
        string read = string.Empty;
        using HttpClient http = new(new Before(async request =>
        {
            using MemoryStream copy = new();
            await request.Content!.CopyToAsync(copy);
            await request.Content!.CopyToAsync(copy);
            read = await request.Content!.ReadAsStringAsync();
        })
        { InnerHandler = new SocketsHttpHandler() });
        using FetchHiveClient client = new(http, Calls.Options(server));

        Assert.Equal("x", await Calls.ReadAsync(client, OutputReader.Text));
        Assert.Equal(read, server.Request.Body);
    }

    [Fact]
    public async Task The_first_response_counts_when_a_handler_sends_twice_at_once()
    {
        await using LoopbackServer server = new(Done);
        await using ServiceProvider services = Services(server, new Resender("twice"));

        Assert.Equal("x", await services.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_key_is_put_on_beneath_handlers_and_loggers()
    {
        await using LoopbackServer server = new(Done);
        Values log = new();
        ConcurrentQueue<bool> seen = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief().HttpClientBuilder
            .AddHttpMessageHandler(
                () => new Around(request => seen.Enqueue(request.Headers.ToString().Contains(Calls.Key, StringComparison.Ordinal))));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token);

        Assert.Equal("Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
        Assert.Equal([false, false], seen);
        Assert.NotEmpty(log.All);
        Assert.DoesNotContain(log.All, value => value.Contains(Calls.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_default_header_of_all_clients_does_not_replace_the_key_and_a_handler_may(bool isHandler)
    {
        await using LoopbackServer server = new(Done);
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(
            static http => http.ConfigureHttpClient(static client => client.DefaultRequestHeaders.Authorization = new("Bearer", "theirs")));
        FetchHiveBuilder builder = services.AddFetchHive(options => Set(options, server)).AddResearchBrief();
        if (isHandler)
        {
            builder.HttpClientBuilder.AddHttpMessageHandler(
                static () => new Around(static request => request.Headers.Authorization = new("Bearer", "handlers")));
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token);

        Assert.Equal(isHandler ? "Bearer handlers" : "Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_handlers_own_request_gets_no_key()
    {
        await using LoopbackServer server = new(Done);
        await using LoopbackServer other = new(Done);
        await using ServiceProvider services = Services(server, new Resender("elsewhere") { Elsewhere = other.Address });

        await Assert.ThrowsAnyAsync<FetchHiveException>(() => services.GetRequiredService<IResearchBrief>()
            .RunAsync("t", [], cancellationToken: Calls.Token));

        Assert.False(other.Request.Headers.ContainsKey("Authorization"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_factory_that_is_not_Microsofts_sends_the_key_too()
    {
        await using LoopbackServer server = new(Done);
        ServiceCollection services = new();
        services.AddSingleton<IHttpClientFactory>(new OwnFactory());
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token);

        Assert.Equal("Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
    }

    public static TheoryData<string, bool, bool> Thrown => new()
    {
        { "System.TimeoutException", false, false },
        { "System.TimeoutException", true, true },
        { "System.InvalidOperationException", false, false },
        { "System.InvalidOperationException", true, true },
        { "System.Text.Json.JsonException", true, true },
        { "System.NotSupportedException", false, false },
        { "System.ObjectDisposedException", true, true },
    };

    [Theory]
    [MemberData(nameof(Thrown))]
    public async Task Whatever_a_handler_throws_says_whether_it_may_have_run(string type, bool isSent, bool mayHaveRun)
    {
        Exception thrown = type switch
        {
            "System.TimeoutException" => new TimeoutException("Mine."),
            "System.InvalidOperationException" => new InvalidOperationException("Mine."),
            "System.Text.Json.JsonException" => new System.Text.Json.JsonException("Mine."),
            "System.ObjectDisposedException" => new ObjectDisposedException("Mine."),
            _ => new NotSupportedException("Mine."),
        };
        using HttpClient http = new(new StubHandler(async (request, _) =>
        {
            if (isSent)
            {
                await request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
            }

            throw thrown;
        }));
        Values log = new();
        using LoggerFactory factory = new([log]);
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key, MaxRetries = 3 }, factory);

        FetchHiveException exception = await Assert.ThrowsAnyAsync<FetchHiveException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.Equal(thrown is TimeoutException, exception is FetchHiveTimeoutException);
        Assert.Equal(mayHaveRun, exception.MayHaveRun);
        Assert.Same(thrown, exception.InnerException);
        Assert.Contains("Mine", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MayHaveRun=" + mayHaveRun, log.All);
    }

    [Fact]
    public async Task A_call_whose_handler_throws_while_the_response_is_read_may_have_run()
    {
        using HttpClient http =
            new(new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) })));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        FetchHiveResponseException exception =
            await Assert.ThrowsAsync<FetchHiveResponseException>(() => Calls.ReadAsync(client, OutputReader.Text));

        Assert.True(exception.MayHaveRun);
        Assert.IsType<NotSupportedException>(exception.InnerException);
    }

    [Fact]
    public async Task A_cancellation_that_a_handler_turns_into_another_exception_is_still_the_callers()
    {
        using CancellationTokenSource source = new();
        using HttpClient http = new(new StubHandler(async (_, _) =>
        {
            await source.CancelAsync();
            throw new InvalidOperationException("Mine.");
        }));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        FetchHiveCanceledException exception =
            await Assert.ThrowsAsync<FetchHiveCanceledException>(
            () => Calls.Request(client).SendForOutputAsync(OutputReader.Text, source.Token));

        Assert.False(exception.MayHaveRun);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_response_from_another_address_is_refused(int status)
    {
        await using LoopbackServer target = new(Response.Completed("\"from elsewhere\""));
        await using LoopbackServer server = new(Response.Raw([], status).With("Location", $"http://localhost:{target.Port}/elsewhere"));
        ServiceCollection services = new();
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief()
            .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();

        FetchHiveConnectionException exception = await Assert.ThrowsAsync<FetchHiveConnectionException>(
            () => provider.GetRequiredService<IResearchBrief>().RunAsync("my input", [], cancellationToken: Calls.Token));

        Assert.True(exception.MayHaveRun);
        Assert.DoesNotContain(target.Requests,
            request => request.Body.Contains("my input", StringComparison.Ordinal) || request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_primary_handler_of_the_application_is_replaced_as_SetHandlerLifetime_says()
    {
        await using LoopbackServer server = new(Done);
        int made = 0;
        ServiceCollection services = new();
        IHttpClientBuilder http = services.AddFetchHive(options => Set(options, server)).AddResearchBrief().HttpClientBuilder;
        http.ConfigurePrimaryHttpMessageHandler(() =>
        {
            Interlocked.Increment(ref made);
            return new SocketsHttpHandler();
        });
        http.SetHandlerLifetime(TimeSpan.FromSeconds(1));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IResearchBrief briefs = provider.GetRequiredService<IResearchBrief>();

        while (Volatile.Read(ref made) < 2)
        {
            Assert.Equal("x", await briefs.RunAsync("t", [], cancellationToken: Calls.Token));
            await Task.Delay(50, Calls.Token);
        }
    }

    [Theory]
    [InlineData("post configuration")]
    [InlineData("filter before")]
    [InlineData("filter after")]
    public async Task However_the_application_sets_the_primary_handler_the_key_is_put_on_beneath_it(string way)
    {
        await using LoopbackServer server = new(Done);
        List<string?> seen = [];
        int made = 0;
        ServiceCollection services = new();
        if (way == "filter before")
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new PrimaryFilter(Primary));
        }

        string name = services
            .AddFetchHive(options => Set(options, server))
            .AddResearchBrief()
            .HttpClientBuilder
            .AddHttpMessageHandler(() => new Around(request => seen.Add(request.Headers.Authorization?.Parameter)))
            .Name;
        if (way == "post configuration")
        {
            services.PostConfigure<HttpClientFactoryOptions>(
                name, options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Primary()));
        }
        else if (way == "filter after")
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new PrimaryFilter(Primary));
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("x", await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token));

        Assert.Equal(1, made);
        Assert.Equal("Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
        Assert.DoesNotContain(Calls.Key, seen);

        HttpMessageHandler Primary()
        {
            made++;
            return new SocketsHttpHandler();
        }
    }

    [Fact]
    public async Task An_HttpClient_that_the_application_names_FetchHive_is_a_separate_one()
    {
        await using LoopbackServer server = new(Done);
        ServiceCollection services = new();
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief();
        services.AddHttpClient("FetchHive", client => client.DefaultRequestHeaders.Add("X-Theirs", "1"))
            .AddHttpMessageHandler(() => new Around(_ => throw new InvalidOperationException("Theirs.")));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token);

        Assert.False(server.Request.Headers.ContainsKey("X-Theirs"));
    }

    [Fact]
    public void A_proxy_of_the_environment_gets_no_call_to_loopback()
    {
        using SocketsHttpHandler loopback = OwnedHandler.Create(new Uri("http://localhost:5000/v1"));
        using SocketsHttpHandler service = OwnedHandler.Create(new FetchHiveOptions().BaseAddress);

        Assert.False(loopback.UseProxy);
        Assert.True(service.UseProxy);
    }

    private sealed class PrimaryFilter(Func<HttpMessageHandler> primary) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = primary();
        };
    }

    private static ServiceProvider Services(LoopbackServer server, DelegatingHandler handler)
    {
        ServiceCollection services = new();
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief().HttpClientBuilder.AddHttpMessageHandler(() => handler);
        return services.BuildServiceProvider();
    }

    private static void Set(FetchHiveOptions options, LoopbackServer server)
    {
        options.ApiKey = Calls.Key;
        options.BaseAddress = server.Address;
    }

    /// <summary>Sends requests again, in one of several ways.</summary>
    private sealed class Resender(string kind) : DelegatingHandler
    {
        public Uri? Elsewhere { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            switch (kind)
            {
                case "again":
                    await base.SendAsync(request, cancellationToken);
                    return await base.SendAsync(request, cancellationToken);
                case "clone":
                    await base.SendAsync(await CloneAsync(request), cancellationToken);
                    return await base.SendAsync(await CloneAsync(request), cancellationToken);
                case "buffered":
                    await request.Content!.LoadIntoBufferAsync(cancellationToken);
                    await base.SendAsync(request, cancellationToken);
                    return await base.SendAsync(request, cancellationToken);
                case "wraps":
                    await base.SendAsync(request, cancellationToken);
                    try
                    {
                        return await base.SendAsync(request, cancellationToken);
                    }
                    catch (HttpRequestException exception)
                    {
                        throw new NotSupportedException("Wrapped.", exception);
                    }

                case "swallows":
                    await base.SendAsync(request, cancellationToken);
                    for (int i = 0; i < 5; i++)
                    {
                        await Assert.ThrowsAsync<HttpRequestException>(() => base.SendAsync(request, cancellationToken));
                    }

                    // A response that would mean that nothing ran.
                    HttpResponseMessage fallback = new(HttpStatusCode.ServiceUnavailable);
                    fallback.Headers.TryAddWithoutValidation("Retry-After", "0");
                    return fallback;
                case "twice":
                    List<Task<HttpResponseMessage>> sent =
                        [base.SendAsync(request, cancellationToken), base.SendAsync(await CloneAsync(request), cancellationToken)];
                    while (sent.Count > 1)
                    {
                        Task<HttpResponseMessage> first = await Task.WhenAny(sent);
                        if (first.IsCompletedSuccessfully)
                        {
                            return await first;
                        }

                        sent.Remove(first);
                    }

                    return await sent[0];
                default:
                    using (HttpRequestMessage own = new(HttpMethod.Post,
                        Elsewhere)
                    { Content = new StringContent(await request.Content!.ReadAsStringAsync(cancellationToken)) })
                    {
                        return await base.SendAsync(own, cancellationToken);
                    }
            }
        }

        private static async Task<HttpRequestMessage> CloneAsync(HttpRequestMessage request)
        {
            HttpRequestMessage clone =
                new(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()) };
            foreach (KeyValuePair<string, object?> option in request.Options)
            {
                clone.Options.Set(new HttpRequestOptionsKey<object?>(option.Key), option.Value);
            }

            return clone;
        }
    }

    private sealed class Before(Func<HttpRequestMessage, Task> look) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await look(request);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Around(Action<HttpRequestMessage> look) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            look(request);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            look(request);
            return response;
        }
    }

    private sealed class OwnFactory : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    /// <summary>Every value of every log line, as a structured sink gets them.</summary>
    private sealed class Values : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            All.Enqueue(formatter(state, exception));
            foreach (KeyValuePair<string, object?> value in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                All.Enqueue(value.Key + "=" + (value.Value is IEnumerable<string> many ? string.Join(',', many) : value.Value));
            }
        }

        public void Dispose()
        {
        }
    }
}
