using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH1001, FH1002: makes the interface, or a type around it, <see langword="partial"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix))]
public sealed class AddPartialFix : DeploymentCodeFix
{
    private const string Key = "Add 'partial'";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH1001", "FH1002");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = target.NamedNode<TypeDeclarationSyntax>() is { } type
            ? [new FixOffer(
                $"Make '{type.Identifier.ValueText}' partial", Key,
                session => session.ReplaceAsync(target.Document, type, Key, (current, _) => AddPartial(current)))]
            : [];
        return Task.FromResult(offers);
    }

    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        // The modifier must be directly before the keyword, and takes over the keyword's leading trivia.
        SyntaxToken partial = SyntaxFactory.Token(
            type.Keyword.LeadingTrivia, SyntaxKind.PartialKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return ((TypeDeclarationSyntax)type.ReplaceToken(type.Keyword, type.Keyword.WithLeadingTrivia())).AddModifiers(partial);
    }
}
