using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH6012: replaces a comparison with an invalid result by a comparison with the valid one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompareWithValidFix))]
public sealed class CompareWithValidFix : DeploymentCodeFix
{
    private const string Key = "Compare with CallbackSignatureResult.Valid";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH6012");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        // This is the name of the analyzer's diagnostic property.
        IReadOnlyList<FixOffer> offers = target.Diagnostic.Properties.ContainsKey("Comparison")
            && target.Diagnostic.AdditionalLocations is { Count: > 0 } places
            && target.Root.FullSpan.Contains(places[0].SourceSpan)
            && target.Root
                .FindNode(places[0].SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<BinaryExpressionSyntax>() is { } comparison
            && comparison.Span == places[0].SourceSpan
            && ResultIn(comparison) is { } result
            ? [new FixOffer(
                Key, Key, session => session.ReplaceAsync(target.Document, comparison, Key, (current, _) => Turn(current, result)))]
            : [];
        return Task.FromResult(offers);
    }

    private static string? ResultIn(BinaryExpressionSyntax comparison) => NameOf(comparison.Left) ?? NameOf(comparison.Right);

    private static string? NameOf(ExpressionSyntax expression) =>
        (expression is MemberAccessExpressionSyntax member
            ? member.Name
            : expression as IdentifierNameSyntax) is { Identifier.ValueText: "Missing" or "Malformed" or "Mismatched" } name
            ? name.Identifier.ValueText
            : null;

    private static BinaryExpressionSyntax Turn(BinaryExpressionSyntax comparison, string result)
    {
        SyntaxKind kind = comparison.IsKind(SyntaxKind.EqualsExpression) ? SyntaxKind.NotEqualsExpression : SyntaxKind.EqualsExpression;
        SyntaxToken sign = SyntaxFactory.Token(
            kind == SyntaxKind.EqualsExpression ? SyntaxKind.EqualsEqualsToken : SyntaxKind.ExclamationEqualsToken);
        return SyntaxFactory.BinaryExpression(
            kind, Valid(comparison.Left, result), sign.WithTriviaFrom(comparison.OperatorToken), Valid(comparison.Right, result));
    }

    private static ExpressionSyntax Valid(ExpressionSyntax side, string result)
    {
        if (NameOf(side) != result)
        {
            return side;
        }

        IdentifierNameSyntax valid = SyntaxFactory.IdentifierName("Valid");
        return side is MemberAccessExpressionSyntax member
            ? member.WithName(valid.WithTriviaFrom(member.Name))
            : valid.WithTriviaFrom(side);
    }
}
