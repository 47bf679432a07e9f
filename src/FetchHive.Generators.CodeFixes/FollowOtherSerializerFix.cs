using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH2016: adds the System.Text.Json attribute that matches another serializer's. It doesn't change members of enums.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FollowOtherSerializerFix))]
public sealed class FollowOtherSerializerFix : DeploymentCodeFix
{
    private const string IgnoreKey = "Leave it out with [JsonIgnore]";
    private const string NameKey = "Name it with [JsonPropertyName]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH2016");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (!target.IsAboutMember || await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { } member)
        {
            return [];
        }

        string path = $"'{member.Symbol.ContainingType.Name}.{member.Symbol.Name}'";
        if (OtherAttributes.HidingIn(member.Symbol) is not null)
        {
            return await MemberAttributes.FindAsync(member, "JsonIgnoreAttribute", target).ConfigureAwait(false) is { } ignore
                ? [new FixOffer(
                    $"Leave {path} out with [JsonIgnore]", IgnoreKey, session => MemberAttributes.SetAsync(session, member, ignore))]
                : [];
        }

        return OtherAttributes.NameIn(member.Symbol, out _) is { } name
            && await MemberAttributes.FindAsync(member, "JsonPropertyNameAttribute", target).ConfigureAwait(false) is { } attribute
            ? [new FixOffer(
                $"Name {path} with [JsonPropertyName(\"{name}\")]", NameKey,
                session => MemberAttributes.SetAsync(session, member, attribute, TypeWriter.Argument(name)))]
            : [];
    }
}
