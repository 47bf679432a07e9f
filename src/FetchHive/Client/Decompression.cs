using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;

namespace FetchHive;

/// <summary>
/// Asks for compressed responses and decompresses them. This is done here and not by the handler, so that it also works with a caller's
/// HttpClient whose handler doesn't decompress. A handler that does removes the response's Content-Encoding.
/// </summary>
internal static class Decompression
{
#if NET
    public const string Accepted = "br, gzip";
#else
    public const string Accepted = "gzip";
#endif

    /// <summary>The response's encoding as sent; null if it has none.</summary>
    public static string? EncodingOf(HttpContent content)
    {
#if NET
        // Looked up without parsing, which would create a collection for each call.
        return content.Headers.NonValidated.TryGetValues("Content-Encoding", out System.Net.Http.Headers.HeaderStringValues values)
            ? values.ToString()
            : null;
#else
        return content.Headers.TryGetValues("Content-Encoding", out System.Collections.Generic.IEnumerable<string>? values)
            ? string.Join(", ", values) : null;
#endif
    }

    /// <summary>Wraps a body in a decompressing stream; null for an encoding that wasn't asked for.</summary>
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
