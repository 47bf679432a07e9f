using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Findings;

/// <summary>
/// What a code fix needs to know besides the place, as the diagnostic's properties. Symbols go as documentation ids: an additional location
/// couldn't point into another project of the solution, and the analyzer's symbols mean nothing in the fix's compilation.
/// </summary>
internal static partial class FindingProperties
{
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
