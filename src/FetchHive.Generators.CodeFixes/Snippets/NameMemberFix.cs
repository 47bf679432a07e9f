using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using FetchHive.Generators.Declaring;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5005, FH5010: changes a property's JSON name to the sample's, with <c>[JsonPropertyName]</c> or by renaming the property.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameMemberFix))]
public sealed class NameMemberFix : DeploymentCodeFix
{
    private const string AttributeKey = "Name it with [JsonPropertyName]";
    private const string RenameKey = "Rename it to the sample's name";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5005", "FH5010");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        List<FixOffer> offers = [];
        if (target.Property(FindingProperties.Near) is not { } near || !target.IsAboutMember
            || await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { } member)
        {
            return offers;
        }

        string subject = $"{member.Symbol.ContainingType.Name}.{member.Symbol.Name}";
        if (await MemberAttributes.FindAsync(member, "JsonPropertyNameAttribute", target).ConfigureAwait(false) is { } attribute)
        {
            offers.Add(new FixOffer(
                $"Name '{subject}' with [JsonPropertyName({CSharpNames.Literal(near)})]", AttributeKey,
                session => MemberAttributes.SetAsync(session, member, attribute, TypeWriter.Argument(near))));
        }

        // A name from an attribute stays when the member is renamed.
        string naming = JsonNames.RuleOf(
            target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute")?.NamedArgument("Naming") as int? ?? 0);
        string name = CSharpNames.Pascal(near, naming);
        if (JsonNames.Apply(naming, name) == near && !MemberAttributes.Has(member, "JsonPropertyNameAttribute")
            && Renaming.CanRename(member, name))
        {
            offers.Add(new FixOffer($"Rename '{subject}' to '{name}'", RenameKey, session =>
            {
                Renaming.Rename(session, member, name);
                return Task.CompletedTask;
            }));
        }

        return offers;
    }
}
