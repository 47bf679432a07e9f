using System;
using System.Buffers;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Requests;

/// <summary>A request's body: its bytes, and their JSON object or why they aren't one.</summary>
internal sealed class RequestBody
{
    private RequestBody(ReadOnlyMemory<byte> bytes, bool isTooLong)
    {
        Bytes = bytes;
        IsTooLong = isTooLong;
        if (!isTooLong)
        {
            Json = RequestJson.Parse(bytes, out string? problem);
            Problem = problem;
        }
    }

    /// <summary>A body that wasn't read.</summary>
    public static RequestBody Unread { get; } = new(default, isTooLong: true);

    public ReadOnlyMemory<byte> Bytes { get; }

    public bool IsTooLong { get; }

    /// <summary>The parsed object, or null. Then <see cref="Problem"/> says why, unless the body was too long to read.</summary>
    public JsonObject? Json { get; }

    public string? Problem { get; }

    /// <summary>
    /// Reads up to <paramref name="limit"/> bytes. The limit is ours and not the server's: the server would close the connection while the
    /// caller is still sending. Here the rest is drained while the 413 is sent.
    /// </summary>
    /// <exception cref="BadHttpRequestException">The body isn't valid HTTP.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return new RequestBody(default, isTooLong: true);
        }

        var bytes = new ArrayBufferWriter<byte>(Math.Max(256, (int)(request.ContentLength ?? 0)));
        while (true)
        {
            int read = await request.Body.ReadAsync(bytes.GetMemory(), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return new RequestBody(bytes.WrittenMemory, isTooLong: false);
            }

            bytes.Advance(read);
            if (bytes.WrittenCount > limit)
            {
                return new RequestBody(default, isTooLong: true);
            }
        }
    }
}
