using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FetchHive.AspNetCore;

/// <summary>
/// The span and metrics of a verified callback. The span is linked to that of the run's start, and a metric records how long the run took.
/// </summary>
internal sealed class CallbackObservation : IDisposable
{
    private static readonly ActivitySource Source = new(FetchHiveTelemetry.ActivitySourceName);
    private static readonly Meter Meter = new(FetchHiveTelemetry.MeterName);

    private static readonly Histogram<double> RunDuration = Meter.CreateHistogram(
        FetchHiveTelemetry.RunDurationInstrument,
        "s",
        "How long runs take from their start to their callback.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10240, 20480, 40960, 81920],
        });

    private readonly TagList _tags;
    private readonly TimeSpan? _elapsed;
    private readonly Activity? _activity;

    private CallbackObservation(TagList tags, TimeSpan? elapsed, Activity? activity)
    {
        _tags = tags;
        _elapsed = elapsed;
        _activity = activity;
    }

    /// <summary>Begins to observe. Returns null if nobody listens.</summary>
    /// <param name="contract">The endpoint's contract.</param>
    /// <param name="callback">The callback.</param>
    /// <param name="start">What is known about the run's start.</param>
    /// <param name="now">When the callback arrived.</param>
    public static CallbackObservation? Begin<T>(
        CallbackContract<T> contract, WorkflowCallback<T> callback, RunStart start, DateTimeOffset now)
    {
        if (!Source.HasListeners() && !RunDuration.Enabled)
        {
            return null;
        }

        TagList tags = new()
        {
            { "fetchhive.workspace", start.Workspace ?? "default" },
            { "fetchhive.deployment", contract.Deployment },
            { "fetchhive.variant", contract.Variant },
            { "fetchhive.run.status", CallbackLog.Quote(callback.Status.ToString()) },
        };
        ActivityLink[]? links = ActivityContext.TryParse(start.TraceParent, traceState: null, isRemote: true, out ActivityContext context)
            ? [new ActivityLink(context)]
            : null;
        Activity? activity = Source.HasListeners()
            ? Source.StartActivity("receive_callback " + contract.Deployment, ActivityKind.Consumer, parentContext: default, tags, links)
            : null;
        activity?.SetTag("fetchhive.request_id", CallbackLog.Quote(callback.RequestId));

        // Another machine's clock may be behind.
        TimeSpan? elapsed = now - start.At;
        return new CallbackObservation(tags, elapsed < TimeSpan.Zero ? TimeSpan.Zero : elapsed, activity);
    }

    /// <summary>Notes the outcome. A run's duration counts once, however many deliveries there are.</summary>
    public void Ended(DeliveryOutcome delivery)
    {
        if (delivery == DeliveryOutcome.Handled && _elapsed is { } elapsed)
        {
            RunDuration.Record(elapsed.TotalSeconds, _tags);
        }

        _activity?.SetTag("fetchhive.callback.delivery", delivery switch
        {
            DeliveryOutcome.Handled => "handled",
            DeliveryOutcome.Duplicate => "duplicate",
            DeliveryOutcome.Busy => "busy",
            DeliveryOutcome.NotKept => "not_kept",
            _ => "failed",
        });
        if (delivery is DeliveryOutcome.Failed or DeliveryOutcome.NotKept)
        {
            _activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose() => _activity?.Dispose();
}
