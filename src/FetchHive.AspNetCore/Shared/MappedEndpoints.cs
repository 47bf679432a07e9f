using System;
using System.Collections.Generic;

namespace FetchHive.AspNetCore;

/// <summary>The contracts whose callbacks can arrive in this process.</summary>
internal sealed class MappedEndpoints
{
    private readonly object _lock = new();
    private readonly HashSet<string> _deployments = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<object> _contracts = [];

    public void Add<T>(CallbackContract<T> contract)
    {
        lock (_lock)
        {
            _deployments.Add(contract.Deployment);
            _contracts.Add(contract);
        }
    }

    public IReadOnlyCollection<string> Deployments
    {
        get
        {
            lock (_lock)
            {
                return [.. _deployments];
            }
        }
    }

    public bool Has(string deployment)
    {
        lock (_lock)
        {
            return _deployments.Contains(deployment);
        }
    }

    /// <summary>
    /// The only contract whose callbacks are read as a type, however often it is mapped; null if there is none, or if there are contracts
    /// of several deployments or variants.
    /// </summary>
    public CallbackContract<T>? OnlyContractOf<T>()
    {
        CallbackContract<T>? only = null;
        lock (_lock)
        {
            foreach (object mapped in _contracts)
            {
                if (mapped is CallbackContract<T> contract)
                {
                    if (only is not null && (only.Deployment != contract.Deployment || only.Variant != contract.Variant))
                    {
                        return null;
                    }

                    only = contract;
                }
            }
        }

        return only;
    }
}
