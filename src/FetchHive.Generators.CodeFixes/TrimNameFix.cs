using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH1003, FH2004, FH3004: removes white space and invisible characters from a name, and replaces look-alikes by ASCII characters. It
/// doesn't fix empty names.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrimNameFix))]
public sealed class TrimNameFix : DeploymentCodeFix
{
    private const string Key = "Write the name in plain characters";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH1003", "FH2004", "FH3004");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.NodeAt<ExpressionSyntax>() is LiteralExpressionSyntax { Token.Value: string name } literal
                && NameText.Corrected(name) is { Length: > 0 } corrected
                && corrected != name
                ? [new FixOffer(
                    $"Change the name to '{corrected}'",
                    Key,
                    session => session.ReplaceAsync(target.Document, literal, Key, (current, _) => Corrected(current, corrected)))]
                : [];
        return Task.FromResult(offers);
    }

    private static LiteralExpressionSyntax Corrected(LiteralExpressionSyntax literal, string corrected)
    {
        // The text between the quotes is kept as it is written, with its escapes, unless the mistake itself is escaped.
        string text = literal.Token.Text;
        int open = text.IndexOf('"');
        int close = text.LastIndexOf('"');
        if (literal.Token.IsKind(SyntaxKind.StringLiteralToken) && open >= 0 && close > open)
        {
            string kept =
                text.Substring(0, open + 1) + NameText.Corrected(text.Substring(open + 1, close - open - 1)) + text.Substring(close);
            SyntaxToken token = SyntaxFactory.ParseToken(kept);
            if (token.Value is string value && string.Equals(value, corrected, StringComparison.Ordinal))
            {
                return literal.WithToken(token.WithTriviaFrom(literal.Token));
            }
        }

        return SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(corrected).WithTriviaFrom(literal.Token));
    }
}
