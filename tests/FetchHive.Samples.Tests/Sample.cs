using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Samples.Tests;

/// <summary>A sample that runs in a separate process.</summary>
internal sealed class Sample : IDisposable
{
    /// <summary>Long enough for any machine, short enough to end a test that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private Sample(Process process)
    {
        _process = process;
    }

    public static Sample Start(string name, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The tests use the emulator, even if this machine's environment has a key.
        start.Environment.Remove("FETCH_HIVE_API_KEY");
        return new Sample(Process.Start(start)!);
    }

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string name, params string[] arguments)
    {
        using Sample sample = Start(name, arguments);
        return await sample.EndAsync();
    }

    /// <summary>Waits for the end, and returns the rest of the output.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Task<string> output = _process.StandardOutput.ReadToEndAsync(token);
        Task<string> errors = _process.StandardError.ReadToEndAsync(token);
        await _process.WaitForExitAsync(token).WaitAsync(Patience, token);
        return (_process.ExitCode, await output, await errors);
    }

    /// <summary>Sends what Ctrl+C sends. Doesn't work on Windows.</summary>
    public void Interrupt() => ProcessSignals.Send(_process, ProcessSignals.Interrupt);

    public async Task<string?> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(Patience, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
