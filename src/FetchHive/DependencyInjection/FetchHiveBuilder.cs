using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FetchHive;

/// <summary>The registration of one workspace, to which you add deployments. <c>AddFetchHive</c> returns it.</summary>
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
    /// The workspace's name, which is the key of its services; <see langword="null"/> for the default workspace.
    /// </summary>
    public string? Name { get; }

    /// <summary>
    /// The HttpClient of this workspace, to add handlers to. No handler can send a call twice: a retry or hedging handler that tries to
    /// ends the call instead. The key is added after all handlers, so neither they nor a logger sees it.
    /// </summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>
    /// Keeps the resilience handlers (of <c>Microsoft.Extensions.Http.Resilience</c> or <c>.Polly</c>) that
    /// <c>ConfigureHttpClientDefaults</c> adds to every client. By default they are removed: they are made for short requests that may be
    /// sent again. A run can take minutes, so their timeouts would end the wait for it, and their retries are blocked. Handlers that you
    /// add with <see cref="HttpClientBuilder"/> are always kept.
    /// </summary>
    /// <returns>This builder.</returns>
    public FetchHiveBuilder KeepDefaultResilienceHandlers()
    {
        DefaultResilienceHandlers.Keep(HttpClientBuilder);
        return this;
    }

    /// <summary>
    /// Registers a deployment's client as a singleton, which is keyed in a named workspace. An interface's generated <c>Add…</c> method
    /// calls this. Call it directly for two interfaces with the same name, because their <c>Add…</c> methods are ambiguous if both
    /// namespaces are imported.
    /// </summary>
    /// <typeparam name="TInterface">The annotated interface.</typeparam>
    /// <param name="create">Creates the client: the interface's generated <c>Create</c> method.</param>
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
