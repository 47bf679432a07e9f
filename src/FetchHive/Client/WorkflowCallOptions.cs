using System;
using System.Collections.Generic;

namespace FetchHive;

/// <summary>
/// Optional parts of a call to a deployment whose name is only known at run time. Calls don't change it, so several can share one.
/// </summary>
public sealed class WorkflowCallOptions
{
    private IDictionary<string, MetadataValue> _metadata = new Dictionary<string, MetadataValue>(StringComparer.Ordinal);

    /// <summary>Flat metadata for audits and log filters (<c>metadata</c>). Empty by default. Empty metadata isn't sent.</summary>
    /// <exception cref="ArgumentNullException">The dictionary is null.</exception>
    public IDictionary<string, MetadataValue> Metadata
    {
        get => _metadata;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _metadata = value;
        }
    }

    /// <summary>The caller identifier (<c>user</c>); <see langword="null"/>, the default, isn't sent.</summary>
    public string? User { get; set; }
}
