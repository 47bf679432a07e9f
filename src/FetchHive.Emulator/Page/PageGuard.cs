using System;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Page;

/// <summary>
/// Keeps other sites away from the page. Any site that is open in a browser on this machine can send requests to loopback; it can't read
/// answers, unless it has its own name lead to loopback, and it can't set headers.
/// </summary>
internal sealed class PageGuard
{
    private const string TokenHeader = "X-Emulator-Token";

    /// <summary>What the page has to send with whatever changes something.</summary>
    public string Token { get; } = Secrets.NewPageToken();

    /// <summary>Why a request isn't the page's or its user's; null when it is.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!IsThisMachine(request.Host.Host))
        {
            return "The emulator's page is served as localhost and 127.0.0.1 only: open it under one of these names.";
        }

        // A browser says where a request comes from: "none" is the address bar.
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
        {
            // A link on another site may lead here, which shows its user the page and the other site nothing.
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
            : "This request isn't of the page that this emulator serves: load the page again.";
    }

    // The port isn't looked at: that of a container is often published under another number.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
