using System.Collections.Generic;

namespace FetchHive.Emulator.Runs;

/// <summary>The newest runs, by their ids.</summary>
internal sealed class RecentRuns(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<string> _ids = new();
    private readonly Dictionary<string, EmulatedRun> _runs = [];

    public void Add(EmulatedRun run)
    {
        lock (_gate)
        {
            if (_ids.Count == capacity)
            {
                _runs.Remove(_ids.Dequeue());
            }

            _ids.Enqueue(run.RequestId);
            _runs.Add(run.RequestId, run);
        }
    }

    public EmulatedRun[] Snapshot()
    {
        lock (_gate)
        {
            var runs = new EmulatedRun[_ids.Count];
            int next = 0;
            foreach (string id in _ids)
            {
                runs[next++] = _runs[id];
            }

            return runs;
        }
    }

    public EmulatedRun? Find(string requestId)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(requestId);
        }
    }
}
