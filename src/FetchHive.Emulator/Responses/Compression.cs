using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// Brotli and gzip for whole bodies. The framework's middleware does this too, but it needs a container and doesn't always compress small
/// bodies. Here a caller who accepts an encoding always gets it, so that its decoding is tested.
/// </summary>
internal static class Compression
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    /// <summary>The caller's preferred encoding among the supported ones (Brotli on a tie), or null for none.</summary>
    public static string? Choose(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out IList<StringWithQualityHeaderValue>? accepted))
        {
            return null;
        }

        string? best = null;
        double bestQuality = 0;
        foreach (StringWithQualityHeaderValue encoding in accepted)
        {
            double quality = encoding.Quality ?? 1;
            bool isBrotli = encoding.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase);
            if ((isBrotli || encoding.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase))
                && (quality > bestQuality || (quality == bestQuality && quality > 0 && isBrotli)))
            {
                best = isBrotli ? Brotli : Gzip;
                bestQuality = quality;
            }
        }

        return best;
    }

    public static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> body, string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == Brotli
            ? new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(body.Span);
        }

        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }
}
