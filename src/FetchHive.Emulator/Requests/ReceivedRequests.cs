using System.Collections.Generic;

namespace FetchHive.Emulator.Requests;

/// <summary>The newest requests, in the order of arrival.</summary>
internal sealed class ReceivedRequests(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<ReceivedRequest> _requests = new();
    private long _count;

    public void Add(ReceivedRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == capacity)
            {
                _requests.Dequeue();
            }

            request.Number = ++_count;
            _requests.Enqueue(request);
        }
    }

    public ReceivedRequest[] Snapshot()
    {
        lock (_gate)
        {
            return _requests.ToArray();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
