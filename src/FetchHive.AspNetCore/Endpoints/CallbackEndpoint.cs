using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <summary>
/// Creates endpoints. They use <see cref="RequestDelegate"/>s only: binding arbitrary delegates needs reflection or another generator.
/// </summary>
internal static class CallbackEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Post];

    public static CallbackEndpointBuilder<T> Map<T>(
        IEndpointRouteBuilder endpoints,
        string pattern,
        CallbackContract<T> contract,
        Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handle)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(contract);
        CallbackReceiver receiver = endpoints.ServiceProvider.GetService<CallbackReceiver>() ?? throw new InvalidOperationException(
            "The services for callbacks are missing. Add them before the application is built: "
            + "builder.Services.AddFetchHiveCallbacks(builder.Configuration.GetSection(\"FetchHive:Callbacks\")).");
        endpoints.ServiceProvider.GetRequiredService<MappedEndpoints>().Add(contract);
        endpoints.ServiceProvider.GetRequiredService<UnusedSecrets>().Watch();

        HandlerOf<T> handler = new();
        if (handle is not null)
        {
            handler.Set(handle, contract);
        }

        IEndpointConventionBuilder endpoint = endpoints
            .MapMethods(pattern, Methods, context => receiver.ReceiveAsync(context, contract, handler.Handle))
            .WithDisplayName($"Fetch Hive callback {contract}")
            .WithMetadata(EndpointContract.Of(contract));
        endpoint.Finally(AllowAnonymous);
        return new CallbackEndpointBuilder<T>(endpoint, endpoints.ServiceProvider, contract, handler);
    }

    // The signature identifies the sender, and the service can't log in. So a fallback policy, which is for endpoints without authorization
    // settings, doesn't apply here. Authorization that was set on the endpoint or its group does: AllowAnonymous would silently switch it
    // off.
    private static void AllowAnonymous(EndpointBuilder endpoint)
    {
        foreach (object item in endpoint.Metadata)
        {
            if (item is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData)
            {
                return;
            }
        }

        endpoint.Metadata.Add(new AllowAnonymousAttribute());
    }
}
