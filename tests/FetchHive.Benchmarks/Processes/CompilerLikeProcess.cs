using System;
using System.Diagnostics;

namespace FetchHive.Benchmarks.Processes;

/// <summary>
/// Runs a study in a process with the server garbage collector, which the compiler and its server use. With the workstation garbage
/// collector, which the studies of calls use, code that allocates looks slower than it is in a build.
/// </summary>
internal static class CompilerLikeProcess
{
    private const string ServerCollector = "DOTNET_gcServer";

    /// <summary>Whether this process has the server garbage collector.</summary>
    public static bool IsThis { get; } = Environment.GetEnvironmentVariable(ServerCollector) == "1";

    /// <summary>Runs this program with one argument, to its end.</summary>
    /// <exception cref="InvalidOperationException">The process failed; its output says why.</exception>
    public static void Run(string study)
    {
        ProcessStartInfo start = DotNet.Describe(DotNet.Host, typeof(CompilerLikeProcess).Assembly.Location, study);
        start.RedirectStandardInput = start.RedirectStandardOutput = false;
        start.Environment[ServerCollector] = "1";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The study '{study}' ended with exit code {process.ExitCode}; what it printed says why.");
        }
    }
}
