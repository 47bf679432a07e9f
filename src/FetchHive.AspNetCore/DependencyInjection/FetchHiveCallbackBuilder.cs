using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <summary>Returned by <c>AddFetchHiveCallbacks</c>, so that packages can add stores.</summary>
public sealed class FetchHiveCallbackBuilder
{
    internal FetchHiveCallbackBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that callbacks were added to.</summary>
    public IServiceCollection Services { get; }
}
