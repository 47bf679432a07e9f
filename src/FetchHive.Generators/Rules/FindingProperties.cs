using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>
/// What a code fix needs to know besides the place, as the diagnostic's properties. Symbols go as documentation ids: an additional location
/// couldn't point into another project of the solution, and the analyzer's symbols mean nothing in the fix's compilation.
/// </summary>
internal static class FindingProperties
{
    /// <summary>The declaration id of the interface that carries the attribute; the place may be in one that it inherits.</summary>
    public const string Contract = "FetchHive.Contract";

    /// <summary>The declaration id of <see cref="Finding.Member"/>.</summary>
    public const string Member = "FetchHive.Member";

    /// <summary>The reference id of <see cref="Finding.Type"/>.</summary>
    public const string Type = "FetchHive.Type";

    public static ImmutableDictionary<string, string?> Of(Finding finding, INamedTypeSymbol contract)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(Contract, DocumentationCommentId.CreateDeclarationId(contract));
        if (finding.Member is { } member)
        {
            properties = properties.Add(Member, DocumentationCommentId.CreateDeclarationId(member.OriginalDefinition));
        }

        return finding.Type is { } type
            ? properties.Add(Type, DocumentationCommentId.CreateReferenceId(type))
            : properties;
    }
}
