using System;
using System.Diagnostics;
using System.Net.Http;

namespace FetchHive.Benchmarks.Processes;

/// <summary>A running <see cref="LoopbackService"/>.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly string _address;
    private byte[]? _expected;

    public ServiceProcess()
    {
        _process = Process.Start(DotNet.Describe(DotNet.Host, typeof(ServiceProcess).Assembly.Location, LoopbackService.Argument))!;
        _address = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The service ended before it listened; what it printed says why.");
        BaseAddress = new Uri(_address + "/v1");
    }

    public Uri BaseAddress { get; }

    /// <summary>Checks that the last request has the same bytes as the first one that was checked, so that no contestant does less
    /// work.</summary>
    public void CheckSame(string name)
    {
        byte[] body = _http.GetByteArrayAsync(new Uri(_address + LoopbackService.LastBodyPath)).GetAwaiter().GetResult();
        _expected ??= body;
        if (!_expected.AsSpan().SequenceEqual(body))
        {
            throw new InvalidOperationException(
                $"'{name}' sent another body than what it is compared to: {body.Length} bytes, not {_expected.Length}, or others.");
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
