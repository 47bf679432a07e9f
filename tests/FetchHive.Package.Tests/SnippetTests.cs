using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>Snippets in projects that only add the package and the file.</summary>
public sealed class SnippetTests(Packages packages, BuiltConsumers consumers) : IClassFixture<BuiltConsumers>
{
    [Fact]
    public async Task A_console_application_has_its_snippets_beside_it() =>
        Assert.Equal(["fetchhive/SnippetConsole/brief.fetchhive.sh"], await consumers.RunAsync("SnippetConsole"));

    [Fact]
    public async Task Tests_of_a_library_for_several_frameworks_deploy_its_snippets() =>
        Assert.Equal(["A brief"], await consumers.RunAsync("SnippetTests", dependencies: "SnippetLibrary"));

    [Fact]
    public async Task An_input_that_was_renamed_in_the_snippet_breaks_the_build_at_the_parameter()
    {
        string folder = CopySample();
        Assert.Empty(await BuildAsync(folder));

        Edit(Path.Combine(folder, "research-brief.fetchhive.sh"), "\"topic\"", "\"topik\"");

        Assert.StartsWith(
            "Workflows.cs(15,16): error FH5002: 'research-brief.fetchhive.sh' has no input 'topic': it has 'topik'",
            Assert.Single(await BuildAsync(folder)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_web_application_never_publishes_snippets(string isOn)
    {
        string folder = Path.Combine(packages.Folder, "published-" + isOn);

        CommandResult publish = await Command.RunAsync(
            Copy("SnippetWeb", "Published" + isOn),
            packages.Environment,
            Command.DotNet, "publish", "-tl:off", "-o", folder, "-p:EnableDefaultFetchHiveSnippets=" + isOn);

        publish.EnsureSuccess().EnsureClean();
        Assert.True(File.Exists(Path.Combine(folder, "appsettings.json")));
        Assert.Empty(Directory.GetFiles(folder, "*.fetchhive.*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_project_that_opted_out_compiles_only_what_it_names_itself()
    {
        string folder = Copy("SnippetConsole", "OptedOut");
        Write(folder, "broken.fetchhive.sh", "Hello");
        Edit(
            Path.Combine(folder, "SnippetConsole.csproj"),
            "</PropertyGroup>", "<EnableDefaultFetchHiveSnippets>false</EnableDefaultFetchHiveSnippets></PropertyGroup>");
        Assert.Empty(await BuildAsync(folder));
        Assert.False(Directory.Exists(Path.Combine(folder, "bin", "Debug", "net10.0", "fetchhive")));

        Edit(Path.Combine(folder, "SnippetConsole.csproj"), "<ItemGroup>",
            "<ItemGroup><FetchHiveSnippet Include=\"broken.fetchhive.sh\" />");

        Assert.StartsWith("broken.fetchhive.sh(1,1): error FH5001", Assert.Single(await BuildAsync(folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_can_remove_a_file()
    {
        string folder = Copy("SnippetConsole", "Removed");
        Write(folder, "broken.fetchhive.sh", "Hello");

        Edit(Path.Combine(folder, "SnippetConsole.csproj"), "<ItemGroup>",
            "<ItemGroup><FetchHiveSnippet Remove=\"broken.fetchhive.sh\" />");

        Assert.Empty(await BuildAsync(folder));
    }

    [Fact]
    public async Task Files_that_are_added_changed_and_deleted_between_two_builds_are_seen()
    {
        string folder = Copy("SnippetConsole", "Incremental");
        Assert.Empty(await BuildAsync(folder));

        // Older than the build output, like a file from an archive or from another branch.
        string added = Write(folder, "added.fetchhive.sh", "Hello");
        File.SetLastWriteTimeUtc(added, DateTime.UtcNow.AddYears(-1));
        Assert.StartsWith("added.fetchhive.sh(1,1): error FH5001", Assert.Single(await BuildAsync(folder)), StringComparison.Ordinal);

        File.Copy(Path.Combine(folder, "brief.fetchhive.sh"), added, overwrite: true);
        Edit(added, "research-brief", "another");
        Assert.Empty(await BuildAsync(folder));
        Assert.Equal(["added.fetchhive.sh", "brief.fetchhive.sh"], Copied(folder));

        Write(folder, "added.fetchhive.sh", "Hello again");
        Assert.StartsWith("added.fetchhive.sh(1,1): error FH5001", Assert.Single(await BuildAsync(folder)), StringComparison.Ordinal);

        File.Delete(added);
        Assert.Empty(await BuildAsync(folder));
        Assert.Equal(["brief.fetchhive.sh"], Copied(folder));
    }

    [Fact]
    public async Task A_copy_in_a_folder_of_the_project_is_not_taken_for_a_snippet()
    {
        string folder = Copy("SnippetConsole", "OwnOutput");
        Edit(Path.Combine(folder, "SnippetConsole.csproj"), "</PropertyGroup>", "<OutputPath>out/</OutputPath></PropertyGroup>");

        Assert.Empty(await BuildAsync(folder));
        Assert.Empty(await BuildAsync(folder));

        Assert.Single(Directory.GetFiles(Path.Combine(folder, "out"), "*.fetchhive.sh", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Severities_come_from_a_global_config_and_from_NoWarn()
    {
        string folder = Copy("SnippetConsole", "Severities");
        Write(folder, "broken.fetchhive.sh", "Hello");
        Write(folder, ".globalconfig", "is_global = true\ndotnet_diagnostic.FH5001.severity = warning\n");
        Assert.StartsWith("broken.fetchhive.sh(1,1): warning FH5001", Assert.Single(await BuildAsync(folder)), StringComparison.Ordinal);

        Edit(Path.Combine(folder, "SnippetConsole.csproj"), "</PropertyGroup>", "<NoWarn>$(NoWarn);FH5001</NoWarn></PropertyGroup>");

        Assert.Empty(await BuildAsync(folder));
    }

    [Fact]
    public async Task A_project_can_ask_for_a_snippet_of_each_deployment_and_lift_warnings_to_errors()
    {
        string folder = Copy("SnippetConsole", "Strict");
        Edit(Path.Combine(folder, "brief.fetchhive.sh"), "\"topic\"", "\"tone\": \"dry\", \"topic\"");
        Write(folder, "Summary.cs", """
            [FetchHive.FetchHiveDeployment("summary", "production")]
            public partial interface ISummary { Task<string> RunAsync(string text, CancellationToken token = default); }
            """);
        Edit(
            Path.Combine(folder, "SnippetConsole.csproj"),
            "</PropertyGroup>",
            "<WarningsAsErrors>FH5003</WarningsAsErrors><FetchHiveRequireSnippets>true</FetchHiveRequireSnippets></PropertyGroup>");

        Assert.Equal(
            ["Program.cs(11,18): error FH5003", "Summary.cs(1,32): error FH5007"],
            (await BuildAsync(folder)).Select(line => string.Join(':', line.Split(':')[..2])).Order(StringComparer.Ordinal));
    }

    /// <summary>Copies the sample to a project that references the packages instead of the projects in the repository.</summary>
    private string CopySample()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Consumers, "ResearchBrief")).FullName;
        string sample = Path.Combine(Places.RepositoryRoot, "samples", "ResearchBrief");
        foreach (string file in (string[])[.. Directory.GetFiles(sample, "*.cs"), .. Directory.GetFiles(sample, "*.fetchhive.*")])
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Write(folder, "ResearchBrief.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FetchHive.Emulator" Version="$(FetchHiveVersion)" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    private string Copy(string consumer, string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Consumers, name)).FullName;
        string source = Path.Combine(Places.RepositoryRoot, "tests", "FetchHive.Package.Tests", "Consumers", consumer);
        foreach (string file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    /// <summary>Builds a project, and returns its errors and warnings without folders, each once.</summary>
    private async Task<IReadOnlyList<string>> BuildAsync(string folder)
    {
        CommandResult build = await Command.RunAsync(folder, packages.Environment, Command.DotNet, "build", "-tl:off");
        string prefix = folder + Path.DirectorySeparatorChar;
        return [.. build.Findings().Select(line => line.Replace(prefix, "", StringComparison.Ordinal)).Distinct()];
    }

    private static IEnumerable<string> Copied(string folder) => Directory
        .GetFiles(Path.Combine(folder, "bin", "Debug", "net10.0", "fetchhive"), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);

    private static string Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static void Edit(string path, string old, string replacement)
    {
        string text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + replacement + text[(at + old.Length)..]);
    }
}
