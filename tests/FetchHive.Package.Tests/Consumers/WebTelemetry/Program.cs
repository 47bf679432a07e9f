using System.Diagnostics;
using FetchHive;
using FetchHive.Emulator;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
    .Deploy("greeting", "production", start => start.TakesText("name").Returns(inputs => $"Hello {inputs["name"]}")));
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddFetchHive(options => (options.ApiKey, options.BaseAddress) = (hive.ApiKey, hive.BaseAddress)).AddGreeting();

// docs/telemetry.md
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing
        .AddSource(FetchHiveTelemetry.ActivitySourceName)
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation())
    .WithMetrics(metrics => metrics.AddMeter(FetchHiveTelemetry.MeterName));

// The exported data, which this program prints.
List<Activity> spans = [];
List<Metric> metrics = [];
builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));
builder.Services.ConfigureOpenTelemetryMeterProvider(provider => provider.AddInMemoryExporter(metrics));

await using WebApplication app = builder.Build();
app.MapGet("/", (IGreeting greeting, CancellationToken cancellationToken) => greeting.RunAsync("Ada", cancellationToken));
await app.StartAsync();
using (HttpClient browser = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }))
{
    // Like a browser, this client starts no trace.
    Console.WriteLine(await browser.GetStringAsync(app.Urls.First()));
}

await app.StopAsync();
app.Services.GetRequiredService<TracerProvider>().ForceFlush();
app.Services.GetRequiredService<MeterProvider>().ForceFlush();
Activity call = spans.Single(span => span.Source.Name == FetchHiveTelemetry.ActivitySourceName);
Activity attempt = spans.Single(span => span.ParentSpanId == call.SpanId);
Activity request = spans.Single(span => span.SpanId == call.ParentSpanId);
Console.WriteLine($"{request.Kind} {request.DisplayName} > {call.Kind} {call.DisplayName} > {attempt.Kind} {attempt.DisplayName}");
Console.WriteLine(string.Join(" ", metrics.Select(metric => metric.Name).Distinct().Order(StringComparer.Ordinal)));

[FetchHiveDeployment("greeting", "production")]
public partial interface IGreeting
{
    Task<string> RunAsync(string name, CancellationToken cancellationToken = default);
}
