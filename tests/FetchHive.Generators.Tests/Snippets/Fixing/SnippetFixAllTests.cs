using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Tests.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

/// <summary>
/// Each offer of each fix of the snippets' rules, applied to a whole solution at once. It fixes both files, keeps every comment, and
/// changes nothing when it is applied again.
/// </summary>
public class SnippetFixAllTests
{
    private static readonly Lazy<Task<Looked>> Mistaken = new(() => LookAsync(EditorSolution.Create(
        MistakenProject.Setup, ("/One.cs", MistakenProject.Source("One", "one")), ("/Two.cs", MistakenProject.Source("Two", "two")))));

    /// <summary>The keys of the fixes that are offered for <see cref="MistakenProject"/>.</summary>
    public static TheoryData<string> Keys =>
    [
        "Declare it from the snippet",
        "Declare it from 'left.fetchhive.sh'",
        "Declare it from 'over.fetchhive.sh'",
        "Rename it to the snippet's name",
        "Name it with [Input]",
        "Set Naming = NamingRule.CamelCase",
        "Use the snippet's name",
        "Add a parameter for it",
        "List it in # optional:",
        "Send it as text",
        "Don't send it as text",
        "Use the type of the sample",
        "Write [] in the snippet",
        "Rename it to the sample's name",
        "Name it with [JsonPropertyName]",
        "Make it nullable",
        "Use the type of the samples",
    ];

    [Fact]
    public async Task The_list_of_fixes_is_complete() => Assert.Equal(
        Keys.Select(key => key.Data).Order(StringComparer.Ordinal),
        (await Mistaken.Value).Offers.Select(offer => offer.Key).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Fixing_all_corrects_both_files_keeps_comments_and_changes_nothing_the_second_time(string key)
    {
        Looked mistaken = await Mistaken.Value;
        DeploymentCodeFix fix = mistaken.Offers.First(offer => offer.Key == key).Fix;

        Solution once = await FixAllAsync(mistaken, fix, key);

        string[] texts = await TextsAsync(once);
        Assert.NotEqual(await TextsAsync(mistaken.Solution), texts);
        Assert.All(texts[..2], text => Assert.All(Enumerable.Range(1, MistakenProject.Comments), number => Assert.True(
            text.Contains($"// {number}\n", StringComparison.Ordinal) || text.Contains($"/* {number} */", StringComparison.Ordinal),
            $"Comment {number} is lost:\n{text}")));
        Assert.DoesNotContain(
            (await CompilationAsync(once)).GetDiagnostics(TestHost.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Looked looked = await LookAsync(once);
        Assert.DoesNotContain(looked.Offers, offer => offer.Key == key);
        Assert.Equal(texts, await TextsAsync(await FixAllAsync(looked, fix, key)));
    }

    private static async Task<Solution> FixAllAsync(Looked looked, DeploymentCodeFix fix, string key)
    {
        FixAllContext context = new(
            looked.Solution.Projects.Single().Documents.First(), fix, FixAllScope.Solution, key, fix.FixableDiagnosticIds,
            new Found(looked.Diagnostics), TestHost.CancellationToken);
        CodeAction action = (await fix.GetFixAllProvider().GetFixAsync(context))!;
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestHost.CancellationToken);
        return await ReparsedAsync(operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? looked.Solution);
    }

    /// <summary>The solution as in an editor, with trees that are parsed from text.</summary>
    private static async Task<Solution> ReparsedAsync(Solution solution)
    {
        foreach (Document document in solution.Projects.Single().Documents)
        {
            string text = (await document.GetTextAsync(TestHost.CancellationToken)).ToString();
            solution = solution.WithDocumentText(document.Id, SourceText.From(text));
        }

        return solution;
    }

    /// <summary>The diagnostics in a solution, and the fixes that are offered for them.</summary>
    private static async Task<Looked> LookAsync(Solution solution)
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerRun.FindAsync(
            await CompilationAsync(solution), solution.Projects.Single().AnalyzerOptions, MistakenProject.Analyzers);
        List<(DeploymentCodeFix, string)> offers = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (DeploymentCodeFix fix in TriedFixes.All.Where(TriedFixes.IsOfSnippets)
                .Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(
                    solution.GetDocument(diagnostic.Location.SourceTree)!,
                    diagnostic,
                    (action, _) => offers.Add((fix, action.EquivalenceKey!)),
                    TestHost.CancellationToken));
            }
        }

        return new Looked(solution, diagnostics, offers);
    }

    private static async Task<Compilation> CompilationAsync(Solution solution) =>
        (await solution.Projects.Single().GetCompilationAsync(TestHost.CancellationToken))!;

    private static async Task<string[]> TextsAsync(Solution solution)
    {
        List<string> texts = [];
        Project project = solution.Projects.Single();
        foreach (TextDocument document in project.Documents.Concat(project.AdditionalDocuments))
        {
            texts.Add((await document.GetTextAsync(TestHost.CancellationToken)).ToString());
        }

        return [.. texts];
    }

    private sealed record Looked(
        Solution Solution, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyList<(DeploymentCodeFix Fix, string Key)> Offers);

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
