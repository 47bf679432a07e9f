using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>A diagnostic, and the fix that a test chooses for it.</summary>
internal sealed record ChosenFix(Document Document, Diagnostic Diagnostic, CodeAction Action);

/// <summary>Finds what a code fix offers, and applies it one diagnostic at a time.</summary>
/// <param name="runner">Runs the analyzers.</param>
/// <param name="fixer">The code fix under test.</param>
/// <param name="index">Which of the actions offered is chosen, counted from 0.</param>
/// <param name="equivalenceKey">The equivalence key of the action that is chosen, or null.</param>
internal sealed class CodeFixRunner(AnalyzerRunner runner, CodeFixProvider fixer, int? index, string? equivalenceKey)
{
    /// <summary>The code fix under test.</summary>
    public CodeFixProvider Fixer => fixer;

    /// <summary>Applies one fix after the other, in the order of the sources, until none is offered.</summary>
    /// <param name="solution">Where to start.</param>
    /// <param name="onlyFirst">Stop after the first.</param>
    /// <param name="cancellationToken">Stops the test.</param>
    public async Task<Solution> FixOneByOneAsync(Solution solution, bool onlyFirst, CancellationToken cancellationToken)
    {
        int limit = -1;
        for (int count = 0; ; count++)
        {
            IReadOnlyList<ChosenFix> fixes = await ChooseFixesAsync(solution, firstOnly: limit >= 0, cancellationToken);
            if (fixes.Count == 0 || (onlyFirst && count == 1))
            {
                return solution;
            }

            // A fix may bring another diagnostic with it, but not without end.
            limit = limit < 0 ? (2 * fixes.Count) + 1 : limit;
            if (count == limit)
            {
                TestHost.Fail($"After {count} fixes there is still one to apply: the fix doesn't remove its diagnostic.\n{DiagnosticText.List([fixes[0].Diagnostic])}");
            }

            solution = await ApplyAsync(solution, fixes[0].Action, cancellationToken);
        }
    }

    /// <summary>The diagnostics in a solution for which the test's fix is offered, in the order of the sources.</summary>
    public async Task<IReadOnlyList<ChosenFix>> ChooseFixesAsync(Solution solution, bool firstOnly, CancellationToken cancellationToken)
    {
        List<ChosenFix> fixes = [];
        foreach (Project project in solution.Projects)
        {
            foreach (Diagnostic diagnostic in await FixableAsync(project, cancellationToken))
            {
                Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
                if (await ChooseActionAsync(document, diagnostic, cancellationToken) is { } action)
                {
                    fixes.Add(new ChosenFix(document, diagnostic, action));
                    if (firstOnly)
                    {
                        return fixes;
                    }
                }
            }
        }

        return fixes;
    }

    /// <summary>The diagnostics in a project's own sources that the code fix says it can fix, in order.</summary>
    public async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project, CancellationToken cancellationToken)
    {
        (ImmutableArray<Diagnostic> compiler, ImmutableArray<Diagnostic> analyzer) = await runner.RunAsync(project, cancellationToken);
        return
        [
            .. compiler.Concat(analyzer)
                .Where(diagnostic => fixer.FixableDiagnosticIds.Contains(diagnostic.Id) && project.GetDocument(diagnostic.Location.SourceTree) is not null)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, System.StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan),
        ];
    }

    /// <summary>Applies an action; one that changes nothing fails the test.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, CodeAction action, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        if (!changed.GetChanges(solution).GetProjectChanges().Any())
        {
            TestHost.Fail($"The fix '{action.Title}' changes nothing: don't offer it where it has nothing to do.");
        }

        return changed;
    }

    private async Task<CodeAction?> ChooseActionAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        List<CodeAction> actions = [];
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
        foreach (CodeAction action in actions)
        {
            if (action.EquivalenceKey is null && fixer.GetFixAllProvider() is not null)
            {
                TestHost.Fail($"The fix '{action.Title}' has no equivalence key: without one, fix-all can't tell which fixes are alike.");
            }
        }

        if (equivalenceKey is not null)
        {
            return actions.Find(action => action.EquivalenceKey == equivalenceKey);
        }

        if (index is { } wanted && actions.Count != 0 && wanted >= actions.Count)
        {
            TestHost.Fail($"The test chooses action {wanted}, but there are {actions.Count}: {string.Join(", ", actions.Select(action => action.Title))}.");
        }

        return actions.ElementAtOrDefault(index ?? 0);
    }
}
