using System;
using System.Net.Http;

namespace FetchHive;

/// <summary>Where a refusal points to, or came from, when that isn't the address that was called.</summary>
internal readonly struct RefusalAddress
{
    private RefusalAddress(string? redirectsTo, string? answeredBy)
    {
        RedirectsTo = redirectsTo;
        AnsweredBy = answeredBy;
    }

    /// <summary>The host that a redirect which was not followed leads to.</summary>
    public string? RedirectsTo { get; }

    /// <summary>The host that answered, when a redirect led to another one.</summary>
    public string? AnsweredBy { get; }

    public static RefusalAddress Of(CallContext call, HttpResponseMessage response)
    {
        Uri? endpoint = call.Settings?.Endpoint;
        Uri? location = response.Headers.Location;
        if (endpoint is not null && location is { IsAbsoluteUri: false })
        {
            Uri.TryCreate(endpoint, location, out location);
        }

        Uri? answered = response.RequestMessage?.RequestUri;
        return new RefusalAddress(
            location is { IsAbsoluteUri: true } ? Name(location) : null,
            endpoint is not null && answered is { IsAbsoluteUri: true } && Name(answered) != Name(endpoint) ? Name(answered) : null);
    }

    // Scheme, host and port; the path and the query of an address may hold a secret.
    private static string Name(Uri uri) => OutsideText.Quote(uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
}
