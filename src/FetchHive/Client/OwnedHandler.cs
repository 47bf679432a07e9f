using System;
using System.Net.Http;

namespace FetchHive;

/// <summary>Creates the handler of clients that own their connections, with and without dependency injection.</summary>
internal static class OwnedHandler
{
    /// <summary>Creates the handler.</summary>
    /// <param name="endpoint">The address that calls are sent to.</param>
#if NET
    public static SocketsHttpHandler Create(Uri endpoint) => new()
    {
        // A redirect would send the inputs to an address that nobody configured.
        AllowAutoRedirect = false,

        // Connecting to a host that doesn't respond shouldn't take the system's two minutes before the next attempt.
        ConnectTimeout = TimeSpan.FromSeconds(30),

        // Connections are renewed regularly, so that a change of the host's address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        UseProxy = UsesProxy(endpoint),
    };
#else
    public static HttpClientHandler Create(Uri endpoint) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = UsesProxy(endpoint),
    };
#endif

    // Unencrypted http is for loopback only (OptionsRules). The proxy of `http_proxy` would see the key in clear text, and couldn't reach
    // this machine's loopback anyway.
    private static bool UsesProxy(Uri endpoint) => endpoint.Scheme != Uri.UriSchemeHttp;
}
