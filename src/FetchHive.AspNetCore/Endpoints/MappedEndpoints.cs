using System;
using System.Collections.Concurrent;

namespace FetchHive.AspNetCore;

/// <summary>The deployments whose callbacks can arrive in this process.</summary>
internal sealed class MappedEndpoints
{
    private readonly ConcurrentDictionary<string, bool> _deployments = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string deployment) => _deployments[deployment] = true;

    public bool Has(string deployment) => _deployments.ContainsKey(deployment);
}
