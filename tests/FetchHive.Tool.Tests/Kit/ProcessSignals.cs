using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>Signals to programs that a test starts. Not on Windows.</summary>
internal static class ProcessSignals
{
    /// <summary>The signal of Ctrl+C, SIGINT.</summary>
    public const int Interrupt = 2;

    /// <summary>The signal that asks a program to end, SIGTERM.</summary>
    public const int Terminate = 15;

    /// <summary>Whether child processes ignore SIGINT, as background processes of a shell do.</summary>
    public static bool AreInterruptsIgnored()
    {
        const string Ignored = "SigIgn:";
        const long Mask = 1 << (Interrupt - 1);
        string? signals = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith(Ignored, StringComparison.Ordinal))
            : null;
        return signals is not null && (Convert.ToInt64(signals[Ignored.Length..].Trim(), 16) & Mask) != 0;
    }

    public static void Send(Process process, int signal) => Assert.Equal(0, Kill(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
