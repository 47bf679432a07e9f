using System;
using FetchHive;
using FetchHive.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the services that receive callbacks and wait for them.</summary>
/// <remarks>
/// The settings are checked when the host starts, or when an endpoint is mapped. Services that are already registered, such as a
/// <see cref="TimeProvider"/> or a store, are used. Calling a method again adds to the options and registers nothing twice.
/// </remarks>
public static class FetchHiveCallbackServiceCollectionExtensions
{
    /// <summary>
    /// Adds callbacks, with options that <c>Configure&lt;FetchHiveCallbackOptions&gt;</c> sets elsewhere. For a deployment without
    /// configured secrets, each run's callback is verified by the secret that came with its start.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>A builder for the stores.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static FetchHiveCallbackBuilder AddFetchHiveCallbacks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddServices(services);
        return new FetchHiveCallbackBuilder(services);
    }

    /// <summary>Adds callbacks, with options set in code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the stores.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FetchHiveCallbackBuilder AddFetchHiveCallbacks(
        this IServiceCollection services, Action<FetchHiveCallbackOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        FetchHiveCallbackBuilder builder = services.AddFetchHiveCallbacks();
        services.Configure(configure);
        return builder;
    }

    /// <summary>Adds callbacks, with options bound from configuration and read again when it changes.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">A section with the options' names as keys; a key with another name is an error.</param>
    /// <returns>A builder for the stores.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FetchHiveCallbackBuilder AddFetchHiveCallbacks(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        FetchHiveCallbackBuilder builder = services.AddFetchHiveCallbacks();
        services.AddSingleton<IConfigureOptions<FetchHiveCallbackOptions>>(new CallbackConfiguration(configuration));
        services.AddSingleton<IOptionsChangeTokenSource<FetchHiveCallbackOptions>>(
            new ConfigurationChangeTokenSource<FetchHiveCallbackOptions>(configuration));
        return builder;
    }

    // Hand-written factories need no reflection and can create types that aren't public.
    private static void AddServices(IServiceCollection services)
    {
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static p => new LiveSettings(
            p.GetRequiredService<IOptionsMonitor<FetchHiveCallbackOptions>>(), p.GetRequiredService<ILoggerFactory>()));
        services.AddOptions<StartUp>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StartUp>, StartUpCheck>(static p => new StartUpCheck(p)));

        services.TryAddSingleton<ICallbackEventStore>(static p => new InProcessEventStore(p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ICallbackResultStore>(static p => new InProcessResultStore(p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ICallbackRunStore>(static p => new InProcessRunStore(p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ICallbackStartStore>(static p => new InProcessStartStore(p.GetRequiredService<TimeProvider>()));

        services.TryAddSingleton<MappedEndpoints>();
        services.TryAddSingleton(static p => new UnusedSecrets(
            p.GetRequiredService<LiveSettings>(),
            p.GetRequiredService<MappedEndpoints>(),
            p.GetRequiredService<ILoggerFactory>(),
            p.GetService<IHostApplicationLifetime>()));
        services.TryAddSingleton<HoldRoom>();
        services.TryAddSingleton(static p => new BodyRoom(p.GetRequiredService<LiveSettings>()));
        services.TryAddSingleton(static p => new RunMemory(
            p.GetRequiredService<LiveSettings>(),
            p.GetRequiredService<ICallbackRunStore>(),
            p.GetRequiredService<ICallbackStartStore>(),
            p.GetRequiredService<ILoggerFactory>(),
            p.GetService<IHostEnvironment>()));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<ICallbackRunObserver, RunMemory>(static p => p.GetRequiredService<RunMemory>()));
        services.TryAddSingleton(static p => new CallbackVerifier(
            p.GetRequiredService<LiveSettings>(),
            p.GetRequiredService<ICallbackRunStore>(),
            p.GetRequiredService<ICallbackStartStore>(),
            p.GetRequiredService<HoldRoom>(),
            p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static p => new OncePerEvent(
            p.GetRequiredService<ICallbackEventStore>(), p.GetRequiredService<LiveSettings>(), p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton(static p => new SignatureDiagnosis(
            p.GetRequiredService<LiveSettings>(),
            p.GetRequiredService<ICallbackRunStore>(),
            p.GetService<IOptionsMonitor<FetchHiveOptions>>(),
            p.GetService<IHostEnvironment>(),
            p.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton(static p => new CallbackReceiver(
            p.GetRequiredService<LiveSettings>(),
            p.GetRequiredService<CallbackVerifier>(),
            p.GetRequiredService<BodyRoom>(),
            p.GetRequiredService<OncePerEvent>(),
            p.GetRequiredService<ICallbackResultStore>(),
            p.GetRequiredService<LocalRuns>(),
            p.GetRequiredService<SignatureDiagnosis>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILoggerFactory>(),
            p.GetService<IHostApplicationLifetime>()));
        services.TryAddSingleton(static p => new LocalRuns(
            p.GetRequiredService<LiveSettings>(),
            p.GetRequiredService<ICallbackResultStore>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILoggerFactory>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICallbackRunObserver, LocalRuns>(static p =>
            p.GetRequiredService<LocalRuns>()));
        services.TryAddScoped(static _ => new CallbackRequest());
        services.TryAddSingleton<IEndpointAddressScheme<EndpointContract>>(static p =>
            new CallbackAddressScheme(p.GetRequiredService<EndpointDataSource>()));
        services.TryAddSingleton(static p => new ApplicationEnd(p.GetService<IHostApplicationLifetime>()));
        services.TryAddSingleton(static p => new CallbackRunTracker(
            new ResultWaiter(
                p.GetRequiredService<LiveSettings>(),
                p.GetRequiredService<ICallbackResultStore>(),
                p.GetRequiredService<MappedEndpoints>(),
                new RunLookup(
                    p.GetRequiredService<LiveSettings>(),
                    p.GetRequiredService<LocalRuns>(),
                    p.GetRequiredService<ICallbackRunStore>(),
                    workspace => workspace is null ? p.GetService<FetchHiveClient>() : p.GetKeyedService<FetchHiveClient>(workspace),
                    p.GetRequiredService<TimeProvider>(),
                    p.GetRequiredService<ILoggerFactory>()),
                p.GetRequiredService<ApplicationEnd>(),
                p.GetRequiredService<TimeProvider>()),
            p.GetRequiredService<RunMemory>(),
            p.GetRequiredService<LocalRuns>(),
            p.GetRequiredService<MappedEndpoints>(),
            new CallbackUrls(p.GetRequiredService<LiveSettings>(), p)));
    }
}
