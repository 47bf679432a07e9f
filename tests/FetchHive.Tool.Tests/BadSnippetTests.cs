using System;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Snippets;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary>For a file that isn't a snippet, each command that reads snippets prints the compiler's message.</summary>
public class BadSnippetTests
{
    public static TheoryData<string> Names => [.. BadSnippets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_file_gives_one_message(string name)
    {
        using WorkFolder folder = new();
        await File.WriteAllBytesAsync(
            folder.FullPath("brief.fetchhive.sh"), BadSnippets.FileOf(name), TestContext.Current.CancellationToken);
        (string place, string message) = BadSnippets.ComplaintOf(name);
        string complaint = $"brief.fetchhive.sh{place}: error FH5001: 'brief.fetchhive.sh' can't be read: {message}\n";

        ToolResult check = (await folder.RunAsync("check")).Ended(1);
        ToolResult declare = (await folder.RunAsync("declare", "brief")).Ended(2);

        Assert.Equal(complaint, check.Out);
        Assert.Equal("1 snippet, 1 error, 0 warnings.\n", check.Error);
        Assert.Contains(complaint, declare.Error, StringComparison.Ordinal);
        Assert.Single(declare.Error.TrimEnd('\n').Split('\n'));
    }
}
