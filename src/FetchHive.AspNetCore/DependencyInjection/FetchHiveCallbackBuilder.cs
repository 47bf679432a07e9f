using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <summary>What <c>AddFetchHiveCallbacks</c> returns: the registration of callbacks, for packages that add stores.</summary>
public sealed class FetchHiveCallbackBuilder
{
    internal FetchHiveCallbackBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }
}
