using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers;

/// <summary>
/// Makes sure that each mistake is reported once. Each interface is checked separately, so a mistake that several inherit is found in each.
/// There is one instance per compilation.
/// </summary>
internal sealed class FindingFilter
{
    private readonly ConcurrentDictionary<(string Rule, Location Place, string Arguments), INamedTypeSymbol> _inherited = new();

    /// <summary>Whether a finding of an interface should be reported.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="place">The location where it would be reported.</param>
    /// <param name="type">The interface.</param>
    /// <param name="reported">The interface's findings so far. The finding is added to it.</param>
    /// <param name="findingsOf">Returns the findings of another interface in the project.</param>
    public bool ShouldReport(
        Finding finding,
        Location place,
        INamedTypeSymbol type,
        HashSet<(string Rule, Location Place, string Arguments)> reported,
        Func<INamedTypeSymbol, List<Finding>> findingsOf)
    {
        if (finding.IsAboutNothing)
        {
            return false;
        }

        if (finding.Rule == DeclarationRules.ContainingTypeNotPartial)
        {
            return SymbolEqualityComparer.Default.Equals(FirstDeploymentIn((INamedTypeSymbol)finding.Subject), type);
        }

        (string, Location, string) key = (finding.Rule.Id, place, string.Join("\n", finding.Arguments));
        if (!reported.Add(key))
        {
            return false;
        }

        // A mistake that is corrected in the contract's JsonContext has to be corrected for each contract.
        INamedTypeSymbol? declaring = finding.Subject as INamedTypeSymbol ?? finding.Subject.ContainingType;
        if (declaring is null || finding.Type is not null || SymbolEqualityComparer.Default.Equals(declaring, type))
        {
            return true;
        }

        if (declaring.IsDeployment() && SymbolEqualityComparer.Default.Equals(declaring.ContainingAssembly, type.ContainingAssembly))
        {
            return !findingsOf(declaring).Exists(other => IsSame(other, finding));
        }

        return SymbolEqualityComparer.Default.Equals(_inherited.GetOrAdd(key, type), type);
    }

    private static bool IsSame(Finding one, Finding other)
    {
        bool isSame = one.Rule == other.Rule && one.Arguments.Length == other.Arguments.Length
            && SymbolEqualityComparer.Default.Equals(one.Subject.OriginalDefinition, other.Subject.OriginalDefinition);
        for (int i = 0; isSame && i < one.Arguments.Length; i++)
        {
            isSame = one.Arguments[i] == other.Arguments[i];
        }

        return isSame;
    }

    private static INamedTypeSymbol? FirstDeploymentIn(INamedTypeSymbol outer)
    {
        foreach (INamedTypeSymbol nested in outer.GetTypeMembers())
        {
            if (nested.IsDeployment())
            {
                return nested;
            }

            if (FirstDeploymentIn(nested) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
