using System;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <summary>Resolves handlers from the request's scope.</summary>
internal static class HandlerService
{
    public static THandler Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(HttpContext context)
        where THandler : class
    {
        try
        {
            return context.RequestServices.GetRequiredService<THandler>();
        }
        catch (InvalidOperationException exception) when (RequestPartOf(typeof(THandler)) is { } part)
        {
            throw new InvalidOperationException(
                $"The handler {typeof(THandler)} takes {part.Name}, which isn't a service, and handlers only get services. Take an "
                + "IHttpContextAccessor, use its HttpContext, and register it: builder.Services.AddHttpContextAccessor().",
                exception);
        }
    }

    // Types that an endpoint's parameters may have, but a service's constructor may not.
    private static Type? RequestPartOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type handler)
    {
        foreach (ConstructorInfo constructor in handler.GetConstructors())
        {
            foreach (ParameterInfo parameter in constructor.GetParameters())
            {
                Type type = parameter.ParameterType;
                if (type == typeof(HttpContext) || type == typeof(HttpRequest) || type == typeof(HttpResponse))
                {
                    return type;
                }
            }
        }

        return null;
    }
}
