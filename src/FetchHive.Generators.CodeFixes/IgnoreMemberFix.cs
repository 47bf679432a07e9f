using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH3001, FH3002, FH3006: leaves a property out of metadata. A parameter itself can't be left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreMemberFix))]
public sealed class IgnoreMemberFix : DeploymentCodeFix
{
    private const string Key = "Leave it out with [JsonIgnore]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH3001", "FH3002", "FH3006");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (!target.IsAboutMember || await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { } member
            || await MemberAttributes.FindAsync(member, "JsonIgnoreAttribute", target).ConfigureAwait(false) is not { } attribute)
        {
            return [];
        }

        string title = $"Leave '{member.Symbol.ContainingType.Name}.{member.Symbol.Name}' out with [JsonIgnore]";
        return [new FixOffer(title, Key, session => MemberAttributes.SetAsync(session, member, attribute))];
    }
}
