using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FetchHive.Tests;

/// <summary>Spans, metrics and logs. Listeners hear the whole process, so each test has its own deployment.</summary>
public sealed class TelemetryTests
{
    private readonly WorkflowDeployment _deployment = new("watched-" + Guid.NewGuid().ToString("N"), "production");

    [Fact]
    public async Task A_call_is_one_client_span_with_the_names_of_the_convention()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using Listener listener = new(_deployment.Deployment);
        using FetchHiveClient client = Calls.Client(server);
        using ActivitySource outerSource = new("outer");
        using ActivityListener all =
            new() { ShouldListenTo = source => source.Name == "outer", Sample = static (ref _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(all);
        using Activity? outer = outerSource.StartActivity("outer");

        await SendAsync(client);

        Activity span = Assert.Single(listener.Spans);
        Assert.Equal("invoke_workflow " + _deployment.Deployment, span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(outer!.SpanId, span.ParentSpanId);
        Assert.Same(outer, Activity.Current);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["gen_ai.operation.name"] = "invoke_workflow",
                ["gen_ai.provider.name"] = "fetchhive",
                ["gen_ai.workflow.name"] = _deployment.Deployment,
                ["fetchhive.workspace"] = "default",
                ["fetchhive.deployment"] = _deployment.Deployment,
                ["fetchhive.variant"] = "production",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.Port,
                ["http.response.status_code"] = 200,
                ["fetchhive.request_id"] = "req_019d52846ea37682b03522fd0695cc43",
                ["fetchhive.run.status"] = "completed",
            }.OrderBy(tag => tag.Key),
            span.TagObjects.ToDictionary().OrderBy(tag => tag.Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_trace_continues_at_the_service(bool ownHttpClient)
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using Listener listener = new(_deployment.Deployment);
        using System.Net.Http.HttpClient http = new();
        using FetchHiveClient client = ownHttpClient ? new FetchHiveClient(http, Calls.Options(server)) : Calls.Client(server);

        await SendAsync(client);

        Assert.Contains(Assert.Single(listener.Spans).TraceId.ToHexString(), server.Request.Headers["traceparent"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_is_an_event_and_counted()
    {
        int attempt = 0;
        await using LoopbackServer server = new(_ => attempt++ == 0
            ? Response.Json("""{"error":"Secret text.","error_code":"concurrency_limit"}""", 429).With("Retry-After", "2")
            : Response.Completed("\"x\""));
        using Listener listener = new(_deployment.Deployment);
        FetchHiveOptions options = Calls.Options(server);
        options.MaxRetries = 1;
        using FetchHiveClient client = new(options);
        client.Sender.Time = new FakeTime();

        await SendAsync(client);

        Activity span = Assert.Single(listener.Spans);
        Assert.Equal(1, span.GetTagItem("http.request.resend_count"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
        ActivityEvent retry = Assert.Single(span.Events);
        Assert.Equal("fetchhive.retry", retry.Name);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["fetchhive.attempt"] = 1,
                ["error.type"] = "429",
                ["fetchhive.retry.delay"] = 2.0,
                ["fetchhive.error_code"] = "concurrency_limit"
            },
            retry.Tags.ToDictionary());
        Assert.Equal(1, listener.Sum(FetchHiveTelemetry.RetriesInstrument));
        Assert.Equal(2, listener.Sum(FetchHiveTelemetry.AttemptsInstrument));
        Assert.Equal("429", listener.Of(FetchHiveTelemetry.RetriesInstrument).Single().Tags["error.type"]);
        Assert.Equal(2.0, listener.Of(FetchHiveTelemetry.DurationInstrument).Single().Value);
    }

    [Fact]
    public async Task A_failure_has_its_type_and_not_its_text()
    {
        (Response Response, string Type, bool MayHaveRun)[] cases =
        [
            (Response.Json("""{"error":"Your input was TOPIC.","error_code":"odd_code","request_id":"req_7"}""", 422), "422", false),
            (Response.Json("""{"request_id":"req_7","run_status":"failed","error":"TOPIC","error_code":"odd_code"}"""), "run_failed", true),
            (Response.Json("TOPIC"), "invalid_response", true),
            (Response.HangUp(), "connection", true),
        ];
        foreach ((Response response, string type, bool mayHaveRun) in cases)
        {
            await using LoopbackServer server = new(response);
            using Listener listener = new(_deployment.Deployment);
            using FetchHiveClient client = Calls.Client(server);

            await Assert.ThrowsAnyAsync<FetchHiveException>(() => SendAsync(client));

            Activity span = Assert.Single(listener.Spans);
            Assert.Equal(ActivityStatusCode.Error, span.Status);
            Assert.Null(span.StatusDescription);
            Assert.Equal(type, span.GetTagItem("error.type"));
            Assert.Equal(mayHaveRun, span.GetTagItem("fetchhive.may_have_run"));
            Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains("TOPIC", StringComparison.Ordinal) == true);
            Assert.Equal(type, listener.Of(FetchHiveTelemetry.DurationInstrument).Single().Tags["error.type"]);
            Assert.Equal(type is "422" or "run_failed" ? "odd_code" : null, span.GetTagItem("fetchhive.error_code"));
            Assert.Equal(type is "422" or "run_failed" ? "req_7" : null, span.GetTagItem("fetchhive.request_id"));
        }
    }

    [Fact]
    public async Task Workspaces_are_told_apart()
    {
        await using LoopbackServer server = new(Response.Completed("\"x\""));
        using Listener listener = new(_deployment.Deployment);
        ServiceCollection services = new();
        services.AddFetchHive(options => Set(options, server));
        services.AddFetchHive("eu", options => Set(options, server));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await SendAsync(provider.GetRequiredService<FetchHiveClient>());
        await SendAsync(provider.GetRequiredKeyedService<FetchHiveClient>("eu"));

        Assert.Equal(["default", "eu"], listener.Spans.Select(span => span.GetTagItem("fetchhive.workspace")));
        Assert.Equal(["default", "eu"],
            listener.Of(FetchHiveTelemetry.DurationInstrument).Select(measured => measured.Tags["fetchhive.workspace"]));
        Assert.Equal(["default", "eu"],
            listener.Of(FetchHiveTelemetry.AttemptsInstrument).Select(measured => measured.Tags["fetchhive.workspace"]));

        static void Set(FetchHiveOptions options, LoopbackServer server)
        {
            options.ApiKey = Calls.Key;
            options.BaseAddress = server.Address;
        }
    }

    [Fact]
    public async Task A_cancellation_says_whether_it_may_have_run()
    {
        await using LoopbackServer server = new(Response.Never());
        using Listener listener = new(_deployment.Deployment);
        using FetchHiveClient client = Calls.Client(server);
        using System.Threading.CancellationTokenSource source = new();
        WorkflowRequest request = WorkflowRequest.Create(client, _deployment);
        request.BeginInputs();

        Task<string> call = request.SendForOutputAsync(OutputReader.Text, source.Token);
        await server.Arrived.Task.WaitAsync(Calls.Token);
        await source.CancelAsync();

        await Assert.ThrowsAsync<FetchHiveCanceledException>(() => call);
        Activity span = Assert.Single(listener.Spans);
        Assert.Equal("cancelled", span.GetTagItem("error.type"));
        Assert.Equal(true, span.GetTagItem("fetchhive.may_have_run"));
    }

    [Fact]
    public async Task Metrics_have_few_values_and_counts_return_to_zero()
    {
        int attempt = 0;
        await using LoopbackServer server = new(_ => attempt++ % 2 == 0 ? Response.Completed("\"x\"") : Response.Json("{}", 500));
        using Listener listener = new(_deployment.Deployment);
        FetchHiveOptions options = Calls.Options(server);
        options.MaxConcurrency = 1;
        using FetchHiveClient client = new(options);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await SendAsync(client);
            }
            catch (FetchHiveServerException)
            {
                // Every other call fails.
            }
        }));

        Assert.Equal(0, listener.Sum(FetchHiveTelemetry.ActiveInstrument));
        Assert.Equal(0, listener.Sum(FetchHiveTelemetry.QueuedInstrument));
        Assert.Equal(10, listener.Of(FetchHiveTelemetry.ActiveInstrument).Count(measured => measured.Value > 0));
        Assert.Equal(9, listener.Of(FetchHiveTelemetry.QueuedInstrument).Count(measured => measured.Value > 0));
        Assert.Equal(10, listener.Of(FetchHiveTelemetry.DurationInstrument).Count());
        string[] names = ["error.type", "fetchhive.deployment", "fetchhive.variant", "fetchhive.workspace", "gen_ai.operation.name",
            "gen_ai.provider.name", "http.response.status_code", "server.address"];
        Assert.Equal(names, listener.All.SelectMany(measured => measured.Tags.Keys).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_result_is_not_lost_to_a_response_that_fails_to_be_disposed_of()
    {
        using Listener listener = new(_deployment.Deployment);
        using HttpClient http =
            new(new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = new UndisposableContent() })));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });

        Assert.Equal("x", await SendAsync(client));

        Assert.Equal(0, listener.Sum(FetchHiveTelemetry.ActiveInstrument));
        Assert.DoesNotContain("error.type", Assert.Single(listener.Of(FetchHiveTelemetry.DurationInstrument)).Tags.Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Inputs_and_outputs_are_recorded_only_if_that_is_enabled(bool records)
    {
        string huge = new('y', 50_000);
        await using LoopbackServer server = new(Response.Completed($"\"OUTPUT {huge}\""));
        using Listener listener = new(_deployment.Deployment);
        FetchHiveOptions options = Calls.Options(server);
        options.EnableSensitiveData = records;
        using FetchHiveClient client = new(options);
        WorkflowRequest request = WorkflowRequest.Create(client, _deployment);
        request.SetCallbackUrlText("https://example.com/secret", "callbackUrl");
        request.BeginInputs().WriteString(new RequestName("topic"), $"{Calls.Key} INPUT");
        request.SetUser("USER");

        await request.SendForOutputAsync(OutputReader.Text, Calls.Token);

        Activity span = Assert.Single(listener.Spans);
        string? inputs = (string?)span.GetTagItem("fetchhive.inputs");
        string? output = (string?)span.GetTagItem("fetchhive.output");
        Assert.Equal(records ? """{"topic":"[API key] INPUT"}""" : null, inputs);
        Assert.Equal(records, output?.StartsWith("\"OUTPUT yyy", StringComparison.Ordinal) == true);
        Assert.True(output is null || output.Length == 8193);
        string all = string.Join('\n', span.TagObjects.Select(tag => tag.Value?.ToString()));
        Assert.DoesNotContain("secret", all, StringComparison.Ordinal);
        Assert.DoesNotContain("USER", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Key, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_have_every_attempt_and_no_content()
    {
        int attempt = 0;
        await using LoopbackServer server = new(_ => attempt++ switch
        {
            0 => Response.Json("""{"error":"SERVICE TEXT"}""", 429).With("Retry-After", "2"),
            1 => Response.Completed("\"OUTPUT\""),
            _ => Response.Json("""{"error":"SERVICE TEXT","error_code":"odd","request_id":"req_9"}""", 500),
        });
        using LogSink sink = new();
        FetchHiveOptions options = Calls.Options(server);
        options.MaxRetries = 1;
        options.EnableSensitiveData = true;
        using FetchHiveClient client = new(options, sink);
        client.Sender.Time = new FakeTime();

        await SendAsync(client);
        await Assert.ThrowsAsync<FetchHiveServerException>(() => SendAsync(client));

        string name = _deployment + "";
        Assert.Equal(
            [
                $"FetchHive Debug: Call to {name} in workspace default: attempt 1 sends {server.Requests[0].Bytes.Length} bytes to "
                + $"127.0.0.1.",
                $"FetchHive Warning: Call to {name} in workspace default: attempt 1 of at most 2 failed before a run could start (error "
                + $"type 429, error_code none); the next one follows in 2000 ms.",
                $"FetchHive Debug: Call to {name} in workspace default: attempt 2 sends {server.Requests[0].Bytes.Length} bytes to "
                + $"127.0.0.1.",
                $"FetchHive Information: Call to {name} in workspace default: answered with run status completed, request_id "
                + $"req_019d52846ea37682b03522fd0695cc43, after 2000 ms and 2 attempt(s).",
                $"FetchHive Debug: Call to {name} in workspace default: attempt 1 sends {server.Requests[0].Bytes.Length} bytes to "
                + $"127.0.0.1.",
                $"FetchHive Warning: Call to {name} in workspace default: failed (error type 500, error_code odd, request_id req_9). May "
                + $"have run: True.",
            ],
            sink.Lines);
    }

    [Fact]
    public async Task A_container_logs_without_the_key_at_every_level()
    {
        await using LoopbackServer server = new(Response.Completed("\"OUTPUT\""));
        using LogSink sink = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(sink));
        services.AddFetchHive(options =>
        {
            options.ApiKey = Calls.Key;
            options.BaseAddress = server.Address;
        }).AddResearchBrief();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IResearchBrief>().RunAsync("INPUT", [], cancellationToken: Calls.Token);

        string all = string.Join('\n', sink.Lines);
        Assert.Contains("FetchHive Information: Call to research-brief/production in workspace default: answered", all,
            StringComparison.Ordinal);
        Assert.Contains("Trace", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Key, all, StringComparison.Ordinal);
        Assert.DoesNotContain("INPUT", all, StringComparison.Ordinal);
        Assert.DoesNotContain("OUTPUT", all, StringComparison.Ordinal);
    }

    private Task<string> SendAsync(FetchHiveClient client)
    {
        WorkflowRequest request = WorkflowRequest.Create(client, _deployment);
        request.BeginInputs();
        return request.SendForOutputAsync(OutputReader.Text, Calls.Token);
    }

    private sealed class UndisposableContent()
        : ByteArrayContent("""{"request_id":"req_1","run_status":"completed","output":"x"}"""u8.ToArray())
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                throw new NotSupportedException();
            }
        }
    }

    private sealed record Measured(string Instrument, double Value, Dictionary<string, object?> Tags);

    private sealed class Listener : IDisposable
    {
        private readonly ConcurrentQueue<Measured> _measured = new();
        private readonly ConcurrentQueue<Activity> _spans = new();
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();

        public Listener(string deployment)
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == FetchHiveTelemetry.ActivitySourceName,
                Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (deployment.Equals(activity.GetTagItem("fetchhive.deployment")))
                    {
                        _spans.Enqueue(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == FetchHiveTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            _meters.Start();

            void Add(string instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
            {
                Dictionary<string, object?> kept = [];
                foreach (KeyValuePair<string, object?> tag in tags)
                {
                    kept.Add(tag.Key, tag.Value);
                }

                if (deployment.Equals(kept["fetchhive.deployment"]))
                {
                    _measured.Enqueue(new Measured(instrument, value, kept));
                }
            }
        }

        public IReadOnlyList<Activity> Spans => [.. _spans];

        public IReadOnlyList<Measured> All => [.. _measured];

        public IEnumerable<Measured> Of(string instrument) => All.Where(measured => measured.Instrument == instrument);

        public double Sum(string instrument) => Of(instrument).Sum(measured => measured.Value);

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }
    }

    private sealed class LogSink : ILoggerProvider, ILoggerFactory
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                lines.Enqueue($"{category} Trace: {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{category} {logLevel}: {formatter(state, exception)}{exception}");
        }
    }
}
