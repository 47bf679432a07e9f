using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FetchHive;

/// <summary>What <c>AddFetchHive</c> returns: one workspace's registration, to add deployments to.</summary>
public sealed class FetchHiveBuilder
{
    internal FetchHiveBuilder(IServiceCollection services, string? name, IHttpClientBuilder httpClientBuilder)
    {
        Services = services;
        Name = name;
        HttpClientBuilder = httpClientBuilder;
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// The workspace's name, by which its keyed services are asked for; <see langword="null"/> for the default workspace.
    /// </summary>
    public string? Name { get; }

    /// <summary>
    /// The HttpClient of this workspace, to add handlers to. No handler can send a call twice: a retry or hedging handler that tries it
    /// ends the call instead. The key is added after all handlers, so neither they nor a logger sees it.
    /// </summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>
    /// Keeps the resilience handlers (of <c>Microsoft.Extensions.Http.Resilience</c> or <c>.Polly</c>) that
    /// <c>ConfigureHttpClientDefaults</c> puts on every client. By default they are removed: they are made for short requests that may be
    /// sent again. A run can take minutes, so their timeouts would end the wait for it, and their retries are blocked. Handlers that you
    /// add on <see cref="HttpClientBuilder"/> always stay.
    /// </summary>
    /// <returns>This builder.</returns>
    public FetchHiveBuilder KeepDefaultResilienceHandlers()
    {
        DefaultResilienceHandlers.Keep(HttpClientBuilder);
        return this;
    }

    /// <summary>
    /// Registers a deployment's client as a singleton, keyed in a named workspace. The generated <c>Add…</c> of an interface calls it. Call
    /// it directly for two interfaces with the same name, whose <c>Add…</c> are ambiguous if both namespaces are in use.
    /// </summary>
    /// <typeparam name="TInterface">The annotated interface.</typeparam>
    /// <param name="create">Makes the client: the interface's generated <c>Create</c>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public FetchHiveBuilder AddDeployment<TInterface>(Func<FetchHiveClient, TInterface> create)
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Name is null)
        {
            Services.TryAddSingleton(provider => create(provider.GetRequiredService<FetchHiveClient>()));
        }
        else
        {
            Services.TryAddKeyedSingleton(Name, (provider, key) => create(provider.GetRequiredKeyedService<FetchHiveClient>(key)));
        }

        return this;
    }
}
