using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A beginning, and then the same piece again and again. There is no Content-Length, so the size isn't announced.</summary>
internal sealed class EndlessResponse : EmulatorResponse
{
    private const int PieceLength = 1 << 20;

    private static readonly byte[] Beginning =
        """{"request_id":"req_019d52846ea37682b03522fd0695cc43","run_status":"completed","output":" """u8[..^1].ToArray();

    private readonly Rendered _head;
    private readonly byte[] _beginning;
    private readonly byte[] _piece;
    private readonly long _pieces;

    private EndlessResponse(Rendered head, byte[] beginning, byte[] piece, long pieces)
    {
        _head = head;
        _beginning = beginning;
        _piece = piece;
        _pieces = pieces;
    }

    public static EndlessResponse Uncompressed(int statusCode) => new(Head(statusCode), Beginning, Letters(), long.MaxValue);

    public static EndlessResponse Compressed(long length) =>
        new(
            Head(200, new KeyValuePair<string, string>("Content-Encoding", "gzip")),
            Gzip(Beginning),
            Gzip(Letters()),
            Math.Max(1, length / PieceLength));

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        Wire wire = Wire.Of(context);
        answering(_head.StatusCode);
        await wire.SendHeadAsync(_head, contentLength: null).ConfigureAwait(false);
        await wire.SendAsync(_beginning).ConfigureAwait(false);
        for (long i = 0; i < _pieces; i++)
        {
            await wire.SendAsync(_piece).ConfigureAwait(false);
        }

        await wire.EndAsync(ConnectionEnd.Close).ConfigureAwait(false);
    }

    private static Rendered Head(int statusCode, params KeyValuePair<string, string>[] headers) =>
        new(statusCode, [new("Content-Type", "application/json"), .. headers], default);

    private static byte[] Letters()
    {
        byte[] letters = new byte[PieceLength];
        letters.AsSpan().Fill((byte)'x');
        return letters;
    }

    // A gzip stream may consist of several members, so one compressed piece serves for any length.
    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
