using System.Collections.Immutable;
using System.Threading;

using FetchHive.Generators.Findings;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Analyzers;

/// <summary>Finds the location of a finding.</summary>
internal static class FindingLocator
{
    /// <summary>
    /// The location of a finding. It is the interface's name if the subject isn't in this compilation's source, such as a member of another
    /// assembly.
    /// </summary>
    public static Location Locate(Finding finding, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        OfAttribute(finding, cancellationToken)
        ?? OfDeclaration(finding, type, cancellationToken)
        ?? type.Locations[0];

    private static Location? OfAttribute(Finding finding, CancellationToken cancellationToken)
    {
        if (finding.Attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax attribute)
        {
            return null;
        }

        if (finding.Target == FindingTarget.JsonContext && attribute.ArgumentList is { } named)
        {
            foreach (AttributeArgumentSyntax argument in named.Arguments)
            {
                if (argument.NameEquals?.Name.Identifier.ValueText == "JsonContext")
                {
                    return argument.Expression.GetLocation();
                }
            }
        }

        int index = finding.Target switch
        {
            FindingTarget.FirstArgument => 0,
            FindingTarget.SecondArgument => 1,
            _ => -1,
        };
        return index >= 0 && attribute.ArgumentList is { } list && PositionalArgument(list, index) is { } positional
            ? positional.Expression.GetLocation()
            : attribute.GetLocation();
    }

    /// <summary>The argument for a parameter of the constructor. Named arguments may be in another order.</summary>
    private static AttributeArgumentSyntax? PositionalArgument(AttributeArgumentListSyntax list, int index)
    {
        for (int i = 0; i < list.Arguments.Count; i++)
        {
            AttributeArgumentSyntax argument = list.Arguments[i];
            if (argument.NameEquals is not null)
            {
                continue;
            }

            bool isMeant = argument.NameColon is { } name
                ? name.Name.Identifier.ValueText == (index == 0 ? "deployment" : "variant")
                    || (index == 0 && name.Name.Identifier.ValueText is "name" or "key")
                : i == index;
            if (isMeant)
            {
                return argument;
            }
        }

        return null;
    }

    private static Location? OfDeclaration(Finding finding, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ISymbol subject = finding.Subject;
        if (!IsPartOf(subject, type))
        {
            return null;
        }

        if (finding.Target == FindingTarget.Type && TypeSyntaxOf(subject, cancellationToken) is { } syntax)
        {
            return syntax.GetLocation();
        }

        ImmutableArray<Location> locations = subject.Locations;
        return locations.Length > 0 && locations[0].IsInSource ? locations[0] : null;
    }

    /// <summary>
    /// Whether the subject is in the interface's assembly. A base interface may be in another project of the solution, for which this
    /// compilation has no locations.
    /// </summary>
    private static bool IsPartOf(ISymbol subject, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(subject.ContainingAssembly, type.ContainingAssembly);

    private static TypeSyntax? TypeSyntaxOf(ISymbol subject, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in subject.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case ParameterSyntax { Type: { } type }:
                    return type;
                case MethodDeclarationSyntax { ReturnType: var returnType }:
                    return returnType;
            }
        }

        return null;
    }
}
