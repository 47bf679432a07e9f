using System.Globalization;
using System.IO;
using FetchHive.Benchmarks.Generation;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>A project on disk that is built as a user's is: the library is a reference, and the generator, the analyzers and the fixes are
/// analyzers of the compiler.</summary>
internal sealed class ConsumerProject
{
    private readonly string _project;
    private readonly string _artifacts;
    private readonly CompilerServer _server;

    public ConsumerProject(TemporaryFolder folder, CompilerServer server, string name, int interfaces, int unrelated)
    {
        _project = folder.Combine(name, name + ".csproj");
        _artifacts = folder.Combine("artifacts");
        _server = server;
        string sources = Path.GetDirectoryName(_project)!;
        Directory.CreateDirectory(sources);
        File.WriteAllText(_project, Text());
        for (int i = 0; i < interfaces + unrelated; i++)
        {
            File.WriteAllText(
                Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"File{i}.cs")),
                i < interfaces ? Sources.Interface(i, 0) : Sources.Unrelated(i, 0));
        }

        // With everything that it may reference, which is built only now.
        DotNet.Run(Repository.Root, "build", _project, "-c", "Release", "--artifacts-path", _artifacts, "-p:UseSharedCompilation=false",
            "-tl:off");
    }

    /// <summary>Compiles the project.</summary>
    /// <param name="kind">With what of ours.</param>
    /// <param name="inServer">In the compiler server, as builds after the first do; or in a new process.</param>
    public BuildReport Build(BuildKind kind, bool inServer) => BuildReport.Parse(DotNet.Run(
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
        // Where the compiler's report is printed.
        "-v:detailed",
        "-clp:PerformanceSummary",
        "-p:ReportAnalyzer=true",
        "-p:BuildKind=" + kind,
        inServer ? "-p:UseSharedCompilation=true" : "-p:UseSharedCompilation=false",
        _server.Property));

    /// <summary>Ends the compiler server that this project's builds started.</summary>
    public void EndServer() => _server.End(DotNet.Run(Repository.Root, "msbuild", _project, "-getProperty:RoslynTargetsPath").Trim());

    private static string Text() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="{Source("FetchHive")}" />
          </ItemGroup>
          <ItemGroup Condition="'$(BuildKind)' == '' or '$(BuildKind)' == '{BuildKind.Generator}'">
            <ProjectReference Include="{Source("FetchHive.Generators")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            <ProjectReference Include="{Source("FetchHive.Generators.CodeFixes")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
          </ItemGroup>
          <ItemGroup Condition="'$(BuildKind)' == '' or '$(BuildKind)' == '{BuildKind.Asking}'">
            <ProjectReference Include="{Path.Combine(Repository.Root, "tests", "FetchHive.Benchmarks", "Programs", "Asking", "Asking.csproj")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
          </ItemGroup>
        </Project>
        """;

    private static string Source(string name) => Path.Combine(Repository.Root, "src", name, name + ".csproj");
}
