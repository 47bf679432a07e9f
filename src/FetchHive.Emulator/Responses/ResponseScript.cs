using System.Collections.Generic;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// Scripted responses that replace regular ones, each for one request, in order. There is one script for all requests and one for each
/// deployment. Delays, resets and partial responses are part of the response itself.
/// </summary>
internal sealed class ResponseScript
{
    private readonly object _gate = new();
    private readonly Queue<EmulatorResponse> _responses = new();

    public void Add(EmulatorResponse response)
    {
        lock (_gate)
        {
            _responses.Enqueue(response);
        }
    }

    /// <summary>Takes the next response if it is one that comes before the request is read.</summary>
    public EmulatorResponse? TakeNextBeforeReading()
    {
        lock (_gate)
        {
            return _responses.TryPeek(out EmulatorResponse? response) && !response.ReadsRequest ? _responses.Dequeue() : null;
        }
    }

    public EmulatorResponse? TakeNext()
    {
        lock (_gate)
        {
            return _responses.TryDequeue(out EmulatorResponse? response) ? response : null;
        }
    }
}
