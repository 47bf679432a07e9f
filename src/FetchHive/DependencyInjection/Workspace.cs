using System;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FetchHive;

/// <summary>The registration of one workspace: options and their checks, an HttpClient, a client.</summary>
internal static class Workspace
{
    public static string Checked(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentException(
            "The workspace's name is null, empty or white space. Give it a name, the key of its services, or leave the name out for the "
                + "default workspace.",
            nameof(name))
        : name;

    public static FetchHiveBuilder Add(IServiceCollection services, string? name)
    {
        ArgumentNullException.ThrowIfNull(services);

        string clientName = KeyHandlerFilter.ClientNameOf(name);

        // A workspace's services are registered only once, however often the workspace is added.
        if (Find(services, name) is { } added)
        {
            // The descriptors may have been copied from another collection. What is added next belongs to this collection.
            return added.Services == services ? added : new FetchHiveBuilder(services, name, services.AddHttpClient(clientName));
        }

        FetchHiveBuilder builder = new(services, name, services.AddHttpClient(clientName));
        services.AddSingleton(new Marker(builder));
        services.AddOptions<FetchHiveOptions>(name ?? Options.DefaultName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FetchHiveOptions>, OptionsValidator>());
        AddConnections(builder.HttpClientBuilder, name);
        AddClient(services, name, clientName);
        return builder;
    }

    private static FetchHiveBuilder? Find(IServiceCollection services, string? name)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is Marker marker && marker.Builder.Name == name)
            {
                return marker.Builder;
            }
        }

        return null;
    }

    private static void AddConnections(IHttpClientBuilder http, string? name)
    {
        // This runs before any other configuration for this client's name: handlers that are already there come from the defaults for all
        // clients.
        DefaultResilienceHandlers.TakeOff(http);

        // The call has its own time limit, which also covers reading the response.
        http.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        http.ConfigurePrimaryHttpMessageHandler(provider => OwnedHandler.Create(OptionsOf(provider, name).BaseAddress));

        KeyHandlerFilter.Add(http.Services);
    }

    private static void AddClient(IServiceCollection services, string? name, string clientName)
    {
        if (name is null)
        {
            services.TryAddSingleton(provider => Create(provider, null, clientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name, clientName));
        }
    }

    private static FetchHiveClient Create(IServiceProvider provider, string? name, string clientName)
    {
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
        ILoggerFactory? loggerFactory = provider.GetService<ILoggerFactory>();
        string? environmentKey = Environment.GetEnvironmentVariable(OptionsRules.EnvironmentVariable);
        ClientSettings settings = ClientSettings.Create(OptionsOf(provider, name), name, environmentKey);

        // Another factory, such as one in a test, doesn't use our handler.
        bool hasKeyHandler = factory.GetType().Assembly == typeof(HttpClientFactoryOptions).Assembly;

        // One HttpClient for each attempt, as the factory intends: it replaces the handlers regularly, and an HttpClient that is kept would
        // never get the new ones.
        return new FetchHiveClient(
            settings,
            _ => RequestChannel.Of(() => factory.CreateClient(clientName), hasKeyHandler),
            loggerFactory,
            Observers(provider, name));
    }

    private static FetchHiveOptions OptionsOf(IServiceProvider provider, string? name) =>
        provider.GetRequiredService<IOptionsMonitor<FetchHiveOptions>>().Get(name ?? Options.DefaultName);

    // All workspaces share the observers. Each start names its workspace.
    private static CallbackRunObservers? Observers(IServiceProvider provider, string? name)
    {
        ICallbackRunObserver[] observers = [.. provider.GetServices<ICallbackRunObserver>()];
        return observers.Length == 0
            ? null
            : new CallbackRunObservers(observers, provider.GetRequiredService<ILoggerFactory>().CreateLogger("FetchHive.Callbacks"), name);
    }

    private sealed class Marker(FetchHiveBuilder builder)
    {
        public FetchHiveBuilder Builder { get; } = builder;
    }
}
