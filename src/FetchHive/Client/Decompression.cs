using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;

namespace FetchHive;

/// <summary>
/// Asks for compressed responses and reads them. Done here and not by the handler, so that it also works through a caller's HttpClient
/// whose handler isn't set up for it; where it is, the handler decompresses and takes the response's Content-Encoding away.
/// </summary>
internal static class Decompression
{
#if NET
    public const string Accepted = "br, gzip";
#else
    public const string Accepted = "gzip";
#endif

    /// <summary>The response's encoding as sent; null when it has none.</summary>
    public static string? EncodingOf(HttpContent content)
    {
#if NET
        // Looked up without parsing: most answers to a test server have none, and a collection for each call would be for nothing.
        return content.Headers.NonValidated.TryGetValues("Content-Encoding", out System.Net.Http.Headers.HeaderStringValues values)
            ? values.ToString()
            : null;
#else
        return content.Headers.TryGetValues("Content-Encoding", out System.Collections.Generic.IEnumerable<string>? values)
            ? string.Join(", ", values) : null;
#endif
    }

    /// <summary>Wraps a body in what decompresses it; null for an encoding that wasn't asked for.</summary>
    public static Stream? Decompress(Stream body, string encoding)
    {
        if (Is(encoding, "gzip") || Is(encoding, "x-gzip"))
        {
            return new GZipStream(body, CompressionMode.Decompress);
        }

#if NET
        if (Is(encoding, "br"))
        {
            return new BrotliStream(body, CompressionMode.Decompress);
        }
#endif
        return null;
    }

    private static bool Is(string encoding, string name) => string.Equals(encoding, name, StringComparison.OrdinalIgnoreCase);
}
