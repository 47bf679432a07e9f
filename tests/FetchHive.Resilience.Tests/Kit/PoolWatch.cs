using System;
using System.Diagnostics.Tracing;
using System.Threading;

namespace FetchHive.Resilience.Tests.Kit;

/// <summary>Counts the arrays that are rented from the process's array pools, by the pools' own events.</summary>
internal sealed class PoolWatch : EventListener
{
    private const int Rented = 1;
    private const int Returned = 3;

    private int _out;

    public int Out => Volatile.Read(ref _out);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == Rented)
        {
            Interlocked.Increment(ref _out);
        }
        else if (eventData.EventId == Returned)
        {
            Interlocked.Decrement(ref _out);
        }
    }
}
