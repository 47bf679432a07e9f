using System;
using System.Diagnostics;

namespace FetchHive.Benchmarks.Processes;

/// <summary>
/// Runs a study in a process with the garbage collector that the compiler and its server run with: the server's. Under the workstation's,
/// which suits the calls, whatever allocates looks slower than it is in a build.
/// </summary>
internal static class CompilerLikeProcess
{
    private const string ServerCollector = "DOTNET_gcServer";

    /// <summary>Whether this process was started so.</summary>
    public static bool IsThis { get; } = Environment.GetEnvironmentVariable(ServerCollector) == "1";

    /// <summary>Runs this program with one argument, to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; what it printed says why.</exception>
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
