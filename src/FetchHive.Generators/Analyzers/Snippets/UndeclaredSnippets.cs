using System.Collections.Generic;
using System.Threading;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Finds the snippets whose deployment nothing in the project declares. Asked only where an interface has no names yet, as it looks at all
/// types.
/// </summary>
internal static class UndeclaredSnippets
{
    public static List<IndexedFile> Of(IReadOnlyList<IndexedFile> snippets, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        HashSet<string> declared = [];
        Collect(type.ContainingAssembly.GlobalNamespace, declared, cancellationToken);
        List<IndexedFile> undeclared = [];
        foreach (IndexedFile file in snippets)
        {
            if (!declared.Contains(file.File.Snippet!.Deployment.Value))
            {
                undeclared.Add(file);
            }
        }

        return undeclared;
    }

    private static void Collect(INamespaceOrTypeSymbol container, HashSet<string> declared, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type && type.IsDeployment()
                && type.FindRuntimeAttribute(Symbols.DeploymentAttributeName)?.StringArgument(0) is { } deployment)
            {
                declared.Add(deployment);
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                Collect(inner, declared, cancellationToken);
            }
        }
    }
}
