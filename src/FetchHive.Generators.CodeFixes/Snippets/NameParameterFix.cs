using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Declaring;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5002 at a parameter: renames the parameter to the snippet's name, names the input with <c>[Input]</c>, or sets the interface's naming
/// rule if that corrects all of its names.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameParameterFix))]
public sealed class NameParameterFix : DeploymentCodeFix
{
    private const string RenameKey = "Rename it to the snippet's name";
    private const string AttributeKey = "Name it with [Input]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5002");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        List<FixOffer> offers = [];
        if (target.Property(FindingProperties.Near) is { } near && target.Parameter() is { } node
            && target.Model.GetDeclaredSymbol(node, target.CancellationToken) is { } parameter
            && target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is { } contract)
        {
            AddNaming(offers, target, contract);
            string naming = JsonNames.RuleOf(contract.NamedArgument("Naming") as int? ?? 0);
            if (ParameterWriter.NameFor(near, naming) is { } name && Renaming.CanRename(parameter, name))
            {
                offers.Add(new FixOffer($"Rename '{parameter.Name}' to '{name}'", RenameKey, session =>
                {
                    Renaming.Rename(session, target.Document.Project, parameter, name);
                    return Task.CompletedTask;
                }));
            }

            AddAttribute(offers, target, node, parameter, near);
        }

        return Task.FromResult<IReadOnlyList<FixOffer>>(offers);
    }

    private static void AddAttribute(
        List<FixOffer> offers, FixTarget target, ParameterSyntax node, IParameterSymbol parameter, string near)
    {
        if (target.Compilation.GetTypeByMetadataName("FetchHive.InputAttribute") is not { } attribute)
        {
            return;
        }

        AttributeSyntax? given =
            parameter.FindRuntimeAttribute("InputAttribute")?.ApplicationSyntaxReference?
                .GetSyntax(target.CancellationToken) as AttributeSyntax;
        offers.Add(new FixOffer(
            $"Name '{parameter.Name}' with [Input({CSharpNames.Literal(near)})]", AttributeKey, session => given is null
                ? session.ReplaceAsync(target.Document, node, AttributeKey, (current, types) =>
                    Attributes.Add(current, types.AttributeList(attribute, target: null, TypeWriter.Argument(near))))
                : session.ReplaceAsync(target.Document, given, AttributeKey, (current, _) => Attributes.WithName(current, near))));
    }

    private static void AddNaming(List<FixOffer> offers, FixTarget target, AttributeData contract)
    {
        if (target.Property(FindingProperties.Naming) is not { } rule
            || contract.ApplicationSyntaxReference is not { } reference
            || reference.GetSyntax(
                target.CancellationToken) is not AttributeSyntax { ArgumentList: { CloseParenToken.IsMissing: false } } attribute
            || target.Solution.GetDocument(reference.SyntaxTree) is not { } document)
        {
            return;
        }

        string title = $"Set Naming = NamingRule.{rule}";
        offers.Add(new FixOffer(title, title, session => session.ReplaceAsync(
            document, attribute, title, (current, _) => WithNaming(current, rule))));
    }

    private static AttributeSyntax WithNaming(AttributeSyntax attribute, string rule)
    {
        AttributeArgumentListSyntax list = attribute.ArgumentList!;
        ExpressionSyntax value = SyntaxFactory.ParseExpression("global::FetchHive.NamingRule." + rule)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        if (list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Naming") is { } known)
        {
            return attribute.WithArgumentList(list.ReplaceNode(known.Expression, value.WithTriviaFrom(known.Expression)));
        }

        return attribute.WithArgumentList(Attributes.WithLast(list, Attributes.Named("Naming", value)));
    }
}
