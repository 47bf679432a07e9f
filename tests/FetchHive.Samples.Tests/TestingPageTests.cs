using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace FetchHive.Samples.Tests;

/// <summary>The code in docs/testing.md is the same as in the sample, which is compiled and run.</summary>
public sealed partial class TestingPageTests
{
    private const string Update = "FETCHHIVE_UPDATE_SNAPSHOTS";

    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(TestingPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute =>
            attribute.Key == "ProjectDirectory").Value!, "..", ".."));

    [Fact]
    public void The_page_has_the_samples_code()
    {
        string path = Path.Combine(Root, "docs", "testing.md");
        string page = File.ReadAllText(path);

        string expected = Block().Replace(page, block => $"{block.Groups["mark"].Value}```csharp\n{Code(block.Groups["file"].Value)}\n```");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.Equal(4, Block().Count(page));
        Assert.True(expected == page, $"docs/testing.md differs from the sample. Set {Update}=1 and run this test to write it anew.");
    }

    private static string Code(string file) => File.ReadAllText(Path.Combine(Root, file)).Trim();

    [GeneratedRegex("""(?<mark><!-- file: (?<file>\S+) -->\n)```csharp\n.*?\n```""", RegexOptions.Singleline)]
    private static partial Regex Block();
}
