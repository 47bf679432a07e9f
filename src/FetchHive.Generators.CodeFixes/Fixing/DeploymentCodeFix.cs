using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// The base class of the code fixes. A fix makes offers for one diagnostic, which are applied to that diagnostic or to all.
/// </summary>
public abstract class DeploymentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (FixOffer offer in await FindOffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(offer.Title, cancellationToken => ApplyAsync(solution, offer, cancellationToken), offer.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>Finds the offers for a diagnostic. There is none if the result might not compile.</summary>
    private protected abstract Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target);

    internal async Task<IReadOnlyList<FixOffer>> FindOffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await FixTarget.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } target
            ? await FindOffersAsync(target).ConfigureAwait(false)
            : [];

    private static async Task<Solution> ApplyAsync(Solution solution, FixOffer offer, CancellationToken cancellationToken)
    {
        FixSession session = new(solution, cancellationToken);
        await offer.ApplyAsync(session).ConfigureAwait(false);
        return await session.FinishAsync().ConfigureAwait(false);
    }
}
