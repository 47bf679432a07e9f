using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>A connection on which a test sends any bytes, as slowly as it likes.</summary>
internal sealed class RawSender : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawSender> ConnectAsync(
        Receiver receiver, int announced, string? signature, string contentType = "application/json")
    {
        RawSender sender = new();
        await sender._client.ConnectAsync(receiver.Client.BaseAddress!.Host, receiver.Client.BaseAddress.Port, Receiver.Token);
        string header = signature is null ? string.Empty : $"{CallbackSignature.HeaderName}: {signature}\r\n";
        string head = $"POST {Receiver.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {contentType}\r\n{header}";
        await sender.SendAsync(Encoding.UTF8.GetBytes($"{head}Content-Length: {announced}\r\n\r\n"));
        return sender;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _client.GetStream().WriteAsync(bytes, Receiver.Token);

    public async Task<int> StatusAsync()
    {
        using StreamReader reader = new(_client.GetStream(), Encoding.ASCII, leaveOpen: true);
        string line = await reader.ReadLineAsync(Receiver.Token) ?? throw new IOException("The connection was closed without a response.");
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => _client.Dispose();
}
