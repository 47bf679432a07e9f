using System;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Page;

/// <summary>
/// Keeps other sites away from the page. Any site that is open in a browser on this machine can send requests to loopback. It can't set
/// headers, and it can't read responses unless its own name resolves to loopback.
/// </summary>
internal sealed class PageGuard
{
    private const string TokenHeader = "X-Emulator-Token";

    /// <summary>The token that the page has to send with each request that changes something.</summary>
    public string Token { get; } = Secrets.NewPageToken();

    /// <summary>Why a request doesn't come from the page or its user; null when it does.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!IsThisMachine(request.Host.Host))
        {
            return "The emulator's page is served as localhost and 127.0.0.1 only: open it under one of these names.";
        }

        // A browser says where a request comes from: "none" is the address bar.
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
        {
            // A link on another site may lead here. It shows the page to its user and nothing to the other site.
            bool isVisit = request.Headers["Sec-Fetch-Mode"] == "navigate"
                && request.Headers["Sec-Fetch-Dest"] == "document"
                && request.Path == "/"
                && HttpMethods.IsGet(request.Method);
            if (!isVisit)
            {
                return "Another site sent this request.";
            }
        }

        return HttpMethods.IsGet(request.Method) ? null : ChangeRefusal(request);
    }

    private string? ChangeRefusal(HttpRequest request)
    {
        if (request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}")
        {
            return "Another site sent this request.";
        }

        return request.Headers[TokenHeader] is [{ } token] && Secrets.AreEqual(token, Token)
            ? null
            : "This request isn't from the page that this emulator serves: reload the page.";
    }

    // The port isn't checked: a container's port is often published under another number.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
