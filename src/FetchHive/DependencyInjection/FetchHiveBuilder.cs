using System;
using System.ComponentModel;
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

    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The workspace's name, by which its keyed services are asked for; <see langword="null"/> for the default workspace.</summary>
    public string? Name { get; }

    /// <summary>The HttpClient of this workspace, to add handlers to.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>For generated code: registers a deployment's client as a singleton, keyed in a named workspace. Not meant to be called by hand.</summary>
    /// <typeparam name="TInterface">The annotated interface.</typeparam>
    /// <param name="create">Makes the generated client.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
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
