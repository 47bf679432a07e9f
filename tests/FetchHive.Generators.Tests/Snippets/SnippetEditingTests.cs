using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>
/// Edits files and C# in turn under the same analyzers. After every edit, they must report the same as new analyzers. An editor keeps
/// analyzers, and files and trees that didn't change.
/// </summary>
public class SnippetEditingTests
{
    private const string Declaration =
        "[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { "
            + "Task<string> RunAsync(string topic, CancellationToken token = default); }";

    private const string Call =
        "public static class Caller { public static Task CallAsync(FetchHiveClient client) => client.InvokeAsync(\"brief\", \"live\", "
            + "new System.Text.Json.Nodes.JsonObject { [\"topic\"] = \"Bees\" }); }";

    private static readonly Text Fitting = new("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}"""));
    private static readonly Text Renamed = new("/brief.fetchhive.sh", Compared.Body("""{"topik": "Bees"}"""));

    [Fact]
    public async Task A_snippet_that_is_edited_added_or_removed_changes_the_diagnostics_at_both_ends()
    {
        Project project = new();

        Assert.Equal((string[])[], await project.FindAsync());
        Assert.Equal((string[])[], await project.FindAsync(files: [Fitting]));
        Assert.Equal((string[])["IBrief FH5002", "Caller FH5002"], await project.FindAsync(files: [Renamed]));
        Assert.Equal((string[])["brief.fetchhive.sh FH5001"],
            await project.FindAsync(files: [new("/brief.fetchhive.sh", "{\"deployment\": ")]));
        Assert.Equal((string[])[], await project.FindAsync(files: [Fitting]));

        // First with a second file of the same deployment, and then with only that one.
        Text other = new("/other.fetchhive.sh", Compared.Body("""{"topic": "Bees", "tone": "dry"}"""));
        Assert.Equal((string[])["other.fetchhive.sh FH5008"], await project.FindAsync(files: [Fitting, other]));
        Assert.Equal((string[])["IBrief FH5003", "Caller FH5003"], await project.FindAsync(files: [other]));
        Assert.Equal((string[])[], await project.FindAsync(files: []));
    }

    [Fact]
    public async Task An_edit_of_the_CSharp_changes_the_diagnostics_with_the_same_files()
    {
        Project project = new();
        await project.FindAsync(files: [Fitting]);

        Assert.Equal((string[])["IBrief FH5002"],
            await project.FindAsync(declaration: Declaration.Replace("topic", "topik", StringComparison.Ordinal)));
        Assert.Equal((string[])["IBrief FH5006"],
            await project.FindAsync(declaration: Declaration.Replace("\"brief\"", "\"breif\"", StringComparison.Ordinal)));
        Assert.Equal((string[])[], await project.FindAsync(declaration: Declaration));
        Assert.Equal((string[])["Caller FH5002"], await project.FindAsync(call: Call.Replace("topic", "topik", StringComparison.Ordinal)));
        Assert.Equal((string[])[], await project.FindAsync(call: Call));
    }

    [Fact]
    public async Task A_sample_that_is_edited_added_or_removed_changes_the_diagnostics()
    {
        Project project = new();
        string declaration = Declaration.Replace("Task<string>", "Task<Written>", StringComparison.Ordinal)
            + " public sealed record Written(int Score);";
        Text sample = new("/brief.fetchhive.output.json", """{"score": 3}""");

        Assert.Equal((string[])[], await project.FindAsync(declaration: declaration, files: [Fitting]));
        Assert.Equal((string[])[], await project.FindAsync(files: [Fitting, sample]));
        Assert.Equal((string[])["IBrief FH5010"], await project.FindAsync(files: [Fitting, new(sample.Path, """{"score": null}""")]));
        Assert.Equal((string[])[], await project.FindAsync(declaration: declaration.Replace("int", "int?", StringComparison.Ordinal)));
        Assert.Equal((string[])["brief.fetchhive.output.json FH5001"],
            await project.FindAsync(files: [new(sample.Path, """{"score": null}""")]));
    }

    [Fact]
    public async Task A_line_above_the_snippet_counts_at_once()
    {
        Project project = new();
        string two = Compared.Body("""{"topic": "Bees", "tone": "dry"}""");

        Assert.Equal((string[])["IBrief FH5003", "Caller FH5003"], await project.FindAsync(files: [new("/brief.fetchhive.sh", two)]));
        Assert.Equal((string[])[], await project.FindAsync(files: [new("/brief.fetchhive.sh", "# optional: tone\n" + two)]));
        Assert.Equal((string[])[], await project.FindAsync(files: [new("/brief.fetchhive.sh", "# fetchhive: ignore FH5003\n" + two)]));
        Assert.Equal((string[])["IBrief FH5003", "Caller FH5003"],
            await project.FindAsync(files: [new("/brief.fetchhive.sh", "# tone\n" + two)]));
    }

    /// <summary>A project that is edited, with the objects that an editor keeps.</summary>
    private sealed class Project
    {
        private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers =
            [new DeploymentAnalyzer(), new SnippetAnalyzer(), new SnippetCallAnalyzer()];

        private CSharpCompilation _compilation = CompilationSetup.Default.Compile(
            ("/IBrief.cs", Compared.Usings + Declaration), ("/Caller.cs", Compared.Usings + Call));

        private ImmutableArray<AdditionalText> _files = [];

        /// <summary>Edits the given parts, and returns the file and the rule of each diagnostic.</summary>
        public async Task<string[]> FindAsync(string? declaration = null, string? call = null, Text[]? files = null)
        {
            Edit("/IBrief.cs", declaration);
            Edit("/Caller.cs", call);
            if (files is not null)
            {
                // A file whose text doesn't change keeps its object.
                _files = [.. files.Select(file => _files.FirstOrDefault(old => old is Text known && known.Says(file)) ?? file)];
            }

            string[] found = await FindAsync(_compilation, _files, _analyzers);
            Assert.Equal(await FindFreshAsync(), found);
            return [.. found.Select(line => $"{line.Split(['/', '('])[1].Replace(".cs", "", StringComparison.Ordinal)} {Id(line)}")
                .Order(ByEnd.Instance)];
        }

        private static string Id(string line) => line[line.IndexOf("FH5", StringComparison.Ordinal)..][..6];

        private void Edit(string path, string? text)
        {
            if (text is not null)
            {
                SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
                _compilation = _compilation.ReplaceSyntaxTree(old, CompilationSetup.Default.Parse((path, Compared.Usings + text)));
            }
        }

        private Task<string[]> FindFreshAsync()
        {
            IEnumerable<SourceFile> sources = _compilation.SyntaxTrees.Select(tree => new SourceFile(tree.FilePath, tree.ToString()));
            return FindAsync(
                CompilationSetup.Default.Compile(sources),
                [.. _files.Select(file => new Text(file.Path, file.GetText()!.ToString()))],
                [new DeploymentAnalyzer(), new SnippetAnalyzer(), new SnippetCallAnalyzer()]);
        }

        private static async Task<string[]> FindAsync(
            Compilation compilation, ImmutableArray<AdditionalText> files, ImmutableArray<DiagnosticAnalyzer> analyzers)
        {
            ImmutableArray<Diagnostic> found = await AnalyzerRun.FindAsync(
                compilation, new AnalyzerOptions(files, CompilationSetup.Default.ConfigOptions), analyzers);
            return [.. found.Where(diagnostic => diagnostic.Id.StartsWith("FH5", StringComparison.Ordinal))
                .Select(ExampleBuild.Print).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Sorts the declaration first, then the call, then files.</summary>
    private sealed class ByEnd : IComparer<string>
    {
        public static ByEnd Instance { get; } = new();

        public int Compare(string? x, string? y) => Place(x!).CompareTo(Place(y!));

        private static int Place(string line) =>
            line.StartsWith("IBrief", StringComparison.Ordinal) ? 0 : line.StartsWith("Caller", StringComparison.Ordinal) ? 1 : 2;
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(System.Threading.CancellationToken cancellationToken = default) => _text;

        public bool Says(Text other) => other.Path == Path && other._text.ContentEquals(_text);
    }
}
