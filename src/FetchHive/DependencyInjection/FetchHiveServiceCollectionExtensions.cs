using System;
using FetchHive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Fetch Hive clients.</summary>
/// <remarks>
/// Each method registers a <see cref="FetchHiveClient"/> as a singleton on an HttpClient of <c>IHttpClientFactory</c>. The options are
/// validated when the host starts, or when the client is first resolved. Registering a workspace again adds to its options and registers
/// nothing twice.
/// </remarks>
public static class FetchHiveServiceCollectionExtensions
{
    /// <summary>
    /// Adds the default workspace, with the key from <c>FETCH_HIVE_API_KEY</c> and default options, or what
    /// <c>Configure&lt;FetchHiveOptions&gt;</c> sets elsewhere.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>A builder to add deployments to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static FetchHiveBuilder AddFetchHive(this IServiceCollection services) => Workspace.Add(services, name: null);

    /// <summary>Adds the default workspace, with options set by code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder to add deployments to.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FetchHiveBuilder AddFetchHive(this IServiceCollection services, Action<FetchHiveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        FetchHiveBuilder builder = Workspace.Add(services, name: null);
        services.Configure(Options.Options.DefaultName, configure);
        return builder;
    }

    /// <summary>Adds the default workspace, with options bound from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">A section with the options' names as keys. A scalar key with another name is an error; sections inside
    /// it are ignored.</param>
    /// <returns>A builder to add deployments to.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FetchHiveBuilder AddFetchHive(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        FetchHiveBuilder builder = Workspace.Add(services, name: null);
        ConfigurationBinding.Bind(services, name: null, configuration);
        return builder;
    }

    /// <summary>
    /// Adds a named workspace; its services are keyed by the name (<c>[FromKeyedServices("eu")]</c>). Its key comes from
    /// <c>Configure&lt;FetchHiveOptions&gt;(name, …)</c> and never from the environment variable.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The workspace's name; not null, empty or white space.</param>
    /// <returns>A builder to add deployments to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
    public static FetchHiveBuilder AddFetchHive(this IServiceCollection services, string name) =>
        Workspace.Add(services, Workspace.Checked(name));

    /// <summary>
    /// Adds a named workspace, with options set by code; its services are keyed by the name (<c>[FromKeyedServices("eu")]</c>).
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The workspace's name; not null, empty or white space.</param>
    /// <param name="configure">Sets the options, including the key.</param>
    /// <returns>A builder to add deployments to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
    public static FetchHiveBuilder AddFetchHive(this IServiceCollection services, string name, Action<FetchHiveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        FetchHiveBuilder builder = Workspace.Add(services, Workspace.Checked(name));
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>
    /// Adds a named workspace, with options bound from configuration; its services are keyed by the name
    /// (<c>[FromKeyedServices("eu")]</c>).
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The workspace's name; not null, empty or white space.</param>
    /// <param name="configuration">A section with the options' names as keys, including the API key.</param>
    /// <returns>A builder to add deployments to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configuration"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
    public static FetchHiveBuilder AddFetchHive(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        FetchHiveBuilder builder = Workspace.Add(services, Workspace.Checked(name));
        ConfigurationBinding.Bind(services, name, configuration);
        return builder;
    }
}
