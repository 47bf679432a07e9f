using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>The addresses of mapped endpoints, in the form that the service gets.</summary>
internal sealed class CallbackUrls(LiveSettings settings, IServiceProvider services)
{
    public Uri Of<T>(CallbackContract<T> contract, RouteValueDictionary values)
    {
        EndpointContract target = EndpointContract.Of(contract);
        RoutePattern pattern = PatternOf(target, contract.ToString());
        foreach (string name in values.Keys)
        {
            // The value would become part of the query, which no handler sees.
            if (pattern.GetParameter(name) is null)
            {
                throw new ArgumentException(
                    $"The route '{pattern.RawText}' of the callback {contract} has no parameter '{name}'. Correct the name, or add "
                    + $"{{{name}}} to the "
                    + "pattern.",
                    nameof(values));
            }
        }

        Uri root = settings.Current.PublicBaseAddress ?? OwnLoopbackAddress() ?? throw new InvalidOperationException(
            "The address under which the service reaches this application isn't known. Set FetchHiveCallbackOptions.PublicBaseAddress "
            + "(FetchHive:Callbacks:PublicBaseAddress in the "
            + "configuration), such as https://reports.example.");
        string address = services.GetRequiredService<LinkGenerator>().GetUriByAddress(
            target,
            values,
            root.Scheme,
            root.IsDefaultPort ? new HostString(root.Host) : new HostString(root.Host, root.Port),
            new PathString(root.AbsolutePath.TrimEnd('/'))) ?? throw new ArgumentException(
            $"The route '{pattern.RawText}' of the callback {contract} needs values that were not given, or that don't meet its "
            + "constraints. "
            + $"Give them by name, such as GetCallbackUrl(contract, new() {{ [\"{NameOf(pattern)}\"] = … }}).",
            nameof(values));
        return new Uri(address);
    }

    private static string NameOf(RoutePattern pattern) => pattern.Parameters.Count == 0 ? "id" : pattern.Parameters[0].Name;

    private RoutePattern PatternOf(EndpointContract target, string contract)
    {
        RoutePattern? pattern = null;
        IEnumerable<Endpoint> endpoints = services.GetService<IEndpointAddressScheme<EndpointContract>>()?.FindEndpoints(target) ?? [];
        foreach (Endpoint endpoint in endpoints)
        {
            if (endpoint is RouteEndpoint route)
            {
                pattern = pattern is null ? route.RoutePattern : throw new InvalidOperationException(
                    $"The callback {contract} is mapped at '{pattern.RawText}' and at '{route.RoutePattern.RawText}', so it has more "
                    + "than one address. Choose "
                    + "one: name that endpoint (WithName) and get its URL from LinkGenerator.");
            }
        }

        return pattern ?? throw new InvalidOperationException(
            $"No endpoint is mapped for the callback {contract}, so it has no address here. Map one with "
            + "app.MapFetchHiveCallback(pattern, contract); its address is known once the "
            + "application has started.");
    }

    // A service on loopback (the emulator) is on this machine. The real one can't reach loopback.
    private Uri? OwnLoopbackAddress()
    {
        if (!IsServiceOnLoopback() || services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>() is not { } feature)
        {
            return null;
        }

        foreach (string text in feature.Addresses)
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.IsLoopback && address.Port != 0)
            {
                return address;
            }
        }

        return null;
    }

    private bool IsServiceOnLoopback()
    {
        try
        {
            FetchHiveOptions? options = services.GetService<IOptionsMonitor<FetchHiveOptions>>()?.CurrentValue;
            return options?.BaseAddress is { IsAbsoluteUri: true, IsLoopback: true };
        }
        catch (OptionsValidationException)
        {
            // There is no default workspace.
            return false;
        }
    }
}
