using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Snippets;

public class SnippetAnalyzerTests
{
    private const string Key = "fhk_9tK2mQ7xW4vL1pZ8";
    private const string Body = """{"deployment": "brief", "variant": "live", "inputs": {"topic": "Bees"}}""";

    [Fact]
    public async Task A_good_snippet_and_its_samples_give_no_diagnostics() => Assert.Empty(await SnippetRun.FindAsync(
        ("/a/brief.fetchhive.sh", Body), ("/a/brief.fetchhive.output.json", "\"text\""), ("/a/brief.fetchhive.output.2.json", "{}")));

    [Fact]
    public async Task Every_file_is_judged_at_its_own_place() => Assert.Equal(
        [
            "/a/agent.fetchhive.sh(2,3): error FH5001: 'agent.fetchhive.sh' can't be read: "
                + "this is the body of an agent's call, but the snippet of a workflow's deployment is expected",
            "/b/brief.fetchhive.output.json(1,2): error FH5001: 'brief.fetchhive.output.json' can't be read: "
                + "a property's name in double quotes is expected here, not 'a'",
        ],
        await SnippetRun.FindAsync(
            ("/b/brief.fetchhive.output.json", "{a: 1}"),
            ("/b/brief.fetchhive.sh", Body), ("/a/agent.fetchhive.sh", "\n  {\"agent\": \"x\"}")));

    [Fact]
    public async Task A_key_is_an_error_that_never_shows_it() => Assert.Equal(
        [
            "/brief.fetchhive.sh(1,3): error FH5009: 'brief.fetchhive.sh' contains an API key, which everyone who can read "
                + "the repository can use: replace it at the service, and write a placeholder here",
        ],
        await SnippetRun.FindAsync(("/brief.fetchhive.sh", $"# {Key}\n{Body}")));

    [Fact]
    public async Task Text_that_only_looks_like_a_secret_is_a_warning() => Assert.Equal(
        [
            "/brief.fetchhive.output.json(1,20): warning FH5009: 'brief.fetchhive.output.json' contains what looks like a secret, "
                + "which everyone who can read the repository can use: replace it at the service, and write a placeholder here",
        ],
        await SnippetRun.FindAsync(
            ("/brief.fetchhive.sh", Body), ("/brief.fetchhive.output.json", """{"webhook_secret": "9tK2mQ7xW4vL1pZ8rB3n"}""")));

    [Fact]
    public async Task A_file_can_ignore_a_rule() => Assert.Empty(await SnippetRun.FindAsync(
        ("/brief.fetchhive.sh", $"# fetchhive: ignore FH5009\n# {Key}\n{Body}"),
        ("/agent.fetchhive.sh", "# fetchhive: ignore FH5009, FH5001\nHello")));

    [Fact]
    public async Task A_sample_without_its_snippet_is_reported() => Assert.Equal(
        [
            "/brif.fetchhive.output.json(1,1): error FH5001: 'brif.fetchhive.output.json' can't be read: it is a sample of outputs, but "
                + "there is no snippet with its name beside it; name it after one, as in brief.fetchhive.sh and "
                    + "brief.fetchhive.output.json",
        ],
        await SnippetRun.FindAsync(("/brief.fetchhive.sh", Body), ("/brif.fetchhive.output.json", "1")));

    [Fact]
    public async Task Other_files_are_ignored() => Assert.Empty(await SnippetRun.FindAsync(
        ("/brief.sh", Key), ("/fetchhive.json", Key), ("/brief.fetchhive.txt", Key), ("/brief.output.json", Key), ("/README.md", Key)));

    [Fact]
    public async Task A_global_config_sets_the_severity()
    {
        CompilationSetup setup = CompilationSetup.Default with
        {
            AdditionalFiles = [("/brief.fetchhive.sh", "Hello")],
            AnalyzerConfigFiles = [("/.globalconfig", "is_global = true\ndotnet_diagnostic.FH5001.severity = none\n")],
        };

        Assert.Empty(await SnippetRun.FindAsync(setup));
    }

    [Fact]
    public async Task An_attribute_of_the_assembly_leaves_out_a_rule() => Assert.Empty(await SnippetRun.FindAsync(
        CompilationSetup.Default with { AdditionalFiles = [("/brief.fetchhive.sh", "Hello")] },
        "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"FetchHive.Snippets\", \"FH5001\")]"));

    [Theory]
    [InlineData("[*]")]
    [InlineData("[*.sh]")]
    [InlineData("[/brief.fetchhive.sh]")]
    public async Task A_section_of_an_editorconfig_does_not_reach_the_files(string section) => Assert.Single(await SnippetRun.FindAsync(
        CompilationSetup.Default with
        {
            AdditionalFiles = [("/brief.fetchhive.sh", "Hello")],
            AnalyzerConfigFiles = [("/.editorconfig", $"root = true\n{section}\ndotnet_diagnostic.FH5001.severity = none\n")],
        },
        "class C;"));

    [Fact]
    public void No_rule_waits_for_the_end_of_the_compilation_which_an_editor_never_reaches() => Assert.DoesNotContain(
        AllRules.OfSnippets.AddRange(AllRules.OfComparisons),
        rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
}
