using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>
/// Tries all fixes on variants of a source. On half-typed code, a fix may be offered or not. It must not throw, and must not add syntax
/// errors.
/// </summary>
internal sealed class TriedFixes(params ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    /// <summary>All shipped fixes.</summary>
    public static ImmutableArray<DeploymentCodeFix> All { get; } =
    [
        .. typeof(DeploymentCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DeploymentCodeFix).IsAssignableFrom(type))
            .Select(type => (DeploymentCodeFix)Activator.CreateInstance(type)!),
    ];

    /// <summary>Whether a fix is only for rules of snippets.</summary>
    public static bool IsOfSnippets(DeploymentCodeFix fix) =>
        fix.FixableDiagnosticIds.Any(id => id.StartsWith("FH50", StringComparison.Ordinal));

    /// <summary>How many offered fixes were applied.</summary>
    public int Count { get; private set; }

    /// <summary>The types of the fixes that were applied.</summary>
    public HashSet<Type> Kinds { get; } = [];

    public List<string> Failures { get; } = [];

    /// <summary>Applies each offer for each variant.</summary>
    public async Task TryAllAsync(CompilationSetup setup, IEnumerable<Mutation> mutations)
    {
        Solution solution = EditorSolution.Create(setup, "");
        DocumentId id = solution.Projects.Single().DocumentIds.Single();
        foreach (Mutation mutation in mutations.DistinctBy(mutation => mutation.Text))
        {
            try
            {
                await TryAsync(solution.WithDocumentText(id, SourceText.From(mutation.Text)).GetDocument(id)!);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failures.Add($"{mutation.Name}: {exception}\n\n{mutation.Text}");
            }
        }
    }

    /// <summary>Fails the test if there are failures.</summary>
    public void Verify() =>
        Assert.True(Failures.Count == 0, $"{Failures.Count} failures:\n\n{string.Join("\n\n", Failures.Take(5))}");

    private async Task TryAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(TestHost.CancellationToken))!;
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerRun.FindAsync(compilation, document.Project.AnalyzerOptions, analyzers);
        int errors = await SyntaxErrorsAsync(document);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (DeploymentCodeFix fix in All.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                List<CodeAction> actions = [];
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestHost.CancellationToken));
                foreach (CodeAction action in actions)
                {
                    Count++;
                    Kinds.Add(fix.GetType());
                    Solution changed = (await action.GetOperationsAsync(TestHost.CancellationToken)).OfType<ApplyChangesOperation>()
                        .Single().ChangedSolution;
                    Document after = changed.GetDocument(document.Id)!;
                    Assert.True(
                        await SyntaxErrorsAsync(after) <= errors,
                        $"'{action.Title}' breaks the syntax:\n{await after.GetTextAsync(TestHost.CancellationToken)}");
                    await AssertReadableAsync(after.Project, action);
                }
            }
        }
    }

    // Parses the text again, because a tree that code built has no diagnostics.
    private static async Task<int> SyntaxErrorsAsync(Document document)
    {
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestHost.CancellationToken))!;
        return tree.WithChangedText(SourceText.From((await document.GetTextAsync(TestHost.CancellationToken)).ToString()))
            .GetDiagnostics(TestHost.CancellationToken)
            .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static async Task AssertReadableAsync(Project project, CodeAction action)
    {
        foreach (TextDocument file in project.AdditionalDocuments)
        {
            string text = (await file.GetTextAsync(TestHost.CancellationToken)).ToString();
            Assert.True(
                SnippetFile.Read(SnippetFileName.Of(file.FilePath!).Kind, text).Problems.Count == 0,
                $"'{action.Title}' breaks {file.Name}:\n{text}");
        }
    }
}
