using System;
using System.IO;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>A compiler server under a name that no other build has, so that it knows of nothing else and can be ended.</summary>
internal sealed class CompilerServer
{
    private readonly string _name = "fetchhive-benchmarks-" + Guid.NewGuid().ToString("N");

    /// <summary>Makes a build use it.</summary>
    public string Property => "-p:SharedCompilationId=" + _name;

    /// <summary>Ends the server; nothing happens when it doesn't run.</summary>
    /// <param name="compilerFolder">Where the SDK has its compiler.</param>
    public void End(string compilerFolder) =>
        DotNet.Run(Repository.Root, Path.Combine(compilerFolder, "bincore", "VBCSCompiler.dll"), "-pipename:" + _name, "-shutdown");
}
