using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace FetchHive;

/// <summary>
/// Puts <see cref="KeyHandler"/> beneath everything that the application configures for a workspace's HttpClient, however and in whatever
/// order: filters run after all of that.
/// </summary>
internal sealed class KeyHandlerFilter : IHttpMessageHandlerBuilderFilter
{
    // Not just "FetchHive": an application may use that name for one of its own clients.
    private const string DefaultClient = "FetchHive.Workspace";
    private const string NamedClient = DefaultClient + ":";

    /// <summary>The name of a workspace's HttpClient.</summary>
    public static string ClientNameOf(string? workspace) => workspace is null ? DefaultClient : NamedClient + workspace;

    /// <summary>Adds the filter, once.</summary>
    public static void Add(IServiceCollection services)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (!service.IsKeyedService && service.ImplementationType == typeof(KeyHandlerFilter))
            {
                return;
            }
        }

        // Inserted first, so it wraps the filters that others add. If another filter replaces the primary handler, as test kits do, that
        // happens before this filter adds the key handler.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, KeyHandlerFilter>());
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is { } name && (name == DefaultClient || name.StartsWith(NamedClient, StringComparison.Ordinal)))
        {
            builder.PrimaryHandler = new KeyHandler(builder.PrimaryHandler);
        }
    };
}
