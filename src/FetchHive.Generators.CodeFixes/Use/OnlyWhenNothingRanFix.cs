using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH6009: limits a handler that calls again to failures after which no run can have started. It doesn't change handlers of all exceptions.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OnlyWhenNothingRanFix))]
public sealed class OnlyWhenNothingRanFix : DeploymentCodeFix
{
    private const string Key = "Retry only what can't have run";
    private const string Asked = "MayHaveRun";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH6009");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.NodeAt<TypeSyntax>()?.Parent?.Parent is CatchClauseSyntax { Declaration: { } declaration } handler
            && IsOurs(target, declaration)
            ? [new FixOffer(
                Key,
                Key,
                session => session.ReplaceAsync(target.Document, handler, Key, (current, _) => Filter(current, NameFor(target, current))))]
            : [];
        return Task.FromResult(offers);
    }

    private static bool IsOurs(FixTarget target, CatchDeclarationSyntax declaration)
    {
        ITypeSymbol? type = target.Model.GetTypeInfo(declaration.Type, target.CancellationToken).Type;
        for (; type is not null; type = type.BaseType)
        {
            if (Parsing.Symbols.IsRuntimeType(type, "FetchHiveException"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the exception's variable, or a new name that is unique in the method.</summary>
    private static string NameFor(FixTarget target, CatchClauseSyntax handler)
    {
        if (handler.Declaration is { Identifier: { ValueText: { Length: > 0 } } given })
        {
            return given.Text;
        }

        const string Name = "exception";
        string name = Name;
        for (int i = 2; !target.Model.LookupSymbols(target.Diagnostic.Location.SourceSpan.Start, name: name).IsEmpty; i++)
        {
            name = Name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static CatchClauseSyntax Filter(CatchClauseSyntax handler, string name)
    {
        CatchDeclarationSyntax declaration = handler.Declaration!;
        SyntaxTriviaList after = declaration.GetTrailingTrivia();
        ExpressionSyntax asked = SyntaxFactory.PrefixUnaryExpression(
            SyntaxKind.LogicalNotExpression,
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(name), SyntaxFactory.IdentifierName(Asked)));
        if (declaration.Identifier.ValueText.Length == 0)
        {
            declaration = declaration
                .WithType(declaration.Type.WithoutTrailingTrivia().WithTrailingTrivia(SyntaxFactory.Space))
                .WithIdentifier(SyntaxFactory.Identifier(name));
        }

        if (handler.Filter is { } filter)
        {
            // `when (e.MayHaveRun)` is the inverse condition.
            bool isInverted = filter.FilterExpression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Asked };
            ExpressionSyntax condition = isInverted
                ? asked
                : SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, asked.WithTrailingTrivia(SyntaxFactory.Space), Grouped(
                    filter.FilterExpression))
                    .WithOperatorToken(SyntaxFactory.Token(SyntaxKind.AmpersandAmpersandToken).WithTrailingTrivia(SyntaxFactory.Space));
            return handler.WithDeclaration(declaration).WithFilter(
                filter.WithFilterExpression(condition.WithTriviaFrom(filter.FilterExpression)));
        }

        CatchFilterClauseSyntax added = SyntaxFactory.CatchFilterClause(asked)
            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(after);
        return handler.WithDeclaration(declaration.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(added);
    }

    private static ExpressionSyntax Grouped(ExpressionSyntax condition)
    {
        ExpressionSyntax bare = condition.WithoutTrivia();
        return bare is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression }
            or ConditionalExpressionSyntax or AssignmentExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(bare)
            : bare;
    }
}
