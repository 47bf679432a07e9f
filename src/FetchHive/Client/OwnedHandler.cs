using System;
using System.Net.Http;

namespace FetchHive;

/// <summary>The handler of clients that own their connections, with and without dependency injection.</summary>
internal static class OwnedHandler
{
#if NET
    public static SocketsHttpHandler Create() => new()
    {
        // A redirect would resend the inputs to an address nobody chose.
        AllowAutoRedirect = false,

        // A host that doesn't answer at all shouldn't take the system's two minutes before the next attempt.
        ConnectTimeout = TimeSpan.FromSeconds(30),

        // Connections are remade now and then, so that a change of the host's address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
#else
    public static HttpClientHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
    };
#endif
}
