using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <summary>Makes endpoints. Through <see cref="RequestDelegate"/>s only: binding arbitrary delegates needs reflection or another generator.</summary>
internal static class CallbackEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Post];

    public static IEndpointConventionBuilder Map<T>(
        IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler, params ReadOnlySpan<Type> services)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(contract);
        CallbackReceiver receiver = endpoints.ServiceProvider.GetService<CallbackReceiver>() ?? throw new InvalidOperationException(
            "The services for callbacks are missing. Add them before the application is built: builder.Services.AddFetchHiveCallbacks(builder.Configuration.GetSection(\"FetchHive:Callbacks\")).");
        RequireServices(endpoints.ServiceProvider, contract.ToString(), services);
        endpoints.ServiceProvider.GetRequiredService<MappedEndpoints>().Add(contract);
        endpoints.ServiceProvider.GetRequiredService<UnusedSecrets>().Watch();

        IEndpointConventionBuilder builder = endpoints
            .MapMethods(pattern, Methods, context => receiver.ReceiveAsync(context, contract, handler))
            .WithDisplayName($"Fetch Hive callback {contract}")
            .WithMetadata(CallbackTarget.Of(contract));
        builder.Finally(AllowAnonymous);
        return builder;
    }

    // The signature says who sends, and the service can't log in. So a fallback policy, which is meant for what nobody thought of, doesn't hold here.
    // Authorization that was asked for on the endpoint or its group does: AllowAnonymous would switch it off without a word.
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

    // With the first callback would be too late to learn it.
    private static void RequireServices(IServiceProvider provider, string contract, ReadOnlySpan<Type> services)
    {
        if (provider.GetService<IServiceProviderIsService>() is not { } known)
        {
            return;
        }

        foreach (Type service in services)
        {
            if (service == typeof(HttpContext) || service == typeof(HttpRequest) || service == typeof(HttpResponse))
            {
                throw new InvalidOperationException(
                    $"The handler of the callback {contract} takes {service.Name}, which is no service, and handlers are given services. "
                    + "Take an IHttpContextAccessor, whose HttpContext it is, and add it: builder.Services.AddHttpContextAccessor().");
            }

            if (!known.IsService(service))
            {
                throw new InvalidOperationException($"The handler of the callback {contract} needs a service of type {service}, and none is registered. Add it to builder.Services, such as builder.Services.AddScoped<{service.Name}>().");
            }
        }
    }
}
