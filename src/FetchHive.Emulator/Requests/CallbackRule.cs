using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchHive.Emulator.Requests;

/// <summary>
/// <c>async</c> asks for callback delivery: <c>enabled</c>, and then <c>callback_url</c>. The two messages about the URL are the service's
/// own (documented at <c>workflows/error-handling</c>).
/// </summary>
internal static class CallbackRule
{
    public static string? Check(JsonNode? settings, FetchHiveEmulatorOptions options, out string? callbackUrl)
    {
        callbackUrl = null;
        if (settings is null)
        {
            return null;
        }

        if (settings is not JsonObject fields)
        {
            return "async must be an object with enabled and callback_url.";
        }

        if (options.UnknownFields == UnknownNames.Refuse)
        {
            foreach ((string name, _) in fields)
            {
                if (name is not ("enabled" or "callback_url"))
                {
                    return $"Unknown field: async.{name}. The known fields are enabled and callback_url.";
                }
            }
        }

        switch (fields["enabled"]?.GetValueKind())
        {
            case JsonValueKind.True:
                break;
            case JsonValueKind.False:
                return null;
            case null:
                return "async.enabled is required when async is sent.";
            default:
                return "async.enabled must be a boolean.";
        }

        if (fields["callback_url"] is not { } url)
        {
            return "callback_url is required when async is enabled";
        }

        if (url.GetValueKind() != JsonValueKind.String || !IsAcceptable(url.GetValue<string>(), options))
        {
            return "callback_url must be a valid URL";
        }

        callbackUrl = url.GetValue<string>();
        return null;
    }

    /// <summary>White space is refused first: .NET's own parser trims it, and others don't.</summary>
    private static bool IsAcceptable(string url, FetchHiveEmulatorOptions options) =>
        !url.AsSpan().ContainsAnyInRange('\0', ' ')
        && Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed)
        && parsed.Host.Length > 0
        && (parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && !options.CallbackUrlMustBeHttps));
}
