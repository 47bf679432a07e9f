using System;
using System.IO;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>A compiler server with a name that no other build uses, so that it compiles nothing else and can be ended.</summary>
internal sealed class CompilerServer
{
    private readonly string _name = "fetchhive-benchmarks-" + Guid.NewGuid().ToString("N");

    /// <summary>The MSBuild property that makes a build use this server.</summary>
    public string Property => "-p:SharedCompilationId=" + _name;

    /// <summary>Ends the server. Does nothing if it isn't running.</summary>
    /// <param name="compilerFolder">The SDK's folder with the compiler.</param>
    public void End(string compilerFolder) =>
        DotNet.Run(Repository.Root, Path.Combine(compilerFolder, "bincore", "VBCSCompiler.dll"), "-pipename:" + _name, "-shutdown");
}
