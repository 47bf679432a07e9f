using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Tests.Kit;

/// <summary>A response of the <see cref="LoopbackServer"/>.</summary>
internal sealed class Response
{
    private readonly List<string> _headers = [];

    private Response(int status, byte[] body)
    {
        Status = status;
        Bytes = body;
    }

    public int Status { get; }

    public byte[] Bytes { get; private set; }

    /// <summary>How many bytes of the body are sent before the connection is closed; null for the whole body.</summary>
    public int? CutAt { get; private init; }

    public bool IsChunked { get; private set; }

    public bool IsNever { get; private init; }

    public bool IsHangUp { get; private init; }

    public static Response Json(string json, int status = 200) =>
        new Response(status, Encoding.UTF8.GetBytes(json)).With("Content-Type", "application/json");

    public static Response Completed(string output) =>
        Json($$"""{"request_id":"req_019d52846ea37682b03522fd0695cc43","run_status":"completed","output":{{output}}}""");

    public static Response Text(string body, string contentType, int status = 200) =>
        new Response(status, Encoding.UTF8.GetBytes(body)).With("Content-Type", contentType);

    public static Response Raw(byte[] body, int status = 200) => new(status, body);

    /// <summary>Sends nothing and keeps the connection open.</summary>
    public static Response Never() => new(200, []) { IsNever = true };

    /// <summary>Closes the connection without a response.</summary>
    public static Response HangUp() => new(200, []) { IsHangUp = true };

    /// <summary>Announces the whole body and closes the connection in the middle of it.</summary>
    public static Response Cut(string json, int at, int status = 200) => new(status, Encoding.UTF8.GetBytes(json)) { CutAt = at };

    public Response With(string header, string value)
    {
        _headers.Add($"{header}: {value}");
        return this;
    }

    public Response Chunked()
    {
        IsChunked = true;
        return this;
    }

    public Response Encoded(string encoding)
    {
        using MemoryStream target = new();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Optimal),
            "br" => new BrotliStream(target, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(target, CompressionLevel.Optimal),
            _ => throw new ArgumentException(encoding, nameof(encoding)),
        })
        {
            stream.Write(Bytes);
        }

        Bytes = target.ToArray();
        return With("Content-Encoding", encoding);
    }

    /// <summary>Writes the response.</summary>
    /// <returns>Whether the connection can be used again.</returns>
    public async Task<bool> WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (IsHangUp)
        {
            return false;
        }

        if (IsNever)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        StringBuilder head = new($"HTTP/1.1 {Status} Whatever\r\n");
        foreach (string header in _headers)
        {
            head.Append(header).Append("\r\n");
        }

        head.Append(IsChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {Bytes.Length}").Append("\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), cancellationToken);
        if (IsChunked)
        {
            // Chunks of odd sizes, so that a reader meets every kind of boundary.
            for (int start = 0, size = 1; start < Bytes.Length; start += size, size = (size * 2) + 1)
            {
                int count = Math.Min(size, Bytes.Length - start);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{count:x}\r\n"), cancellationToken);
                await stream.WriteAsync(Bytes.AsMemory(start, count), cancellationToken);
                await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
            }

            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
        }
        else
        {
            await stream.WriteAsync(Bytes.AsMemory(0, CutAt ?? Bytes.Length), cancellationToken);
        }

        await stream.FlushAsync(cancellationToken);
        return CutAt is null;
    }
}
