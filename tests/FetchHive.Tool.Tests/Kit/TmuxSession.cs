using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>The program in a terminal, for which tmux stands in: what a person sees, and the keys that they press.</summary>
internal sealed class TmuxSession : IAsyncDisposable
{
    private readonly string _socket = "fetchhive-" + Guid.NewGuid().ToString("N");

    /// <summary>Whether this machine has tmux.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    public static async Task<TmuxSession> StartAsync(WorkFolder folder, params string[] arguments)
    {
        TmuxSession session = new();
        string[] variables = [.. folder.Environment.SelectMany(variable => (string[])["-e", $"{variable.Key}={variable.Value}"])];
        await session.TmuxAsync(
        [
            "-u", "-f", "/dev/null", "new-session", "-d", "-x", "140", "-y", "40", "-c", folder.Path, .. variables,
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ToolProcess.Tool, .. arguments,
            ";", "set-option", "remain-on-exit", "on",
        ]);
        return session;
    }

    public Task PressAsync(string key) => TmuxAsync("send-keys", key);

    /// <summary>Waits until the screen shows a text, and returns the whole screen.</summary>
    public async Task<string> ScreenWithAsync(string text)
    {
        long start = Stopwatch.GetTimestamp();
        string screen = await TmuxAsync("capture-pane", "-p");
        while (!screen.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < ToolProcess.Patience, $"There is no '{text}':\n{screen}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
            screen = await TmuxAsync("capture-pane", "-p");
        }

        return screen;
    }

    public async ValueTask DisposeAsync() => await TmuxAsync("kill-server");

    private async Task<string> TmuxAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("tmux", ["-L", _socket, .. arguments]) { RedirectStandardOutput = true };
        using Process tmux = Process.Start(start)!;
        string output = await tmux.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tmux.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(tmux.ExitCode == 0, $"tmux {string.Join(' ', arguments)} ended with {tmux.ExitCode}.");
        return output;
    }
}
