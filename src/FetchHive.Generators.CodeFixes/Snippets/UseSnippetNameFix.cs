using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using FetchHive.Generators.Findings;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5002, FH5006 at a string: writes the snippet's name. A constant that is declared elsewhere may have other uses, so it isn't changed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSnippetNameFix))]
public sealed class UseSnippetNameFix : DeploymentCodeFix
{
    private const string Key = "Use the snippet's name";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5002", "FH5006");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.Property(FindingProperties.Near) is { } near
                && target.NodeAt<ExpressionSyntax>() is LiteralExpressionSyntax { Token.Value: string } literal
                ? [new FixOffer($"Use '{near}'", Key, session => session.ReplaceAsync(
                    target.Document, literal, Key, (current, _) => current.WithToken(
                        SyntaxFactory.Literal(near).WithTriviaFrom(current.Token))))]
                : [];
        return Task.FromResult(offers);
    }
}
