using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;

[assembly: AssemblyFixture(typeof(FetchHive.Package.Tests.Kit.Packages))]

namespace FetchHive.Package.Tests.Kit;

/// <summary>
/// Packs the whole solution once for all tests, with a version that no other run has, into its own feed outside the repository. Writes
/// nothing to the solution's own build folders, because a build may be using them at the same time.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    /// <summary>Set to 1 to keep the folder with the packages and the built consumers.</summary>
    private const string KeepVariable = "FETCHHIVE_KEEP_PACKAGE_TESTS";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly Lazy<Task<CommandResult>> _consumersBuild;

    /// <summary>Creates the fixture; nothing is packed yet.</summary>
    public Packages() =>
        _consumersBuild = new(() => Command.RunAsync(Consumers, Environment, Command.DotNet, "build", "Consumers.slnx", "-tl:off"));

    /// <summary>The folder of this run.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The folder with the packages.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The folder with the projects that use the packages. It is outside the repository, so that the repository's settings don't
    /// apply to them.</summary>
    public string Consumers => Path.Combine(Folder, "consumers");

    /// <summary>The version of all packages, such as <c>0.1.0-test.r1a2b3c4d</c>.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The environment of all builds of consumers.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["FetchHiveVersion"] = Version,
        ["NUGET_PACKAGES"] = Places.ConsumerPackages,
        ["NUGET_FALLBACK_PACKAGES"] = Places.PackageCache,
    };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "fetchhive-package-tests", _run)).FullName;
        CommandResult packing = await Command.RunAsync(
            Places.RepositoryRoot,
            new Dictionary<string, string?>(),
            Command.DotNet,
            "pack",
            "FetchHive.Generators.sln",
            "--version-suffix",
            $"test.r{_run}",
            "--artifacts-path",
            Path.Combine(Folder, "artifacts"),
            "--output",
            Feed,
            // The solution's own build runs the analyzers.
            "-p:RunAnalyzers=false",
            "-tl:off");
        packing.EnsureSuccess();
        Version = Open("FetchHive.Generators").Version;
        await ZipFile.ExtractToDirectoryAsync(PathOf("FetchHive.Generators"), Path.Combine(Folder, "unpacked"));
        CopyConsumers();
    }

    /// <summary>The names of all files that packing produced, in order.</summary>
    public string[] FileNames()
    {
        string[] names = Array.ConvertAll(Directory.GetFiles(Feed), path => Path.GetFileName(path)!);
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    /// <summary>
    /// Builds the solution of all consumers once for all test classes. The classes run at the same time, and two builds of one folder would
    /// interfere with each other.
    /// </summary>
    internal Task<CommandResult> BuildConsumersAsync() => _consumersBuild.Value;

    internal PackageFile Open(string id) => new(PathOf(id));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (System.Environment.GetEnvironmentVariable(KeepVariable) != "1")
        {
            Directory.Delete(Folder, recursive: true);
            RemoveFromCache();
        }

        return ValueTask.CompletedTask;
    }

    private string PathOf(string id)
    {
        string[] found = Directory.GetFiles(Feed, $"{id}.*test.r{_run}.nupkg");
        return found.Length == 1
            ? found[0]
            : throw new InvalidOperationException(
            $"Packing gave {found.Length} packages {id} where one was expected; the feed has: {string.Join(", ", FileNames())}");
    }

    private void CopyConsumers()
    {
        string source = Path.Combine(Places.RepositoryRoot, "tests", "FetchHive.Package.Tests", "Consumers");
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(Consumers, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.Copy(Path.Combine(Places.RepositoryRoot, "global.json"), Path.Combine(Consumers, "global.json"));
    }

    private void RemoveFromCache()
    {
        foreach (string package in Directory.Exists(Places.ConsumerPackages)
            ? Directory.GetDirectories(Places.ConsumerPackages, "fetchhive.*") : [])
        {
            foreach (string version in Directory.GetDirectories(package, $"*{_run}"))
            {
                Directory.Delete(version, recursive: true);
            }
        }
    }
}
