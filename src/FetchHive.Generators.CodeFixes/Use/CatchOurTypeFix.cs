using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH6018: catches the exception that a call can throw. If the handler uses the exception's members, there is no fix, because the types
/// differ.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CatchOurTypeFix))]
public sealed class CatchOurTypeFix : DeploymentCodeFix
{
    private const string Key = "Catch what a call throws";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH6018");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        // This is the name of the analyzer's diagnostic property.
        IReadOnlyList<FixOffer> offers = target.Diagnostic.Properties.TryGetValue("Type", out string? name)
            && target.NodeAt<TypeSyntax>() is { Parent: CatchDeclarationSyntax { Parent: CatchClauseSyntax handler } declaration } caught
            && target.Compilation.GetTypeByMetadataName("FetchHive." + name) is { } type
            && !UsesException(handler, declaration)
            && !IsCaughtAlready(target, handler, type)
            ? [new FixOffer($"Catch {name}", Key, session => session.ReplaceAsync(
                target.Document, caught, Key, (current, types) => types.Type(type).WithTriviaFrom(current)))]
            : [];
        return Task.FromResult(offers);
    }

    private static bool UsesException(CatchClauseSyntax handler, CatchDeclarationSyntax declaration)
    {
        string name = declaration.Identifier.ValueText;
        return name.Length > 0 && handler.DescendantNodes().Any(node =>
            node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name
            && node.Parent
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Message" or "StackTrace" or "InnerException") });
    }

    private static bool IsCaughtAlready(FixTarget target, CatchClauseSyntax handler, INamedTypeSymbol type) =>
        handler.Parent is TryStatementSyntax attempt && attempt.Catches.Any(other => other != handler
            && other.Declaration is { } declaration
            && target.Model.GetTypeInfo(declaration.Type, target.CancellationToken).Type is { } caught
            && IsOrDerives(type, caught));

    private static bool IsOrDerives(ITypeSymbol? type, ITypeSymbol from)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, from))
            {
                return true;
            }
        }

        return false;
    }
}
