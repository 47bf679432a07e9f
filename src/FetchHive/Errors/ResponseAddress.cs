using System;
using System.Net.Http;

namespace FetchHive;

/// <summary>
/// The address that a response points to or came from, if it isn't the one that was called. Only scheme, host and port: the rest of an
/// address may contain a secret.
/// </summary>
internal static class ResponseAddress
{
    /// <summary>The target of a redirect that wasn't followed.</summary>
    public static string? RedirectedTo(CallContext call, HttpResponseMessage response)
    {
        Uri? location = response.Headers.Location;
        if (location is { IsAbsoluteUri: false } && call.Settings is { } settings)
        {
            Uri.TryCreate(settings.Endpoint, location, out location);
        }

        return location is { IsAbsoluteUri: true } ? Name(location) : null;
    }

    /// <summary>The server that answered, if it isn't the one that the request was sent to: a handler followed a redirect.</summary>
    public static string? AnsweredBy(CallContext call, HttpResponseMessage response)
    {
        Uri? answered = response.RequestMessage?.RequestUri;
        return answered is { IsAbsoluteUri: true } && !IsSameServer(answered, call.Settings?.Endpoint) ? Name(answered) : null;
    }

    public static bool IsSameServer(Uri? one, Uri? other) => ReferenceEquals(one, other)
        || (one is { IsAbsoluteUri: true } && other is not null
            && Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0);

    private static string Name(Uri uri) => OutsideText.Quote(uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
}
