using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary>docs/tool.md shows what the commands print. The test runs them in the page's order, in a folder with the page's
/// files.</summary>
public partial class ToolPageTests
{
    private static readonly string PagePath = Path.Combine(
        typeof(ToolPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!,
        "docs",
        "tool.md");

    [Fact]
    public async Task The_page_shows_what_is_printed()
    {
        string page = (await File.ReadAllTextAsync(PagePath, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        using WorkFolder folder = new();
        StringBuilder written = new();
        int end = 0;
        foreach (Match block in Block().Matches(page))
        {
            written.Append(page, end, block.Index - end);
            end = block.Index + block.Length;
            if (block.Groups["file"] is { Success: true } file)
            {
                folder.Write(file.Value, block.Groups["text"].Value);
                written.Append(block.Value);
            }
            else
            {
                string printed = await PrintedAsync(folder, block.Groups["command"].Value);
                written.Append("```console\n$ fetchhive ").Append(block.Groups["command"].Value).Append('\n').Append(printed).Append("```");
            }
        }

        string expected = written.Append(page, end, page.Length - end).ToString();
        if (Environment.GetEnvironmentVariable("FETCHHIVE_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(PagePath, expected, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, page);
    }

    [Fact]
    public async Task The_readme_shows_what_the_page_shows()
    {
        string page = (await File.ReadAllTextAsync(PagePath, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        string path = Path.Combine(Path.GetDirectoryName(PagePath)!, "..", "README.md");
        string readme = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");

        Match shown = Assert.Single(Block().Matches(readme));

        Assert.Contains(shown.Value, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_every_command_and_every_option()
    {
        string page = await File.ReadAllTextAsync(PagePath, TestContext.Current.CancellationToken);
        using WorkFolder folder = new();
        string help = (await folder.RunAsync("--help")).Out;
        foreach (string command in (string[])["run", "batch", "check", "declare", "emulate"])
        {
            Assert.Contains($"  {command} ", help, StringComparison.Ordinal);
            Assert.Contains($"\n## {command}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            string options = (await folder.RunAsync(command, "--help")).Out;
            Assert.All(
                Option().Matches(options).Select(option => option.Value).Where(option => option != "--help"),
                option => Assert.Contains(option, page, StringComparison.Ordinal));
        }
    }

    private static async Task<string> PrintedAsync(WorkFolder folder, string command)
    {
        // Both streams in the order in which they are written, as in a terminal.
        using Interruption interruption = Interruption.ByHand();
        string[] arguments = [.. Word().Matches(command).Select(word => word.Value.Replace("'", "", StringComparison.Ordinal))];
        arguments = [.. arguments.Select(word => Quoted().Replace(word, "$1$2"))];
        if (arguments[0] == "emulate")
        {
            RunningTool tool = folder.Start(interruption, [.. arguments, "--port", "0"]);
            await tool.PrintedWithAsync("Ctrl+C");
            interruption.Interrupt();
            return Stable((await tool.EndAsync()).Printed);
        }

        return Stable((await folder.RunAsync(interruption, arguments)).Printed);
    }

    /// <summary>Replaces what differs in each run with the page's values.</summary>
    private static string Stable(string printed)
    {
        printed = RequestId().Replace(printed, "req_019d52846ea37682b03522fd0695cc43");
        printed = Secret().Replace(printed, "emulator_secret_…");
        printed = Address().Replace(printed, "http://127.0.0.1:8787/");
        return Seconds().Replace(printed, "in 0.4 s");
    }

    [GeneratedRegex(
        @"<!-- file: (?<file>\S+) -->\n```\w+\n(?<text>.*?)```|```console\n\$ fetchhive (?<command>[^\n]+)\n.*?```",
        RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""(?:'[^']*'|"[^"]*"|[^\s'"])+""")]
    private static partial Regex Word();

    [GeneratedRegex("""^(\w+=)"(.*)"$""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("req_[0-9a-f]{8,}")]
    private static partial Regex RequestId();

    [GeneratedRegex("emulator_secret_[0-9a-f]+")]
    private static partial Regex Secret();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();

    [GeneratedRegex(@"in \d+\.\d s")]
    private static partial Regex Seconds();
}
