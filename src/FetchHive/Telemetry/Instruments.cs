using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FetchHive;

/// <summary>The meter and its instruments, shared by all clients.</summary>
internal static class Instruments
{
    public static readonly ActivitySource Source = new(FetchHiveTelemetry.ActivitySourceName, ClientSettings.Version);

    private static readonly Meter Meter = new(FetchHiveTelemetry.MeterName, ClientSettings.Version);

    // The buckets of the conventions for generative AI, and three more, because a run takes minutes, not seconds.
    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        FetchHiveTelemetry.DurationInstrument,
        "s",
        "How long calls take, including retries and waiting for a slot.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
                [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92, 163.84, 327.68, 655.36],
        });

    public static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        FetchHiveTelemetry.AttemptsInstrument, "{attempt}", "Requests that were sent or couldn't be sent.");

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        FetchHiveTelemetry.RetriesInstrument, "{retry}", "Attempts that failed and are followed by another.");

    public static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>(
        FetchHiveTelemetry.ActiveInstrument, "{call}", "Attempts in progress.");

    public static readonly UpDownCounter<long> Queued = Meter.CreateUpDownCounter<long>(
        FetchHiveTelemetry.QueuedInstrument, "{call}", "Calls that are waiting for a slot of FetchHiveOptions.MaxConcurrency.");

    public static bool IsListenedTo =>
        Source.HasListeners() || Duration.Enabled || Attempts.Enabled || Retries.Enabled || Active.Enabled || Queued.Enabled;
}
