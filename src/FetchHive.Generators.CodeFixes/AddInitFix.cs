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
/// FH4012: lets a property be set from an output. If the target framework has no init-only setters, it gets an ordinary one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitFix))]
public sealed class AddInitFix : DeploymentCodeFix
{
    private const string Key = "Let it be set from the output";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH4012");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (!target.IsAboutMember
            || await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { Node: PropertyDeclarationSyntax property } member
            || !DeclaredMember.HasAutoAccessors(property)
            || await member.Document.Project.GetCompilationAsync(target.CancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return [];
        }

        bool canInit = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.IsExternalInit") is not null
            && property.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 };
        bool hasSetter = property.AccessorList!.Accessors.Any(IsSetter);
        string title = $"{(hasSetter ? "Make the setter public of" : canInit ? "Add 'init' to" : "Add 'set' to")} "
            + $"'{member.Symbol.ContainingType.Name}.{member.Symbol.Name}'";
        return [new FixOffer(
            title, Key, session => session.ReplaceAsync(member.Document, property, Key, (current, _) => Open(current, canInit)))];
    }

    private static PropertyDeclarationSyntax Open(PropertyDeclarationSyntax property, bool canInit)
    {
        AccessorListSyntax accessors = property.AccessorList!;
        if (accessors.Accessors.FirstOrDefault(IsSetter) is { } setter)
        {
            AccessorDeclarationSyntax open = setter.WithModifiers(default).WithKeyword(
                setter.Keyword.WithLeadingTrivia(setter.GetLeadingTrivia()));
            return property.ReplaceNode(setter, open);
        }

        AccessorDeclarationSyntax getter = accessors.Accessors[0];
        AccessorDeclarationSyntax added =
            SyntaxFactory.AccessorDeclaration(canInit ? SyntaxKind.InitAccessorDeclaration : SyntaxKind.SetAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithLeadingTrivia(getter.GetLeadingTrivia())
            .WithTrailingTrivia(getter.GetTrailingTrivia());
        return property.WithAccessorList(accessors.WithAccessors(SyntaxFactory.List([getter, added])));
    }

    private static bool IsSetter(AccessorDeclarationSyntax accessor) =>
        accessor.IsKind(SyntaxKind.SetAccessorDeclaration) || accessor.IsKind(SyntaxKind.InitAccessorDeclaration);
}
