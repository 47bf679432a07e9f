using System;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FetchHive.AspNetCore;

/// <summary>Which content types a callback may have.</summary>
internal static class ContentTypes
{
    // The common names of UTF-8, and of ASCII, which is a subset of it. An empty name says nothing.
    private static readonly string[] Charsets = ["", "utf-8", "utf8", "us-ascii", "ascii"];

    /// <summary>
    /// Whether a body is JSON in UTF-8, by its content type. Assumption: the service doesn't document the content type of its callbacks,
    /// and their body is JSON. A missing content type passes, because the signature decides anyway.
    /// <see cref="FetchHiveCallbackOptions.AcceptAnyContentType"/> turns the check off.
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
        return isJson && (!type.Charset.HasValue || IsUtf8(HeaderUtilities.RemoveQuotes(type.Charset).Trim()));
    }

    private static bool IsUtf8(StringSegment charset)
    {
        foreach (string name in Charsets)
        {
            if (Is(charset, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(StringSegment value, string expected) => value.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
