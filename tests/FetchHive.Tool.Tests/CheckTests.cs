using System;
using System.Threading.Tasks;
using FetchHive.Tool.Tests.Kit;
using Spectre.Console.Testing;

namespace FetchHive.Tool.Tests;

/// <summary><c>fetchhive check</c>: what is wrong with the snippets of a folder.</summary>
public class CheckTests
{
    private const string Declared =
        """
        namespace Acme;

        [global::FetchHive.FetchHiveDeployment(Names.Brief, variant: "li" + "ve")]
        public partial interface IBrief;

        internal static class Names
        {
            public const string Brief = "brief";
        }
        """;

    [Fact]
    public async Task Nothing_is_printed_about_good_snippets_that_are_declared()
    {
        using WorkFolder folder = Samples.Folder().Write("src/IBrief.cs", Declared);

        ToolResult result = (await folder.RunAsync("check", "--strict")).Ended(0);

        Assert.Empty(result.Out);
        Assert.Equal("1 snippet, 0 errors, 0 warnings.\n", result.Error);
    }

    [Fact]
    public async Task Findings_have_the_form_of_the_compiler_and_the_order_of_their_places()
    {
        using WorkFolder folder = new WorkFolder()
            .Write("a.fetchhive.sh", "# optional: tone\n" + Samples.Brief)
            .Write("b/old.fetchhive.sh", Samples.Brief.Replace("\"max_words\": 200", "\"max_words\": \"200\"", StringComparison.Ordinal))
            .Write("b/new.fetchhive.sh", Samples.Brief)
            .Write("lost.fetchhive.output.json", "{}")
            .Write("bin/copy.fetchhive.sh", "nonsense")
            .Write(".git/copy.fetchhive.sh", "nonsense");

        ToolResult result = (await folder.RunAsync("check")).Ended(1);

        Assert.Equal(
            """
            a.fetchhive.sh(1,13): error FH5001: 'a.fetchhive.sh' can't be read: the snippet has no input "tone" that could be optional; it has topic, companies, max_words, is_draft
            b/old.fetchhive.sh(5,19): error FH5008: 'old.fetchhive.sh' and 'a.fetchhive.sh' are both of 'brief', variant 'live', but differ in the kind of 'max_words': delete the older one
            lost.fetchhive.output.json(1,1): error FH5001: 'lost.fetchhive.output.json' can't be read: it is a sample of outputs, but there is no snippet with its name beside it; name it after one, as in brief.fetchhive.sh and brief.fetchhive.output.json

            """,
            result.Out.Replace('\\', '/'),
            ignoreLineEndingDifferences: true);
        Assert.Equal("3 snippets, 3 errors, 0 warnings.\n", result.Error);
    }

    [Fact]
    public async Task Long_text_is_not_cut_between_the_halves_of_a_surrogate_pair()
    {
        string kept = new('x', 39);
        using WorkFolder folder = new WorkFolder().Write("a.fetchhive.sh", kept + "\U0001F41Dx");

        ToolResult result = (await folder.RunAsync("check")).Ended(1);

        Assert.Contains($"'{kept}…' begins no snippet", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class C { }", "declare it ('fetchhive declare' prints the declaration), or delete the snippet")]
    [InlineData(
        """[FetchHiveDeployment("brief", "staging")] partial interface I { }""",
        "it is declared for 'staging'; declare it for 'live' too, or delete the snippet")]
    public async Task A_snippet_that_no_code_declares_is_a_warning(string code, string advice)
    {
        using WorkFolder folder = Samples.Folder().Write("Code.cs", code);

        ToolResult lenient = (await folder.RunAsync("check")).Ended(0);
        (await folder.RunAsync("check", "--strict")).Ended(1);

        Assert.Equal(
            $"brief.fetchhive.sh(5,19): warning FH5901: No C# in the folder declares 'brief', variant 'live': {advice}\n", lenient.Out);
    }

    [Theory]
    [InlineData("""class C { void M() => client.InvokeAsync("brief", "live", null); }""")]
    [InlineData("""class C { void M() => client.StartAsync(variant: "live", deployment: "brief", inputs: null); }""")]
    public async Task A_call_by_name_is_a_use_of_the_snippet(string code)
    {
        using WorkFolder folder = Samples.Folder().Write("Code.cs", code);

        (await folder.RunAsync("check", "--strict")).Ended(0);
    }

    [Fact]
    public async Task A_file_can_ignore_the_rule_and_a_folder_without_CSharp_does_not_have_it()
    {
        using WorkFolder folder = new WorkFolder()
            .Write("brief.fetchhive.sh", "# fetchhive: ignore FH5901\n" + Samples.Brief)
            .Write("Code.cs", "");
        using WorkFolder other = Samples.Folder();

        (await folder.RunAsync("check", "--strict")).Ended(0);
        (await other.RunAsync("check", "--strict")).Ended(0);
    }

    [Fact]
    public async Task With_json_findings_are_an_array()
    {
        using WorkFolder folder = Samples.Folder().Write("Code.cs", "");

        ToolResult result = (await folder.RunAsync("check", "--json")).Ended(0);

        Assert.Equal(
            """
            [
              {
                "file": "brief.fetchhive.sh",
                "line": 5,
                "column": 19,
                "severity": "warning",
                "rule": "FH5901",
                "message": "No C# in the folder declares 'brief', variant 'live': declare it ('fetchhive declare' prints the declaration), or delete the snippet"
              }
            ]

            """,
            result.Out,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_terminal_gets_the_same_lines()
    {
        using WorkFolder folder = new WorkFolder().Write("[bad].fetchhive.sh", "nonsense");
        TestConsole screen = new();
        folder.Screen = screen;

        ToolResult result = (await folder.RunAsync("check")).Ended(1);

        Assert.Empty(result.Out);
        Assert.StartsWith("[bad].fetchhive.sh(1,1): error FH5001: '[bad].", screen.Output, StringComparison.Ordinal);
        Assert.Single(screen.Lines);
    }

    [Fact]
    public async Task A_folder_without_snippets_and_a_missing_one_are_refused()
    {
        using WorkFolder folder = new();

        ToolResult none = (await folder.RunAsync("check")).Ended(2);
        ToolResult missing = (await folder.RunAsync("check", "nowhere")).Ended(2);

        Assert.StartsWith("error: There is no snippet in .. Copy", none.Error, StringComparison.Ordinal);
        Assert.Equal("error: There is no folder nowhere.\n", missing.Error);
    }
}
