using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH2003: numbers the name of the second of two inputs or properties with the same name, by the interface's naming rule.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameInputFix))]
public sealed class NameInputFix : DeploymentCodeFix
{
    private const string Key = "Name it with an attribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH2003");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        string naming = JsonNames.RuleOf(
            target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute")?.NamedArgument("Naming") as int? ?? 0);
        if (await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { } member)
        {
            return [];
        }

        return (member.Symbol is IParameterSymbol parameter
            ? OfferForParameter(target, member, parameter, naming)
            : await OfferForMemberAsync(target, member, naming).ConfigureAwait(false)) is { } offer ? [offer] : [];
    }

    private static FixOffer? OfferForParameter(FixTarget target, DeclaredMember member, IParameterSymbol parameter, string naming)
    {
        if (target.Compilation.GetTypeByMetadataName("FetchHive.InputAttribute") is not { } attribute
            || parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return null;
        }

        IEnumerable<KeyValuePair<ISymbol, string>> inputs = method.Parameters.Where(IsInput)
            .Select(input => new KeyValuePair<ISymbol, string>(
            input, input.FindRuntimeAttribute("InputAttribute")?.StringArgument(0) ?? JsonNames.Apply(naming, input.Name)));
        string name = FreeNames.For(parameter, inputs, naming);

        AttributeSyntax? given =
            parameter.FindRuntimeAttribute("InputAttribute")?.ApplicationSyntaxReference?.GetSyntax(
            target.CancellationToken) as AttributeSyntax;
        return new FixOffer($"Name '{parameter.Name}' with [Input(\"{name}\")]", Key, session => given is null
            ? session.ReplaceAsync(target.Document, (ParameterSyntax)member.Node, Key, (current, types) =>
                Attributes.Add(current, types.AttributeList(attribute, target: null, TypeWriter.Argument(name))))
            : session.ReplaceAsync(target.Document, given, Key, (current, _) => Attributes.WithName(current, name)));
    }

    private static async Task<FixOffer?> OfferForMemberAsync(FixTarget target, DeclaredMember member, string naming)
    {
        if (await MemberAttributes.FindAsync(member, "JsonPropertyNameAttribute", target).ConfigureAwait(false) is not { } attribute)
        {
            return null;
        }

        List<KeyValuePair<ISymbol, string>> properties = [];
        for (INamedTypeSymbol? type = member.Symbol.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol property in type
                .GetMembers()
                .Where(candidate => candidate is IPropertySymbol { IsStatic: false, IsIndexer: false }))
            {
                string? given = property.GetAttributes()
                    .FirstOrDefault(candidate => candidate.AttributeClass?.Is(KnownTypes.JsonPropertyNameAttribute) == true)?
                    .StringArgument(0);
                properties.Add(new KeyValuePair<ISymbol, string>(property, given ?? JsonNames.Apply(naming, property.Name)));
            }
        }

        string name = FreeNames.For(member.Symbol, properties, naming);
        return new FixOffer(
            $"Name '{member.Symbol.ContainingType.Name}.{member.Symbol.Name}' with [JsonPropertyName(\"{name}\")]", Key,
            session => MemberAttributes.SetAsync(session, member, attribute, TypeWriter.Argument(name)));
    }

    private static bool IsInput(IParameterSymbol parameter) =>
        !parameter.Type.Is(KnownTypes.CancellationToken)
        && parameter.FindRuntimeAttribute("MetadataAttribute") is null
        && parameter.FindRuntimeAttribute("CallbackUrlAttribute") is null
        && parameter.FindRuntimeAttribute("UserAttribute") is null;
}
