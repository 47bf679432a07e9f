using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>
/// Builds the examples of the pages. With the environment variable FETCHHIVE_UPDATE_SNAPSHOTS set to 1, the tests write the output under a
/// wrong example instead of comparing it. Read the diff before committing it.
/// </summary>
public class ExampleTests
{
    public static TheoryData<string> Ids => [.. RuleDocs.PageIds];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_has_this_mistake_once_and_no_other(string id)
    {
        RulePage page = RuleDocs.Page(id);

        IReadOnlyList<Diagnostic> found = await ExampleBuild.RunAsync(page.Wrong);

        if (found.Count != 1 || found[0].Id != id)
        {
            TestHost.Fail($"{page.Wrong.Name}: expected {id} once and nothing else; found:\n{DiagnosticText.List(found)}");
        }

        string output = ExampleBuild.Print(found[0]);
        if (Environment.GetEnvironmentVariable(Snapshots.UpdateVariable) == "1")
        {
            page.UpdateOutput(output);
            return;
        }

        Assert.Equal(output, page.Wrong.Output);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_has_no_mistake(string id)
    {
        RulePage page = RuleDocs.Page(id);

        IReadOnlyList<Diagnostic> found = await ExampleBuild.RunAsync(page.Right);

        if (found.Count != 0)
        {
            TestHost.Fail($"{page.Right.Name}: expected nothing; found:\n{DiagnosticText.List(found)}");
        }
    }

    [Fact]
    public async Task Every_reported_place_is_in_the_example()
    {
        foreach (string id in RuleDocs.PageIds)
        {
            Example example = RuleDocs.Page(id).Wrong;
            string[] files = [Example.FileName, .. example.Setup.AdditionalFiles.Select(file => file.Path)];
            IReadOnlyList<Diagnostic> found = await ExampleBuild.RunAsync(example);
            Assert.All(found, diagnostic => Assert.Contains(diagnostic.Location.GetLineSpan().Path, files));
        }
    }

    [Fact]
    public async Task A_compile_error_in_an_example_is_seen()
    {
        Example broken = Example.Parse("FH0000", "Right", "```csharp\nclass C : Missing { }\n```\n");

        Assert.Equal("CS0246", Assert.Single(await ExampleBuild.RunAsync(broken)).Id);
    }

    [Fact]
    public void An_unknown_setting_or_a_missing_block_is_an_error()
    {
        Assert.Throws<FormatException>(() => Example.Parse("FH0000", "Wrong", "<!-- target: net8.0 -->\n```csharp\nclass C;\n```\n"));
        Assert.Throws<FormatException>(() => Example.Parse("FH0000", "Wrong", "```text\nclass C;\n```\n"));
        Assert.Throws<FormatException>(() =>
            Example.Parse("FH0000", "Wrong", string.Concat(Enumerable.Repeat("```csharp\nclass C;\n```\n", 2))));
    }
}
