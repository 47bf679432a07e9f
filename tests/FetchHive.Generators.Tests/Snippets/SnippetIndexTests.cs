using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets;

public class SnippetIndexTests
{
    private const string Body = """{"deployment": "brief", "variant": "live"}""";

    [Fact]
    public void A_project_without_snippets_has_no_index() =>
        Assert.Null(
            SnippetIndex.Of(new AnalyzerOptions(Texts(("/a.json", "{}"), ("/brief.sh", Body), ("/fetchhive.output.json", "{}")))));

    [Fact]
    public async Task The_analyzers_of_a_compilation_share_the_index()
    {
        CountedText text = new(Texts(("/brief.fetchhive.sh", Body))[0]);
        Compilation compilation = CompilationSetup.Default.Compile(
            "using FetchHive; [FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief; "
                + "public static class C { static object Call(FetchHiveClient client) => client.InvokeAsync(\"brief\", \"live\", null); }");

        await AnalyzerRun.FindAsync(
            compilation, new AnalyzerOptions([text]), new DeploymentAnalyzer(), new SnippetAnalyzer(), new SnippetCallAnalyzer());

        Assert.Equal(1, text.Count);
    }

    [Fact]
    public void An_edit_reads_the_edited_file_alone()
    {
        ImmutableArray<AdditionalText> before =
            Texts(("/a.fetchhive.sh", Body), ("/b.fetchhive.sh", Body), ("/c.fetchhive.output.json", "1"));
        ImmutableArray<AdditionalText> after = before.SetItem(1, Texts(("/b.fetchhive.sh", Body + "\n"))[0]);

        IReadOnlyList<IndexedFile> first = Files(before);
        IReadOnlyList<IndexedFile> second = Files(after);

        Assert.Equal([true, false, true], first.Zip(second, (one, other) => ReferenceEquals(one.File, other.File)));
    }

    [Fact]
    public void Files_come_in_the_order_of_their_paths_and_numbers()
    {
        string[] paths =
        [
            "/a.fetchhive.sh", "/a.fetchhive.output.json", "/a.fetchhive.output.2.json", "/a.fetchhive.output.10.json",
            "/a.fetchhive.output.long.json", "/b/a.fetchhive.sh",
        ];

        IReadOnlyList<IndexedFile> files = Files(Texts([.. paths.Reverse().Select(path => (SourceFile)(path, Body))]));

        Assert.Equal(paths, files.Select(file => file.Path));
        Assert.Equal(paths[1..5], files[0].Outputs.Select(file => file.Path));
        Assert.Empty(files[^1].Outputs);
    }

    private static IReadOnlyList<IndexedFile> Files(ImmutableArray<AdditionalText> texts) =>
        SnippetIndex.Of(new AnalyzerOptions(texts))!.Files(TestHost.CancellationToken);

    private static ImmutableArray<AdditionalText> Texts(params SourceFile[] files) =>
        (CompilationSetup.Default with { AdditionalFiles = [.. files] }).AdditionalTexts;

    private sealed class CountedText(AdditionalText text) : AdditionalText
    {
        public int Count { get; private set; }

        public override string Path => text.Path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            Count++;
            return text.GetText(cancellationToken);
        }
    }
}
