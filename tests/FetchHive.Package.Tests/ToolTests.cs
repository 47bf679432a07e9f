using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>The command line, installed from its package as users install it.</summary>
public sealed class ToolTests(Packages packages)
{
    private static readonly Dictionary<string, string?> NoKey = new() { ["FETCH_HIVE_API_KEY"] = null };

    [Fact]
    public async Task The_tool_installs_from_its_package_and_runs()
    {
        string tools = Path.Combine(packages.Folder, "tools");
        string work = Directory.CreateDirectory(Path.Combine(packages.Folder, "work")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(work, "brief.fetchhive.sh"),
            """{"deployment": "brief", "variant": "live", "inputs": {"topic": "Bees"}}""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(work, "brief.fetchhive.output.json"), "\"On bees\"", TestContext.Current.CancellationToken);

        string[] install = ["tool", "install", "FetchHive.Tool", "--version", packages.Version, "--tool-path", tools];
        (await Command.RunAsync(work, NoKey, Command.DotNet, [.. install, "--source", packages.Feed])).EnsureSuccess();
        string fetchhive = Path.Combine(tools, OperatingSystem.IsWindows() ? "fetchhive.exe" : "fetchhive");

        Assert.StartsWith(packages.Version, (await Command.RunAsync(work, NoKey, fetchhive, "--version")).EnsureSuccess().Output);
        Assert.Contains("On bees\n", (await Command.RunAsync(work, NoKey, fetchhive, "run", "brief", "--emulator")).EnsureSuccess().Output);
        Assert.Contains(
            "1 snippet, 0 errors, 0 warnings.", (await Command.RunAsync(work, NoKey, fetchhive, "check")).EnsureSuccess().Output);
        Assert.Equal(2, (await Command.RunAsync(work, NoKey, fetchhive, "run", "brief")).ExitCode);
    }
}
