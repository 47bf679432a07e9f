using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using FetchHive.Benchmarks.Generation;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>A project on disk that is built like a user's: with the library, and with our analyzers in the compiler.</summary>
internal sealed class ConsumerProject
{
    private const string Package = "FetchHive.Generators";
    private const string Suffix = "benchmark";

    private readonly string _project;
    private readonly string _artifacts;
    private readonly CompilerServer _server;

    /// <summary>A project with our library, and with what <see cref="BuildKind"/> says.</summary>
    public ConsumerProject(TemporaryFolder folder, CompilerServer server, string name, int interfaces, int unrelated)
        : this(folder, server, name, OfOurs, Files(interfaces, unrelated))
    {
    }

    /// <summary>A project with its own references.</summary>
    /// <param name="folder">The folder for the project and its build output.</param>
    /// <param name="server">The server that compiles the project.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="items">The XML of its references.</param>
    /// <param name="files">The texts of its files.</param>
    public ConsumerProject(TemporaryFolder folder, CompilerServer server, string name, string items, IEnumerable<string> files)
    {
        _project = folder.Combine(name, name + ".csproj");
        _artifacts = folder.Combine("artifacts");
        _server = server;
        string sources = Path.GetDirectoryName(_project)!;
        Directory.CreateDirectory(sources);
        File.WriteAllText(_project, Text(items));
        int number = 0;
        foreach (string file in files)
        {
            File.WriteAllText(Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"File{number++}.cs")), file);
        }

        // Also builds all projects that it may reference.
        DotNet.Run(
            Repository.Root,
            "build",
            _project,
            "-c",
            "Release",
            "--artifacts-path",
            _artifacts,
            "-p:UseSharedCompilation=false",
            "-tl:off",
            PackageVersions);
    }

    /// <summary>Packs the library and returns the reference to its package, with its dependencies, as a user's project has it.</summary>
    /// <param name="folder">The folder for the package.</param>
    public static string Packed(TemporaryFolder folder)
    {
        string feed = folder.Combine("feed");
        DotNet.Run(
            Repository.Root,
            "pack",
            "FetchHive.Generators.sln",
            "--version-suffix",
            Suffix,
            "--artifacts-path",
            folder.Combine("packing"),
            "--output",
            feed,
            "-p:RunAnalyzers=false",
            "-p:UseSharedCompilation=false",
            "-tl:off");
        string file = Path.GetFileNameWithoutExtension(Directory.GetFiles(feed, $"{Package}.*-{Suffix}.nupkg")[0]);

        // The package goes to a cache of its own: nothing may find it there later.
        return $"""
            </ItemGroup>
            <PropertyGroup>
              <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
              <RestorePackagesPath>{folder.Combine("packages")}</RestorePackagesPath>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="{Package}" VersionOverride="{file[(Package.Length + 1)..]}" />
            """;
    }

    /// <summary>Compiles the project.</summary>
    /// <param name="kind">Which of our analyzers and generators it is built with.</param>
    /// <param name="inServer">Whether the compiler server compiles, as in all builds after the first; otherwise a new process does.</param>
    public BuildReport Build(BuildKind kind, bool inServer) => BuildReport.OfBuild(DotNet.Run(
        Repository.Root,
        "build",
        _project,
        "-c",
        "Release",
        "--artifacts-path",
        _artifacts,
        "--no-restore",
        "--no-dependencies",
        "--no-incremental",
        "-tl:off",
        // Only this verbosity prints the compiler's report.
        "-v:detailed",
        "-clp:PerformanceSummary",
        "-p:ReportAnalyzer=true",
        "-p:BuildKind=" + kind,
        PackageVersions,
        inServer ? "-p:UseSharedCompilation=true" : "-p:UseSharedCompilation=false",
        _server.Property));

    /// <summary>The project's folder.</summary>
    public string Folder => Path.GetDirectoryName(_project)!;

    /// <summary>The SDK's folder with the compiler.</summary>
    public string CompilerFolder => DotNet.Run(Repository.Root, "msbuild", _project, "-getProperty:RoslynTargetsPath").Trim();

    /// <summary>Ends the compiler server that this project's builds started.</summary>
    public void EndServer() => _server.End(CompilerFolder);

    /// <summary>Writes the arguments with which MSBuild would call the compiler to a file.</summary>
    /// <returns>The file.</returns>
    public string WriteResponseFile()
    {
        string json = DotNet.Run(
            Folder,
            "msbuild",
            _project,
            "-t:Compile",
            "-p:Configuration=Release",
            "-p:ArtifactsPath=" + _artifacts,
            "-p:ProvideCommandLineArgs=true",
            "-p:SkipCompilerExecution=true",
            "-p:NonExistentFile=none",
            PackageVersions,
            "-getItem:CscCommandLineArgs");
        using JsonDocument document = JsonDocument.Parse(json);
        List<string> lines = [];
        foreach (JsonElement argument in document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray())
        {
            string text = argument.GetProperty("Identity").GetString()!;
            if (text != "/noconfig")
            {
                bool needsQuotes = text.Contains(' ', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal);
                lines.Add(needsQuotes ? $"\"{text}\"" : text);
            }
        }

        string file = Path.ChangeExtension(_project, ".rsp");
        File.WriteAllLines(file, lines);
        return file;
    }

    private static string PackageVersions => "-p:DirectoryPackagesPropsPath=" + Path.Combine(Repository.Root, "Directory.Packages.props");

    private static string OfOurs => $"""
        </ItemGroup>
        <ItemGroup>
          <ProjectReference Include="{Source("FetchHive")}" />
        </ItemGroup>
        <ItemGroup Condition="'$(BuildKind)' == '' or '$(BuildKind)' == '{BuildKind.Generator}'">
          {Analyzers}
        </ItemGroup>
        <ItemGroup Condition="'$(BuildKind)' == '' or '$(BuildKind)' == '{BuildKind.Asking}'">
          {Analyzer(Path.Combine(Repository.Root, "tests", "FetchHive.Benchmarks", "Programs", "Asking", "Asking.csproj"))}
        """;

    private static string Analyzers =>
        Analyzer(Source("FetchHive.Generators")) + Analyzer(Source("FetchHive.Generators.CodeFixes"));

    private static string Text(string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """;

    private static IEnumerable<string> Files(int interfaces, int unrelated)
    {
        for (int i = 0; i < interfaces + unrelated; i++)
        {
            yield return i < interfaces ? Sources.Interface(i, 0) : Sources.Unrelated(i, 0);
        }
    }

    private static string Source(string name) => Path.Combine(Repository.Root, "src", name, name + ".csproj");

    private static string Analyzer(string project) =>
        $"""<ProjectReference Include="{project}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />""";
}
