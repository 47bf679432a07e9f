using System.Collections.Generic;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// Answers to give instead of the regular ones, each to one request, in order. There is one script in front of everything and one for each
/// deployment; what a response may do (delays, resets, half a response) is the response's own affair.
/// </summary>
internal sealed class ResponseScript
{
    private readonly object _gate = new();
    private readonly Queue<EmulatorResponse> _answers = new();

    public void Add(EmulatorResponse answer)
    {
        lock (_gate)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Takes the next response if it is one that comes before the request is read.</summary>
    public EmulatorResponse? TakeNextBeforeReading()
    {
        lock (_gate)
        {
            return _answers.TryPeek(out EmulatorResponse? answer) && !answer.ReadsRequest ? _answers.Dequeue() : null;
        }
    }

    public EmulatorResponse? TakeNext()
    {
        lock (_gate)
        {
            return _answers.TryDequeue(out EmulatorResponse? answer) ? answer : null;
        }
    }
}
