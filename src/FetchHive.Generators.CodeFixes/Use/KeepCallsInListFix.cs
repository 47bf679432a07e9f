using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH6010: makes the calls once, where the sequence is created. LINQ is in scope there, because the sequence uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepCallsInListFix))]
public sealed class KeepCallsInListFix : DeploymentCodeFix
{
    private const string Key = "Keep the calls in a list";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH6010");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = target.Diagnostic.AdditionalLocations is { Count: > 0 } places
            && target.Root.FullSpan.Contains(places[0].SourceSpan)
            && target.Root.FindNode(places[0].SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax sequence
            && sequence.Span == places[0].SourceSpan
            ? [new FixOffer(Key, Key, session => session.ReplaceAsync(target.Document, sequence, Key, (current, _) => InList(current)))]
            : [];
        return Task.FromResult(offers);
    }

    private static InvocationExpressionSyntax InList(ExpressionSyntax sequence)
    {
        ExpressionSyntax bare = sequence.WithoutTrivia();
        ExpressionSyntax receiver = bare is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax
            ? bare
            : SyntaxFactory.ParenthesizedExpression(bare);
        return SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("ToList")))
            .WithTriviaFrom(sequence);
    }
}
