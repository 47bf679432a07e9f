using System;
using System.IO;

namespace FetchHive.Benchmarks.Processes;

/// <summary>A folder that is deleted when the study is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("fetchhive-benchmarks-").FullName;

    public string Combine(params string[] names) => Path.Combine([FullName, .. names]);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
