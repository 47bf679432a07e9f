using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Adds an attribute of System.Text.Json to a member, or replaces the same attribute with other arguments.</summary>
internal static class MemberAttributes
{
    /// <summary>
    /// The attribute's type in the member's project; <see langword="null"/> if that project doesn't reference System.Text.Json.
    /// </summary>
    public static async Task<INamedTypeSymbol?> FindAsync(DeclaredMember member, string name, FixTarget target) =>
        (await member.Document.Project.GetCompilationAsync(target.CancellationToken).ConfigureAwait(false))?
            .GetTypeByMetadataName("System.Text.Json.Serialization." + name);

    /// <summary>Whether the member already has the attribute.</summary>
    public static bool Has(DeclaredMember member, string name) => Given(member, name) is not null;

    public static Task SetAsync(
        FixSession session, DeclaredMember member, INamedTypeSymbol attribute, params AttributeArgumentSyntax[] arguments)
    {
        if (Given(member, attribute.Name)?.ApplicationSyntaxReference?.GetSyntax(session.CancellationToken) is AttributeSyntax old)
        {
            return session.ReplaceAsync(member.Document, old, attribute.Name, (current, _) => current.WithArgumentList(
                arguments.Length == 0 ? null : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments))));
        }

        if (member.Node is ParameterSyntax parameter)
        {
            return session.ReplaceAsync(member.Document, parameter, attribute.Name, (current, types) =>
                Attributes.Add(current, types.AttributeList(attribute, SyntaxKind.PropertyKeyword, arguments)));
        }

        bool ownLine = Lines.IsFirstOnLine(member.Node);
        SyntaxTrivia endOfLine = Lines.EndOfLine(member.Node);
        return session.ReplaceAsync(member.Document, (MemberDeclarationSyntax)member.Node, attribute.Name, (current, types) =>
            Attributes.Add(current, types.AttributeList(attribute, target: null, arguments), ownLine, endOfLine));
    }

    private static AttributeData? Given(DeclaredMember member, string name) => member.Symbol.GetAttributes().FirstOrDefault(candidate =>
        candidate.AttributeClass is { } type
        && type.Name == name && type.ContainingNamespace.Is(KnownNamespaces.SystemTextJsonSerialization));
}
