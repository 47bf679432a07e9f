using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FetchHive.Tests;

public sealed class DependencyInjectionTests
{
    [Fact]
    public async Task A_deployment_is_a_singleton_on_the_factorys_HttpClient()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\"").Encoded("br"));
        ServiceCollection services = new();
        CountingHandler.Count = 0;
        services.AddTransient<CountingHandler>();
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief()
            .HttpClientBuilder.AddHttpMessageHandler<CountingHandler>();
        await using ServiceProvider provider =
            services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        IResearchBrief briefs = provider.GetRequiredService<IResearchBrief>();

        Assert.Equal("x", await briefs.RunAsync("t", [], cancellationToken: Calls.Token));
        Assert.Same(briefs, provider.GetRequiredService<IResearchBrief>());
        Assert.Same(provider.GetRequiredService<FetchHiveClient>(), provider.GetRequiredService<FetchHiveClient>());
        Assert.Equal("Bearer " + Calls.Key, server.Request.Headers["Authorization"]);
        Assert.Equal(1, CountingHandler.Count);
        Assert.Equal(Timeout.InfiniteTimeSpan,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient("FetchHive.Workspace").Timeout);
    }

    [Fact]
    public async Task Options_are_bound_from_configuration()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        IConfiguration configuration = Configuration(
            ("FetchHive:ApiKey", Calls.Key),
            ("FetchHive:BaseAddress", server.Address.ToString()),
            ("FetchHive:timeout", "00:01:30"),
            ("FetchHive:QueueTimeout", "01:00:00"),
            ("FetchHive:MaxRetries", "5"),
            ("FetchHive:MaxConcurrency", "3"),
            ("FetchHive:EnableSensitiveData", "true"),
            ("FetchHive:MaxResponseBytes", "1000"),
            ("FetchHive:Callbacks:Secret", "not ours"));
        ServiceCollection services = new();
        services.AddFetchHive(configuration.GetSection("FetchHive")).AddResearchBrief();
        await using ServiceProvider provider = services.BuildServiceProvider();

        FetchHiveOptions options = provider.GetRequiredService<IOptions<FetchHiveOptions>>().Value;

        Assert.Equal(TimeSpan.FromSeconds(90), options.Timeout);
        Assert.Equal(TimeSpan.FromHours(1), options.QueueTimeout);
        Assert.Equal(5, options.MaxRetries);
        Assert.Equal(3, options.MaxConcurrency);
        Assert.True(options.EnableSensitiveData);
        Assert.Equal(1000, options.MaxResponseBytes);
        Assert.Equal("x", await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token));
    }

    [Fact]
    public async Task Named_workspaces_have_keys_of_their_own_beside_the_default_one()
    {
        await using LoopbackServer server = new(request => Response.Completed($"\"{request.Headers["Authorization"]}\""));
        ServiceCollection services = new();
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief();
        services.AddFetchHive("eu", Configuration(("FetchHiveEu:ApiKey", "fhk_eu"),
            ("FetchHiveEu:BaseAddress", server.Address.ToString())).GetSection("FetchHiveEu")).AddResearchBrief();
        services.AddFetchHive("us", options =>
        {
            Set(options, server);
            options.ApiKey = "fhk_us";
        }).AddResearchBrief();
        await using ServiceProvider provider =
            services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Equal("Bearer " + Calls.Key,
            await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token));
        Assert.Equal("Bearer fhk_eu",
            await provider.GetRequiredKeyedService<IResearchBrief>("eu").RunAsync("t", [], cancellationToken: Calls.Token));
        Assert.Equal("Bearer fhk_us",
            await provider.GetRequiredKeyedService<IResearchBrief>("us").RunAsync("t", [], cancellationToken: Calls.Token));
        Assert.NotSame(provider.GetRequiredKeyedService<FetchHiveClient>("eu"), provider.GetRequiredKeyedService<FetchHiveClient>("us"));
    }

    [Fact]
    public void Adding_a_workspace_twice_registers_it_once()
    {
        ServiceCollection services = new();
        services.AddFetchHive().AddResearchBrief();
        services.AddFetchHive("eu").AddResearchBrief();
        int count = services.Count;

        FetchHiveBuilder again = services.AddFetchHive().AddResearchBrief();
        FetchHiveBuilder eu = services.AddFetchHive("eu").AddResearchBrief();

        Assert.Equal(count, services.Count);
        Assert.Null(again.Name);
        Assert.Equal("eu", eu.Name);
        Assert.Same(services, eu.Services);
        Assert.Equal("FetchHive.Workspace:eu", eu.HttpClientBuilder.Name);
        Assert.Single(services, service => service.ServiceType == typeof(FetchHiveClient) && !service.IsKeyedService);
        Assert.Single(services, service => service.ServiceType == typeof(IResearchBrief) && service.IsKeyedService);
    }

    [Fact]
    public async Task A_client_that_is_already_registered_is_used()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using FetchHiveClient own = Calls.Client(server);
        ServiceCollection services = new();
        services.AddSingleton(own);
        services.AddFetchHive().AddResearchBrief();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("x", await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token));
    }

    [Fact]
    public async Task A_host_with_wrong_options_does_not_start_and_says_where_they_are()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Pairs(
            ("Acme:FetchHive:ApiKey", "fhk_secret\n"),
            ("Acme:FetchHive:BaseAddress", "http://example.com/v1"),
            ("Acme:FetchHive:MaxResponseBytes", "-1"),
            ("Acme:FetchHive:Timout", "00:01:00")));
        builder.Services.AddFetchHive(builder.Configuration.GetSection("Acme:FetchHive"));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Calls.Token));

        Assert.Contains("FetchHiveOptions.ApiKey (configuration: Acme:FetchHive:ApiKey)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FetchHiveOptions.BaseAddress (configuration: Acme:FetchHive:BaseAddress)", exception.Message,
            StringComparison.Ordinal);
        Assert.Contains("Acme:FetchHive:MaxResponseBytes", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Acme:FetchHive:Timout", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fhk_", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Timeout", "10",
        "which .NET reads as 10 days. Write hours:minutes:seconds, such as 00:00:30 for thirty seconds, or 10.00:00:00")]
    [InlineData("QueueTimeout", " 1 ", "which .NET reads as 1 day")]
    [InlineData("Timeout", "30:00:00", "is read by .NET as 30 days. Write days.hours:minutes:seconds, 30.00:00:00")]
    [InlineData("Timeout", "1.00:00:01", "more than a day is probably not meant")]
    [InlineData("Timeout", "10s", "is not a time")]
    public async Task A_time_that_is_probably_not_meant_is_refused_with_the_right_form(string setting, string value, string why)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Pairs(("FetchHive:ApiKey", Calls.Key), ("FetchHive:" + setting, value)));
        builder.Services.AddFetchHive(builder.Configuration.GetSection("FetchHive"));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Calls.Token));

        string failure = Assert.Single(exception.Failures);
        Assert.StartsWith($"FetchHive:{setting} in the configuration is ", failure, StringComparison.Ordinal);
        Assert.Contains(why, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.00:00:00", 86_400)]
    [InlineData("00:10:00", 600)]
    [InlineData(" 00:00:01.5 ", 1.5)]
    [InlineData("-00:00:00.001", -0.001)]
    [InlineData("23:59", 86_340)]
    public async Task A_time_is_read_as_it_is_written(string value, double seconds)
    {
        ServiceCollection services = new();
        services.AddFetchHive(Configuration(("FetchHive:ApiKey", Calls.Key), ("FetchHive:Timeout", value)).GetSection("FetchHive"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(TimeSpan.FromSeconds(seconds), provider.GetRequiredService<IOptions<FetchHiveOptions>>().Value.Timeout);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task An_empty_value_leaves_every_setting_as_it_was(string? empty)
    {
        ServiceCollection services = new();
        services.AddFetchHive(options => (options.ApiKey, options.MaxConcurrency) = (Calls.Key, 3));
        services.AddFetchHive(Configuration(
            [.. typeof(FetchHiveOptions).GetProperties().Select(property => ("FetchHive:" + property.Name, empty))])
                .GetSection("FetchHive"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        FetchHiveOptions options = provider.GetRequiredService<IOptions<FetchHiveOptions>>().Value;
        FetchHiveOptions defaults = new();

        Assert.Equal((Calls.Key, 3), (options.ApiKey, options.MaxConcurrency));
        Assert.Equal(
            (defaults.BaseAddress, defaults.Timeout, defaults.QueueTimeout, defaults.MaxRetries, defaults.MaxResponseBytes,
                defaults.EnableSensitiveData),
            (options.BaseAddress, options.Timeout, options.QueueTimeout, options.MaxRetries, options.MaxResponseBytes,
                options.EnableSensitiveData));
    }

    [Theory]
    [InlineData("Timeout", "soon")]
    [InlineData("MaxRetries", "many")]
    [InlineData("MaxConcurrency", "3.5")]
    [InlineData("BaseAddress", "api.fetchhive.com")]
    [InlineData("EnableSensitiveData", "yes")]
    [InlineData("Timeout:Seconds", "10")]
    [InlineData("MaxResponseBytes", "64 MiB")]
    public async Task A_value_of_the_wrong_type_names_its_setting(string setting, string value)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Pairs(("FetchHive:ApiKey", Calls.Key), ("FetchHive:" + setting, value)));
        builder.Services.AddFetchHive(builder.Configuration.GetSection("FetchHive"));
        using IHost host = builder.Build();

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Calls.Token));

        Assert.Contains("FetchHive:" + setting.Split(':')[0], exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Key, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_workspace_without_a_key_stops_the_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddFetchHive(options => options.ApiKey = Calls.Key);
        builder.Services.AddFetchHive("eu", builder.Configuration.GetSection("Missing"));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Calls.Token));

        Assert.Equal("eu", exception.OptionsName);
        Assert.Contains("workspace 'eu'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Missing:ApiKey", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_may_contain_other_settings_and_still_sets_options()
    {
        ServiceCollection services = new();
        services.AddFetchHive(Configuration(("ApiKey", Calls.Key), ("PATH", "/bin")));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(Calls.Key, provider.GetRequiredService<IOptions<FetchHiveOptions>>().Value.ApiKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_workspace_needs_a_usable_name(string? name)
    {
        ServiceCollection services = new();

        Assert.Throws<ArgumentException>(() => services.AddFetchHive(name!, _ => { }));
    }

    [Fact]
    public async Task The_key_stays_out_of_the_logs()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        LogSink sink = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(sink));
        services.AddFetchHive(options => Set(options, server)).AddResearchBrief();
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<IResearchBrief>().RunAsync("t", [], cancellationToken: Calls.Token);
        }

        Assert.Contains(sink.Lines, line => line.Contains("Accept-Encoding", StringComparison.Ordinal));
        Assert.DoesNotContain(sink.Lines, line => line.Contains(Calls.Key, StringComparison.Ordinal));
    }

    private static void Set(FetchHiveOptions options, LoopbackServer server)
    {
        options.ApiKey = Calls.Key;
        options.BaseAddress = server.Address;
    }

    private static IConfigurationRoot Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(Pairs(values)).Build();

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(params (string Key, string? Value)[] values) =>
        values.Select(value => KeyValuePair.Create(value.Key, value.Value));

    private sealed class CountingHandler : DelegatingHandler
    {
        public static int Count { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class LogSink : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
