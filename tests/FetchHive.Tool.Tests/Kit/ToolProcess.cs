using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>The program in a separate process, with standard output and error redirected.</summary>
internal sealed class ToolProcess : IDisposable
{
    /// <summary>Long enough for any machine, short enough to end a test that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The path of the program.</summary>
    public static string Tool { get; } =
        typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Tool").Value!;

    private readonly Process _process;
    private readonly SharedWriter _output = new();
    private readonly SharedWriter _errors = new();
    private readonly Task _reading;

    private ToolProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _errors));
    }

    public static ToolProcess Start(WorkFolder folder, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder.Path,
        };
        start.ArgumentList.Add(Tool);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("FETCH_HIVE_API_KEY");
        foreach ((string name, string? value) in folder.Environment)
        {
            start.Environment[name] = value;
        }

        return new ToolProcess(Process.Start(start)!);
    }

    /// <summary>Sends a signal, as a terminal does for Ctrl+C.</summary>
    /// <param name="signal">One of <see cref="ProcessSignals"/>.</param>
    public void Signal(int signal) => ProcessSignals.Send(_process, signal);

    public async Task<ToolResult> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _reading;
        return new ToolResult(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    /// <summary>Waits until standard error contains a text.</summary>
    public async Task ErrorWithAsync(string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (!_errors.ToString().Contains(text, StringComparison.Ordinal))
        {
            Assert.False(
                _process.HasExited || Stopwatch.GetElapsedTime(start) > Patience, $"There is no '{text}':\n{_output}\n{_errors}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, SharedWriter writer)
    {
        char[] buffer = new char[1024];
        while (await reader.ReadAsync(buffer, TestContext.Current.CancellationToken) is var count and > 0)
        {
            writer.Write(new string(buffer, 0, count));
        }
    }
}
