using System.Collections.Concurrent;
using FetchHive;

namespace BriefService;

/// <summary>The state of a brief.</summary>
public sealed record BriefState(string State, string? Brief = null, string? Error = null);

/// <summary>The briefs of each customer, in memory. A real application has a table for this.</summary>
public sealed class Archive
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _briefs = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string customer, WorkflowCallback<string> callback)
    {
        if (callback is CompletedWorkflowCallback<string> completed)
        {
            _briefs.GetOrAdd(customer, _ => new()).Enqueue(completed.Output);
        }
    }

    public IEnumerable<string> Of(string customer) => _briefs.TryGetValue(customer, out ConcurrentQueue<string>? briefs) ? briefs : [];
}
