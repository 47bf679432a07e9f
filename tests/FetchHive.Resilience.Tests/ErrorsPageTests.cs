using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using FetchHive.Resilience.Tests.Faults;

namespace FetchHive.Resilience.Tests;

/// <summary>The page has the table that the tests check the client against.</summary>
public sealed class ErrorsPageTests
{
    private const string Begin =
        "<!-- The table is written by a test: FETCHHIVE_UPDATE_SNAPSHOTS=1 dotnet test tests/FetchHive.Resilience.Tests -->";
    private const string End = "<!-- The end of the table. -->";

    private static readonly string ProjectDirectory =
        typeof(ErrorsPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    [Fact]
    public async Task The_page_has_the_table()
    {
        string path = Path.GetFullPath(Path.Combine(ProjectDirectory, "..", "..", "docs", "errors.md"));
        string page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= 0 && end > begin, "docs/errors.md has lost the two comments around the table.");

        string table =
            $"{Begin}\n\n| stage | what goes wrong | exception | `MayHaveRun` | attempts | runs started |\n| --- | --- | --- | --- | --- "
            + $"| --- |\n{string.Concat(FaultCases.All.Select(row => row.Row + "\n"))}\n";
        string expected = page[..begin] + table + page[end..];
        if (Environment.GetEnvironmentVariable("FETCHHIVE_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
            return;
        }

        // Git may have checked the page out with other line endings.
        page = page.ReplaceLineEndings("\n");
        expected = expected.ReplaceLineEndings("\n");
        Assert.True(page == expected, "The table of docs/errors.md differs from the one the tests hold the client to. Run the tests once "
            + "with FETCHHIVE_UPDATE_SNAPSHOTS=1 and read the difference.");
    }
}
