using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Threading;

namespace FetchHive.Resilience.Tests.Kit;

/// <summary>Counts the attempts of calls to one deployment, by the client's metric.</summary>
internal sealed class AttemptCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _attempts;

    public AttemptCounter(string deployment)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FetchHiveTelemetry.MeterName && instrument.Name == FetchHiveTelemetry.AttemptsInstrument)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                if (tag.Key == "fetchhive.deployment" && deployment.Equals(tag.Value))
                {
                    Interlocked.Add(ref _attempts, (int)value);
                }
            }
        });
        _listener.Start();
    }

    public int Attempts => Volatile.Read(ref _attempts);

    public void Dispose() => _listener.Dispose();
}
