using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Applies a code fix to all diagnostics of a document, a project or a solution at once.</summary>
internal sealed class FixAllRunner(CodeFixRunner runner)
{
    private static readonly ImmutableArray<FixAllScope> Scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <summary>The scopes that the code fix supports; none when it has no fix-all.</summary>
    public ImmutableArray<FixAllScope> SupportedScopes => runner.Fixer.GetFixAllProvider() is { } provider
        ? [.. Scopes.Intersect(provider.GetSupportedFixAllScopes())]
        : [];

    /// <summary>
    /// Fixes all, scope after scope (in the document of the first diagnostic, then in the next document that has one, and so on), until
    /// none is left. Once in each place, for each kind of action, must do.
    /// </summary>
    public async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChosenFix> fixes = await runner.ChooseFixesAsync(solution, firstOnly: false, cancellationToken);
        int limit = fixes.Select(fix => (Place(fix, scope), fix.Action.EquivalenceKey)).Distinct().Count();
        for (int count = 0; fixes.Count != 0; count++)
        {
            if (count == limit)
            {
                TestHost.Fail($"Fix-all in the {scope.ToString().ToLowerInvariant()} left something to fix:\n{DiagnosticText.List(fixes.Select(fix => fix.Diagnostic))}");
            }

            solution = await FixAllOfFirstAsync(solution, fixes[0], scope, cancellationToken);
            fixes = await runner.ChooseFixesAsync(solution, firstOnly: false, cancellationToken);
        }

        return solution;
    }

    private static object Place(ChosenFix fix, FixAllScope scope) => scope switch
    {
        FixAllScope.Document => fix.Document.Id,
        FixAllScope.Project => fix.Document.Project.Id,
        _ => "",
    };

    private async Task<Solution> FixAllOfFirstAsync(Solution solution, ChosenFix fix, FixAllScope scope, CancellationToken cancellationToken)
    {
        FixAllContext context = new(
            fix.Document,
            runner.Fixer,
            scope,
            fix.Action.EquivalenceKey!,
            runner.Fixer.FixableDiagnosticIds,
            new Provider(runner),
            cancellationToken);
        CodeAction? action = await runner.Fixer.GetFixAllProvider()!.GetFixAsync(context);
        if (action is null)
        {
            TestHost.Fail($"Fix-all in the {scope.ToString().ToLowerInvariant()} offers nothing, though one fix is offered: {fix.Action.Title}.");
        }

        return await CodeFixRunner.ApplyAsync(solution, action, cancellationToken);
    }

    private sealed class Provider(CodeFixRunner runner) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await runner.FixableAsync(project, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await runner.FixableAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        // Those without a place in a document; the code fix gets none of them here.
        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
