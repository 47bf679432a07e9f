using System;
using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.AspNetCore;

/// <summary>
/// The request of a callback, as a service of the request's scope. A handler class gets it through its constructor, and a lambda from its
/// services.
/// </summary>
/// <example>
/// <code>
/// app.MapFetchHiveCallback("/callbacks/{customer}/brief", IResearchBrief.StartCallback,
///     (callback, services, cancellationToken) =>
///         SaveAsync(services.GetRequiredService&lt;CallbackRequest&gt;().RouteValues["customer"], callback, cancellationToken));
/// </code>
/// </example>
public sealed class CallbackRequest
{
    /// <summary>Creates a request, for tests of handlers.</summary>
    /// <param name="routeValues">The route's values; null for none.</param>
    /// <param name="workspace">The workspace's name; null for the default one.</param>
    public CallbackRequest(IEnumerable<KeyValuePair<string, object?>>? routeValues = null, string? workspace = null) =>
        Set(routeValues ?? [], workspace);

    /// <summary>
    /// The values of the route's parameters, as text. Names are case-insensitive. <b>The signature doesn't cover the address:</b> anyone
    /// who has recorded a signed callback can send it to another address of the same endpoint. So don't rely on the values to tell whose
    /// result it is: store the request id with the start instead.
    /// </summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; private set; } = null!;

    /// <summary>
    /// The name of the workspace whose client started the run; null for the default one. It is known if the run's secret was remembered
    /// from its start. If secrets are configured it is null, because the service doesn't send it.
    /// </summary>
    public string? Workspace { get; private set; }

    internal void Set(IEnumerable<KeyValuePair<string, object?>> routeValues, string? workspace)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in routeValues)
        {
            values[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }

        RouteValues = values;
        Workspace = workspace;
    }
}
