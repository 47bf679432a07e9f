namespace FetchHive;

/// <summary>
/// The names of the client's telemetry: a span for each call, metrics, and logs. It costs nothing if nothing listens. With OpenTelemetry:
/// <c>AddSource(FetchHiveTelemetry.ActivitySourceName)</c> and <c>AddMeter(FetchHiveTelemetry.MeterName)</c>.
/// </summary>
/// <remarks>
/// Attributes follow OpenTelemetry's conventions for HTTP clients and for generative AI, which are still in development and may change;
/// those of this library begin with <c>fetchhive.</c>.
/// </remarks>
public static class FetchHiveTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "FetchHive";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "FetchHive";

    /// <summary>The log category of a client.</summary>
    public const string LogCategory = "FetchHive";

    /// <summary>
    /// Histogram, in seconds: how long calls take, including retries and waiting for a slot. Failed calls have <c>error.type</c>.
    /// </summary>
    public const string DurationInstrument = "gen_ai.client.operation.duration";

    /// <summary>Counter, in <c>{attempt}</c>: requests that were sent or couldn't be sent.</summary>
    public const string AttemptsInstrument = "fetchhive.client.attempts";

    /// <summary>
    /// Counter, in <c>{retry}</c>: attempts that failed and are followed by another. <c>error.type</c> says how they failed.
    /// </summary>
    public const string RetriesInstrument = "fetchhive.client.retries";

    /// <summary>Up-down counter, in <c>{call}</c>: attempts in progress.</summary>
    public const string ActiveInstrument = "fetchhive.client.active_calls";

    /// <summary>
    /// Histogram, in seconds: how long runs take from their start to their callback. The package FetchHive.AspNetCore measures it.
    /// </summary>
    public const string RunDurationInstrument = "fetchhive.run.duration";

    /// <summary>
    /// Up-down counter, in <c>{call}</c>: calls that are waiting for a slot of <see cref="FetchHiveOptions.MaxConcurrency"/>.
    /// </summary>
    public const string QueuedInstrument = "fetchhive.client.queued_calls";
}
