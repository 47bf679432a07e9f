using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH2002, FH2005, FH3003, FH4003: replaces the declared type by the one that the rule suggests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTypeFix))]
public sealed class ChangeTypeFix : DeploymentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH2002", "FH2005", "FH3003", "FH4003");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { CanChangeType: true } member)
        {
            return [];
        }

        SemanticModel? model = member.Document == target.Document
            ? target.Model
            : await member.Document.GetSemanticModelAsync(target.CancellationToken).ConfigureAwait(false);
        FixOffer? offer = model is null ? null : target.Diagnostic.Id switch
        {
            "FH2002" => UseKnownShape(target, member, model),
            "FH2005" => UseJaggedArray(member),
            "FH3003" => UseMetadataValues(target, member, model),
            _ => UseUri(member, model),
        };
        return offer is null ? [] : [offer];
    }

    /// <summary>Uses a type for any JSON, or in metadata, which only takes single values, <c>MetadataValue</c>.</summary>
    private static FixOffer? UseKnownShape(FixTarget target, DeclaredMember member, SemanticModel model)
    {
        bool isMetadata = target.IsAtParameterWith("MetadataAttribute");
        string name = isMetadata ? "MetadataValue" : "JsonElement";
        if (model.Compilation.GetTypeByMetadataName(isMetadata ? "FetchHive.MetadataValue" : "System.Text.Json.JsonElement")
            is not { } known
            || target.TypeId is not { } id)
        {
            return null;
        }

        List<TypeSyntax> wrong = [];
        foreach (TypeSyntax node in TypesIn(member.Type))
        {
            // The diagnostic may be at the last part of `System.Object`, but the whole name is replaced.
            if (node is not NullableTypeSyntax
                && !wrong.Exists(outer => outer.Span.Contains(node.Span))
                && model.GetTypeInfo(node, target.CancellationToken).Type is { } type
                && DocumentationCommentId.CreateReferenceId(type) == id)
            {
                wrong.Add(node);
            }
        }

        // A struct with the default value null has to be nullable.
        bool mustBeNullable = DeclaredMember.IsNull(member.Value) && wrong.Count == 1 && wrong[0] == member.Type;
        return wrong.Count == 0 ? null : Offer(member, "Use " + name, async session =>
        {
            foreach (TypeSyntax node in wrong)
            {
                await session.ReplaceAsync(member.Document, node, "type", (current, types) => (mustBeNullable
                    ? SyntaxFactory.NullableType(types.Type(known))
                    : types.Type(known)).WithTriviaFrom(current)).ConfigureAwait(false);
            }
        });
    }

    private static FixOffer? UseJaggedArray(DeclaredMember member)
    {
        List<ArrayTypeSyntax> arrays = [.. TypesIn(member.Type)
            .OfType<ArrayTypeSyntax>()
            .Where(array => array.RankSpecifiers.Any(rank => rank.Rank > 1))];
        return arrays.Count == 0 ? null : Offer(member, "Use a jagged array", async session =>
        {
            foreach (ArrayTypeSyntax array in arrays)
            {
                await session.ReplaceAsync(member.Document, array, "type", (current, _) => Jagged(current)).ConfigureAwait(false);
            }
        });
    }

    private static ArrayTypeSyntax Jagged(ArrayTypeSyntax array)
    {
        List<ArrayRankSpecifierSyntax> ranks = [];
        foreach (ArrayRankSpecifierSyntax rank in array.RankSpecifiers)
        {
            SyntaxTriviaList after = rank.GetTrailingTrivia();
            for (int i = 0; i < rank.Rank; i++)
            {
                ranks.Add(SyntaxFactory.ArrayRankSpecifier(SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(
                    SyntaxFactory.OmittedArraySizeExpression()))
                    .WithTrailingTrivia(i == rank.Rank - 1 ? after : default));
            }
        }

        return array.WithRankSpecifiers(SyntaxFactory.List(ranks));
    }

    /// <summary>
    /// Changes the type of a dictionary's values. A type derived from a dictionary is replaced by an ordinary dictionary.
    /// </summary>
    private static FixOffer? UseMetadataValues(FixTarget target, DeclaredMember member, SemanticModel model)
    {
        Compilation compilation = model.Compilation;
        if (compilation.GetTypeByMetadataName("FetchHive.MetadataValue") is not { } value
            || compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2") is not { } dictionary)
        {
            return null;
        }

        TypeSyntax type = member.Type is NullableTypeSyntax nullable ? nullable.ElementType : member.Type;
        if (model.GetTypeInfo(type, target.CancellationToken)
            .Type is INamedTypeSymbol
            {
                TypeArguments.Length: 2,
                Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "SortedDictionary"
            } known
            && known.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric)
            && type
                .DescendantNodesAndSelf()
                .OfType<GenericNameSyntax>()
                .FirstOrDefault() is { TypeArgumentList.Arguments: { Count: 2 } arguments })
        {
            return Offer(member, "Use MetadataValue as values", session => session.ReplaceAsync(
                member.Document, arguments[1], "type", (current, types) => types.Type(value).WithTriviaFrom(current)));
        }

        return Offer(member, "Use Dictionary<string, MetadataValue>", session => session.ReplaceAsync(
            member.Document, type, "type", (current, types) => types.Generic(
                dictionary, SyntaxFactory.PredefinedType(SyntaxFactory.Token(
                    SyntaxKind.StringKeyword)), types.Type(value)).WithTriviaFrom(current)));
    }

    private static FixOffer? UseUri(DeclaredMember member, SemanticModel model)
    {
        TypeSyntax type = member.Type is NullableTypeSyntax nullable ? nullable.ElementType : member.Type;
        return model.Compilation.GetTypeByMetadataName("System.Uri") is not { } uri
            ? null : Offer(member, "Use Uri", session => session.ReplaceAsync(
            member.Document, type, "type", (current, types) => types.Type(uri).WithTriviaFrom(current)));
    }

    private static FixOffer Offer(DeclaredMember member, string what, Func<FixSession, Task> apply) =>
        new(
            member.Node is ParameterSyntax { Parent.Parent: MethodDeclarationSyntax }
                ? what
                : $"{what} for '{member.Symbol.ContainingType.Name}.{member.Symbol.Name}'",
            what,
            apply);

    private static IEnumerable<TypeSyntax> TypesIn(TypeSyntax type) => type.DescendantNodesAndSelf().OfType<TypeSyntax>();
}
