using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Declaring;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5004: sends a single value as text, or no longer as text; changes the parameter to the sample's type; or writes <c>[]</c> into the
/// snippet. The last fix is for a sample that is text although an array is sent, because the service's dialog may write an array as text.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitKindFix))]
public sealed class FitKindFix : DeploymentCodeFix
{
    private const string AsTextKey = "Send it as text";
    private const string NotAsTextKey = "Don't send it as text";
    private const string TypeKey = "Use the type of the sample";
    private const string ArrayKey = "Write [] in the snippet";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5004");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (target.Property(FindingProperties.Input) is not { } input
            || await DeclaredMember.FindAsync(target)
                .ConfigureAwait(false) is not { Node: ParameterSyntax node, Symbol: IParameterSymbol parameter } member
            || await SnippetDocument
                .FindAsync(target.Document.Project, target.Property(FindingProperties.Snippet), target.CancellationToken)
                .ConfigureAwait(false) is not { } snippet
            || snippet.File.Snippet?.Inputs?.Find(input) is not { } sample
            || target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is not { } contract)
        {
            return [];
        }

        List<FixOffer> offers = [];
        if (parameter.FindRuntimeAttribute("InputAttribute") is { } given && given.NamedArgument("AsText") is true)
        {
            AddNotAsText(offers, target, given, parameter);
            return offers;
        }

        string? sent = target.Property(FindingProperties.Sent);
        if (sample.Value.Kind == SnippetKind.Text && sent == nameof(SnippetKind.Array))
        {
            offers.Add(new FixOffer($"Write [] for '{input}' in '{snippet.Name.Name}'", ArrayKey, session =>
            {
                session.EditText(snippet.Document, text => WithArray(text, input));
                return Task.CompletedTask;
            }));
        }
        else if (sample.Value.Kind == SnippetKind.Text && sent is nameof(SnippetKind.Number) or nameof(SnippetKind.Boolean))
        {
            AddAsText(offers, target, node, parameter);
        }

        if (member.CanChangeType && sample.Value.Kind != SnippetKind.Null)
        {
            string naming = JsonNames.RuleOf(contract.NamedArgument("Naming") as int? ?? 0);
            offers.Add(new FixOffer($"Use the type of the sample for '{parameter.Name}'", TypeKey, session =>
                UseTypeAsync(session, target, member, sample, naming)));
        }

        return offers;
    }

    private static Task UseTypeAsync(FixSession session, FixTarget target, DeclaredMember member, SnippetProperty sample, string naming)
    {
        if (NewTypes.Of(session, target, naming) is not { } types)
        {
            return Task.CompletedTask;
        }

        TypeText type = types.OfInput(sample);
        bool isNullable = type.IsNullable || member.Type is NullableTypeSyntax || (type.IsValueType && DeclaredMember.IsNull(member.Value));
        TypeSyntax syntax = types.Place.Type((type with { IsNullable = isNullable }).Written(types.Place.Options.HasNullable));
        return session.ReplaceAsync(target.Document, member.Type, TypeKey, (current, _) => syntax.WithTriviaFrom(current));
    }

    private static void AddAsText(List<FixOffer> offers, FixTarget target, ParameterSyntax node, IParameterSymbol parameter)
    {
        if (target.Compilation.GetTypeByMetadataName("FetchHive.InputAttribute") is not { } attribute)
        {
            return;
        }

        AttributeArgumentSyntax argument = Attributes.Named("AsText", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        AttributeSyntax? given =
            parameter.FindRuntimeAttribute("InputAttribute")?.ApplicationSyntaxReference?
                .GetSyntax(target.CancellationToken) as AttributeSyntax;
        offers.Add(new FixOffer(
            $"Send '{parameter.Name}' as text with [Input(AsText = true)]", AsTextKey, session => given is null
                ? session.ReplaceAsync(target.Document, node, AsTextKey, (current, types) =>
                    Attributes.Add(current, types.AttributeList(attribute, target: null, argument)))
                : session.ReplaceAsync(target.Document, given, AsTextKey, (current, _) => current.WithArgumentList(Attributes.WithLast(
                    WithoutAsText(current.ArgumentList) ?? SyntaxFactory.AttributeArgumentList(), argument)))));
    }

    private static void AddNotAsText(List<FixOffer> offers, FixTarget target, AttributeData given, IParameterSymbol parameter)
    {
        if (given.ApplicationSyntaxReference?.GetSyntax(target.CancellationToken) is AttributeSyntax syntax)
        {
            offers.Add(new FixOffer($"Send '{parameter.Name}' as it is, without AsText", NotAsTextKey, session =>
                session.ReplaceAsync(target.Document, syntax, NotAsTextKey, (current, _) =>
                    current.WithArgumentList(WithoutAsText(current.ArgumentList)))));
        }
    }

    /// <summary>The other arguments; <see langword="null"/> if there are none.</summary>
    private static AttributeArgumentListSyntax? WithoutAsText(AttributeArgumentListSyntax? list)
    {
        AttributeArgumentSyntax? flag =
            list?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "AsText");
        if (list is null || flag is null)
        {
            return list;
        }

        SeparatedSyntaxList<AttributeArgumentSyntax> rest = list.Arguments.Remove(flag);
        return rest.Count == 0 ? null : list.WithArguments(rest);
    }

    /// <summary>Replaces text by an empty array, which shows the kind, but nothing about the elements.</summary>
    private static SourceText WithArray(SourceText text, string input) =>
        SnippetFile.ReadSnippet(text.ToString()).Snippet?.Inputs?.Find(input) is { Value: { Kind: SnippetKind.Text, Span: var span } }
            ? text.WithChanges(new TextChange(TextSpan.FromBounds(span.Start, span.End), "[]"))
            : text;
}
