using System;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// The raw connection of a request. Faults bypass the server: it would buffer bytes that must go out at once, complete responses that must
/// stay incomplete, and close connections gracefully that must be reset.
/// </summary>
internal sealed class Wire
{
    private readonly HttpContext _context;
    private readonly Socket _socket;

    private Wire(HttpContext context)
    {
        _context = context;
        _socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
    }

    public static Wire Of(HttpContext context) => new(context);

    /// <summary>Sends status line and headers. Without a length, the body ends with the connection.</summary>
    public ValueTask SendHeadAsync(Rendered response, long? contentLength)
    {
        StringBuilder head = new();
        head
            .Append("HTTP/1.1 ")
            .Append(response.StatusCode)
            .Append(' ')
            .Append(ReasonPhrases.GetReasonPhrase(response.StatusCode))
            .Append("\r\n");
        foreach ((string name, string value) in response.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (contentLength is { } length)
        {
            head.Append("Content-Length: ").Append(length).Append("\r\n");
        }

        head.Append("Connection: close\r\n\r\n");
        return SendAsync(Encoding.ASCII.GetBytes(head.ToString()));
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int sent = await _socket.SendAsync(bytes, SocketFlags.None, _context.RequestAborted).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    /// <summary>Waits until the caller hangs up or the emulator is stopping.</summary>
    public async Task UntilAbandonedAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (_context.RequestAborted.Register(static over => ((TaskCompletionSource)over!).TrySetResult(), over).ConfigureAwait(
            false))
        {
            await over.Task.ConfigureAwait(false);
        }

        _context.Abort();
    }

    public async Task EndAsync(ConnectionEnd end)
    {
        switch (end)
        {
            case ConnectionEnd.Reset:
                _socket.LingerState = new LingerOption(true, 0);
                _socket.Close();
                break;
            case ConnectionEnd.HalfClose:
                _socket.Shutdown(SocketShutdown.Send);
                await UntilAbandonedAsync().ConfigureAwait(false);
                break;
            default:
                _socket.Shutdown(SocketShutdown.Both);
                _socket.Close();
                break;
        }

        // The server must not answer in our place.
        _context.Abort();
    }
}
