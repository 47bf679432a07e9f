using System;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FetchHive.AspNetCore;

/// <summary>Which content types a callback may have.</summary>
internal static class ContentTypes
{
    /// <summary>
    /// Whether a body is JSON in UTF-8, by what is said of it. Assumption: the service doesn't document the type of its callbacks; JSON is what their body is. That nothing is said
    /// is let pass, since the signature decides anyway. <see cref="FetchHiveCallbackOptions.AcceptAnyContentType"/> is the switch.
    /// </summary>
    public static bool IsJson(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return true;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type))
        {
            return false;
        }

        bool isJson = Is(type.MediaType, "application/json") || Is(type.MediaType, "text/json") || Is(type.Suffix, "json");
        return isJson && (!type.Charset.HasValue || Is(HeaderUtilities.RemoveQuotes(type.Charset), "utf-8"));
    }

    private static bool Is(StringSegment value, string expected) => value.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
