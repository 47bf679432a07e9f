using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH1010: adds a <c>CancellationToken</c> as the last parameter, with a default value, so that callers don't have to change.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationTokenFix))]
public sealed class AddCancellationTokenFix : DeploymentCodeFix
{
    private const string Key = "Add a CancellationToken";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH1010");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        // Nothing may follow `params`, and before it a caller's argument would become the token.
        IReadOnlyList<FixOffer> offers =
            target.NamedNode<MethodDeclarationSyntax>() is { ParameterList: { CloseParenToken.IsMissing: false } list }
            && !list.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
            && target.Compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is { } token
                ? [new FixOffer(Key, Key, session => session.ReplaceAsync(
                    target.Document, list, Key, (current, types) => Add(current, token, types, Lines.EndOfLine(list))))]
                : [];
        return Task.FromResult(offers);
    }

    private static ParameterListSyntax Add(ParameterListSyntax list, INamedTypeSymbol token, TypeWriter types, SyntaxTrivia endOfLine)
    {
        SyntaxToken equals = SyntaxFactory.Token(
            SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        ParameterSyntax parameter = SyntaxFactory.Parameter(
            attributeLists: default,
            modifiers: default,
            types.Type(token).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Identifier(Parameters.FreeName(list, "cancellationToken")),
            SyntaxFactory.EqualsValueClause(equals, SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));
        return Parameters.Insert(list, list.Parameters.Count, parameter, endOfLine);
    }
}
