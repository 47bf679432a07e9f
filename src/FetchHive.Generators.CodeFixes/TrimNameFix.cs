using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH1003: takes the white space off a deployment's or variant's name. What an empty one should be, nobody can guess.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrimNameFix))]
public sealed class TrimNameFix : DeploymentCodeFix
{
    private const string Key = "Remove the white space around the name";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH1003");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.NodeAt<ExpressionSyntax>() is LiteralExpressionSyntax { Token.Value: string name } literal && name.Trim() is { Length: > 0 } trimmed && trimmed != name
                ? [new FixOffer(Key, Key, session => session.ReplaceAsync(target.Document, literal, Key, (current, _) => Trim(current, trimmed)))]
                : [];
        return Task.FromResult(offers);
    }

    private static LiteralExpressionSyntax Trim(LiteralExpressionSyntax literal, string trimmed)
    {
        // What stands between the quotes is kept as it is written, escapes and all, unless the white space itself is escaped.
        string text = literal.Token.Text;
        int open = text.IndexOf('"');
        int close = text.LastIndexOf('"');
        if (literal.Token.IsKind(SyntaxKind.StringLiteralToken) && open >= 0 && close > open)
        {
            string kept = text.Substring(0, open + 1) + text.Substring(open + 1, close - open - 1).Trim() + text.Substring(close);
            SyntaxToken token = SyntaxFactory.ParseToken(kept);
            if (token.Value is string value && string.Equals(value, trimmed, StringComparison.Ordinal))
            {
                return literal.WithToken(token.WithTriviaFrom(literal.Token));
            }
        }

        return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(trimmed).WithTriviaFrom(literal.Token));
    }
}
