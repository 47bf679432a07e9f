using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FetchHive.AspNetCore.Tests;

[FetchHiveDeployment("watched", "production")]
public partial interface IWatched
{
    Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}

/// <summary>The span of a callback, and the duration of its run.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_callback_has_a_span_that_is_linked_to_its_start_and_the_duration_of_the_run_is_recorded_once(bool isConfigured)
    {
        using Listener listener = new();
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Receiver receiver = await StartAsync(isConfigured, time);
        AcceptedRun<string> run = await receiver.App.Services
            .GetRequiredService<IWatched>()
            .StartAsync(receiver.CallbackUrl, Receiver.Token);
        time.Advance(TimeSpan.FromMinutes(5));
        byte[] body = Receiver.Failed(run.RequestId);

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, Service.Secret));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, Service.Secret));

        Activity start = Assert.Single(listener.Spans, span => span.OperationName == "invoke_workflow watched");
        Activity[] callbacks = [.. listener.Spans.Where(span => span.OperationName == "receive_callback watched")];
        Assert.Equal(["handled", "duplicate"], callbacks.Select(span => span.GetTagItem("fetchhive.callback.delivery")));
        Assert.All(callbacks, span =>
        {
            Assert.Equal(ActivityKind.Consumer, span.Kind);
            ActivityContext linked = Assert.Single(span.Links).Context;
            Assert.Equal((start.TraceId, start.SpanId), (linked.TraceId, linked.SpanId));
            Assert.Equal(run.RequestId, span.GetTagItem("fetchhive.request_id"));
            Assert.Equal("default", span.GetTagItem("fetchhive.workspace"));
            Assert.Equal("failed", span.GetTagItem("fetchhive.run.status"));
        });
        (double seconds, Dictionary<string, object?> tags) = Assert.Single(listener.Durations);
        Assert.InRange(seconds, 290, 310);
        Assert.Equal(
            ["fetchhive.deployment", "fetchhive.run.status", "fetchhive.variant", "fetchhive.workspace"],
            tags.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_callback_of_a_run_that_somebody_else_started_has_a_span_without_a_link_and_no_duration()
    {
        using Listener listener = new();
        await using Receiver receiver = await StartAsync(isConfigured: true, TimeProvider.System);

        byte[] body = Receiver.Failed("req_elsewhere");
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, Service.Secret));

        Assert.Empty(Assert.Single(listener.Spans, span => span.OperationName == "receive_callback watched").Links);
        Assert.Empty(listener.Durations);
    }

    private static Task<Receiver> StartAsync(bool isConfigured, TimeProvider time) => Receiver.StartAsync(
        services =>
        {
            services.AddSingleton(time);
            new Service().AddTo(services);
            services.AddFetchHive().AddWatched();
            services.AddFetchHiveCallbacks(options =>
            {
                if (isConfigured)
                {
                    options.Secrets["watched"] = [Service.Secret];
                }
            });
        },
        app => app.MapFetchHiveCallback(Receiver.Path, IWatched.StartCallback));

    private sealed class Listener : IDisposable
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();

        public Listener()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == FetchHiveTelemetry.ActivitySourceName,
                Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Keep(activity.GetTagItem("fetchhive.deployment"), () => Spans.Enqueue(activity)),
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == FetchHiveTelemetry.RunDurationInstrument)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meters.SetMeasurementEventCallback<double>((_, value, tags, _) =>
            {
                Dictionary<string, object?> kept = new(tags.ToArray());
                Keep(kept["fetchhive.deployment"], () => Durations.Enqueue((value, kept)));
            });
            _meters.Start();
        }

        public ConcurrentQueue<Activity> Spans { get; } = new();

        public ConcurrentQueue<(double Seconds, Dictionary<string, object?> Tags)> Durations { get; } = new();

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        // Ignores the deployments of other tests, which run at the same time.
        private static void Keep(object? deployment, Action keep)
        {
            if ("watched".Equals(deployment))
            {
                keep();
            }
        }
    }
}
