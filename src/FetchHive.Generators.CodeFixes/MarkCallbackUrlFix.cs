using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH4007: marks the parameter <c>[CallbackUrl]</c>, and changes the return type to the accepted run, because the response then has no
/// output.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkCallbackUrlFix))]
public sealed class MarkCallbackUrlFix : DeploymentCodeFix
{
    private const string Key = "Mark it [CallbackUrl]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH4007");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.Parameter() is { Parent.Parent: MethodDeclarationSyntax method } parameter
            && CallbackParameter.CanBeRequired(parameter)
            && target.Compilation.GetTypeByMetadataName("FetchHive.CallbackUrlAttribute") is { } attribute
            && AcceptedReturn.For(target, method.ReturnType) is { } change
                ? [new FixOffer(
                    $"Mark '{parameter.Identifier.ValueText}' [CallbackUrl] and return AcceptedRun<{change.Output}>", Key, async session =>
                {
                    await session.ReplaceAsync(target.Document, parameter, Key, (current, types) =>
                        CallbackParameter.Marked(current, types, attribute)).ConfigureAwait(false);
                    await change.ApplyAsync(session).ConfigureAwait(false);
                })]
                : [];
        return Task.FromResult(offers);
    }
}
