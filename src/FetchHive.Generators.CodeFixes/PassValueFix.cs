using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH6001: passes the value instead of its JSON text, if the input's type can be any JSON and the value is JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassValueFix))]
public sealed class PassValueFix : DeploymentCodeFix
{
    private const string Key = "Pass the value instead of its JSON text";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH6001");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = Find(target) is { } offer ? [offer] : [];
        return Task.FromResult(offers);
    }

    private static FixOffer? Find(FixTarget target)
    {
        // These are the names of the analyzer's diagnostic properties.
        ImmutableDictionary<string, string?> properties = target.Diagnostic.Properties;
        if (!properties.ContainsKey("ValueFits")
            || target.Diagnostic.AdditionalLocations is not { Count: > 0 } further
            || !(Number(properties, "ValueStart") is { } start && Number(properties, "ValueLength") is { } length)
            || !target.Root.FullSpan.Contains(new TextSpan(start, length))
            || target.NodeAt<ExpressionSyntax>() is not { } place
            || target.Root.FindNode(new TextSpan(start, length), getInnermostNodeForTie: true) is not ExpressionSyntax value)
        {
            return null;
        }

        // The parentheses and the operator are replaced too: `(value)!` would be parsed as a cast.
        while (place.Parent is ParenthesizedExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            place = (ExpressionSyntax)place.Parent;
        }

        TextSpan origin = further[0].SourceSpan;
        bool canReplace = further[0].SourceTree == place.SyntaxTree && (Makes(place, origin)
            ? !HasCommentOutside(place, value)
            : IsOnlyHeldBy(target, place, origin) && MeansTheSame(target, value, place));
        return !canReplace ? null : new FixOffer(
            $"Pass '{value}' instead of its JSON text", Key,
            session => session.ReplaceAsync(target.Document, place, Key, (current, _) => Fit(value, current)));
    }

    /// <summary>Whether the expression is the call that creates the text, not one of several branches.</summary>
    private static bool Makes(ExpressionSyntax expression, TextSpan origin) => Strip(expression) switch
    {
        ConditionalAccessExpressionSyntax access => access.WhenNotNull.Span == origin,
        var bare => bare.Span == origin,
    };

    /// <summary>Whether the text is in a local without any other value.</summary>
    private static bool IsOnlyHeldBy(FixTarget target, ExpressionSyntax place, TextSpan origin) =>
        Strip(place) is IdentifierNameSyntax use
        && target.Model.GetSymbolInfo(use, target.CancellationToken)
        .Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references } local
        && references[0].GetSyntax(target.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
        && Makes(initializer, origin)
        && !IsWritten(place, local.Name);

    /// <summary>
    /// Whether the value is a local or a parameter that is in scope at the call and never assigned again. Otherwise the value may have
    /// changed before the call.
    /// </summary>
    private static bool MeansTheSame(FixTarget target, ExpressionSyntax value, ExpressionSyntax place) =>
        value is IdentifierNameSyntax { Identifier.ValueText: var name }
        && target.Model.GetSymbolInfo(value, target.CancellationToken).Symbol is { } symbol and (ILocalSymbol or IParameterSymbol)
        && target.Model.LookupSymbols(place.SpanStart, name: name).Contains(symbol, SymbolEqualityComparer.Default)
        && !IsWritten(place, name);

    private static bool IsWritten(SyntaxNode place, string name)
    {
        SyntaxNode? member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate => candidate is not GlobalStatementSyntax);
        return (member ?? place.SyntaxTree.GetRoot()).DescendantNodes()
            .Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && node.Parent switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left == node,
                ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
                PrefixUnaryExpressionSyntax
                    or PostfixUnaryExpressionSyntax => !node.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression),
                RefExpressionSyntax => true,
                _ => false,
            });
    }

    private static ExpressionSyntax Strip(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static ExpressionSyntax Fit(ExpressionSyntax value, ExpressionSyntax place)
    {
        ExpressionSyntax bare = value.WithoutTrivia();
        bool standsAlone = place.Parent is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax
            || bare is IdentifierNameSyntax or InvocationExpressionSyntax;
        return (standsAlone
            ? bare
            : SyntaxFactory.ParenthesizedExpression(bare).WithAdditionalAnnotations(Simplifier.Annotation)).WithTriviaFrom(place);
    }

    private static bool HasCommentOutside(SyntaxNode place, SyntaxNode value) => place.DescendantTrivia().Any(trivia =>
        !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
        && place.Span.Contains(trivia.Span) && !value.Span.Contains(trivia.Span));

    private static int? Number(ImmutableDictionary<string, string?> properties, string name) =>
        properties.TryGetValue(name, out string? text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
