using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Findings;

/// <summary>
/// The properties of a diagnostic. They give a code fix what the location doesn't say. Symbols are passed as documentation ids: an
/// additional location can't point into another project of the solution, and the analyzer's symbols don't exist in the fix's compilation.
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
