using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH6013: awaits the task if the method is async, or uses the run's Output.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCallFix))]
public sealed class AwaitCallFix : DeploymentCodeFix
{
    private const string AwaitKey = "Await the call";
    private const string OutputKey = "Write the run's Output";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH6013");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = target.NodeAt<ExpressionSyntax>() is { } written && Find(target, written) is { } offer
            ? [offer]
            : [];
        return Task.FromResult(offers);
    }

    private static FixOffer? Find(FixTarget target, ExpressionSyntax written)
    {
        if (target.Model.GetTypeInfo(written, target.CancellationToken).Type is not { } type)
        {
            return null;
        }

        if (Parsing.Symbols.IsRuntimeType(type, "WorkflowRun"))
        {
            return new FixOffer(
                OutputKey,
                OutputKey,
                session => session.ReplaceAsync(target.Document, written, OutputKey, (current, _) => OutputOf(current)));
        }

        return IsInAsyncFunction(written)
            ? new FixOffer(AwaitKey, AwaitKey, session => session.ReplaceAsync(
                target.Document, written, AwaitKey, (current, _) => Awaited(current)))
            : null;
    }

    private static bool IsInAsyncFunction(SyntaxNode node)
    {
        for (SyntaxNode? current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static ExpressionSyntax Awaited(ExpressionSyntax written)
    {
        AwaitExpressionSyntax awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), written.WithoutTrivia());
        return (written.Parent is MemberAccessExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(awaited)
            : (ExpressionSyntax)awaited).WithTriviaFrom(written);
    }

    private static MemberAccessExpressionSyntax OutputOf(ExpressionSyntax written)
    {
        ExpressionSyntax bare = written.WithoutTrivia();
        ExpressionSyntax run = bare is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(bare) : bare;
        return SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, run, SyntaxFactory.IdentifierName(
            "Output")).WithTriviaFrom(written);
    }
}
