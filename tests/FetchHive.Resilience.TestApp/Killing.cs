using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Resilience.TestApp;

/// <summary>Kills the process after the journal has the record that a row is sent, and before the row's first byte is sent.</summary>
internal sealed class KillingHandler(int times) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _sent;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sent) == times)
        {
            Kill.Now();
        }

        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Kills the process before a response is written to the journal, in the middle of it, or before it is flushed.</summary>
internal sealed class KillingFile(string path, string point, int times) : JournalFile(path)
{
    private int _responses;
    private bool _diesAtFlush;

    public override void Write(long offset, byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("\"s\":\"answered\""u8) >= 0 && ++_responses == times)
        {
            switch (point)
            {
                case "response":
                    Kill.Now();
                    break;
                case "torn":
                    base.Write(offset, bytes[..(bytes.Length / 2)]);
                    Kill.Now();
                    break;
                case "flush":
                    _diesAtFlush = true;
                    break;
                default:
                    break;
            }
        }

        base.Write(offset, bytes);
    }

    public override void FlushToDisk()
    {
        if (_diesAtFlush)
        {
            Kill.Now();
        }

        base.FlushToDisk();
    }
}

internal static class Kill
{
    /// <summary>Kills the process like SIGKILL. Doesn't return.</summary>
    public static void Now()
    {
        using Process own = Process.GetCurrentProcess();
        own.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
