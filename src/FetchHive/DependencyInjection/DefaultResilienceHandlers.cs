using System;
using System.Collections.Generic;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FetchHive;

/// <summary>
/// Removes the resilience handlers that <c>ConfigureHttpClientDefaults</c> adds to every client, as the service defaults of .NET Aspire do.
/// They are meant for short requests that may be sent again: they would give up a run after seconds and start it again. So a workspace's
/// client doesn't use them.
/// </summary>
internal static class DefaultResilienceHandlers
{
    // Compared by name, so that the packages aren't needed.
    private static readonly string[] Packages = ["Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Http.Polly"];

    /// <summary>Removes the handlers that the defaults have added to the client so far, unless they are to be kept.</summary>
    public static void TakeOff(IHttpClientBuilder http)
    {
        string name = http.Name;
        http.ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
        {
            if (!provider.GetRequiredService<IOptionsMonitor<Choice>>().Get(name).Keeps)
            {
                TakeOff(handlers);
            }
        });
    }

    /// <summary>Keeps the handlers.</summary>
    public static void Keep(IHttpClientBuilder http) => http.Services.Configure<Choice>(http.Name, static choice => choice.Keeps = true);

    private static void TakeOff(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsForResilience(handlers[i].GetType()))
            {
                handlers.RemoveAt(i);
            }
        }
    }

    private static bool IsForResilience(Type handler)
    {
        for (Type? type = handler; type is not null && type != typeof(DelegatingHandler); type = type.BaseType)
        {
            if (Array.IndexOf(Packages, type.Assembly.GetName().Name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    internal sealed class Choice
    {
        public bool Keeps { get; set; }
    }
}
