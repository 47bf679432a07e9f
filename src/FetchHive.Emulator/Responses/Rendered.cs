using System;
using System.Collections.Generic;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// A response whose bytes are all known before the first one is sent. The headers don't include <c>Content-Length</c>.
/// </summary>
internal readonly record struct Rendered(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether HTTP allows no body with the status.</summary>
    public bool IsBodiless => IsBodilessStatus(StatusCode);

    public static bool IsBodilessStatus(int statusCode) => statusCode is 204 or 205 or 304;
}
