using System;
using System.Diagnostics;
using System.IO;
using FetchHive.Benchmarks.Processes;

namespace FetchHive.Benchmarks.Builds;

/// <summary>
/// A compiler server that is asked directly, without MSBuild: on a machine with few cores, MSBuild's own work would run beside the
/// compiler's.
/// </summary>
internal sealed class CompilerProcess : IDisposable
{
    private readonly string _folder;
    private readonly string _name = "fetchhive-benchmarks-" + Guid.NewGuid().ToString("N");
    private readonly Process _server;

    /// <summary>Starts the server.</summary>
    /// <param name="compilerFolder">The SDK's folder with the compiler.</param>
    public CompilerProcess(string compilerFolder)
    {
        _folder = Path.Combine(compilerFolder, "bincore");
        _server = Process.Start(
            DotNet.Describe(DotNet.Host, Path.Combine(_folder, "VBCSCompiler.dll"), "-pipename:" + _name))
            ?? throw new InvalidOperationException("The compiler server didn't start.");
    }

    /// <summary>Compiles a project.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="responseFile">The file with the compiler's arguments.</param>
    /// <exception cref="InvalidOperationException">The compiler failed, or another process compiled.</exception>
    public BuildReport Compile(string folder, string responseFile)
    {
        double before = ProcessorTime();
        long started = Stopwatch.GetTimestamp();
        string output = DotNet.Run(
            folder, Path.Combine(_folder, "csc.dll"), "/shared:" + _name, "/noconfig", "/reportanalyzer", "@" + responseFile);
        double elapsed = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        double processor = ProcessorTime() - before;
        return processor > 0
            ? BuildReport.OfCompiler(output, elapsed) with { Processor = processor }
            : throw new InvalidOperationException("The compiler server wasn't used.");
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private double ProcessorTime()
    {
        _server.Refresh();
        return _server.TotalProcessorTime.TotalNanoseconds;
    }
}
