using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// Fixes all diagnostics in one session. Roslyn's batch fixer applies each fix to a copy and merges the texts. That drops one of two fixes
/// that edit neighbouring text, such as attributes added to one context. It also can't detect that two diagnostics need the same edit.
/// </summary>
internal sealed class FixAll : FixAllProvider
{
    private FixAll()
    {
    }

    public static FixAll Instance { get; } = new();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        string key = fixAllContext.CodeActionEquivalenceKey ?? "";
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            key, cancellationToken => ApplyAsync(fixAllContext.WithCancellationToken(cancellationToken), key), key));
    }

    private static async Task<Solution> ApplyAsync(FixAllContext context, string key)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        DeploymentCodeFix fix = (DeploymentCodeFix)context.CodeFixProvider;
        FixSession session = new(context.Solution, cancellationToken);
        foreach (Diagnostic diagnostic in InOrder(await DiagnosticsAsync(context).ConfigureAwait(false)))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            {
                continue;
            }

            IReadOnlyList<FixOffer> offers = await fix.FindOffersAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            if (offers.FirstOrDefault(offer => offer.Key == key) is { } chosen)
            {
                await chosen.ApplyAsync(session).ConfigureAwait(false);
            }
        }

        return await session.FinishAsync().ConfigureAwait(false);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                List<Diagnostic> all = [];
                foreach (Project project in context.Solution.Projects)
                {
                    if (project.Language == LanguageNames.CSharp)
                    {
                        ImmutableArray<Diagnostic> found = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
                        all.AddRange(found);
                    }
                }

                return all;
            default:
                return [];
        }
    }

    /// <summary>Sorts diagnostics by file and position, so that the result doesn't depend on the order in which analyzers ran.</summary>
    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
