using System.Collections.Generic;
using System.Threading;

using FetchHive.Generators.Parsing;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Finds the snippets without a declaration in the project. It visits all types, so it only runs for an interface without names.
/// </summary>
internal static class UndeclaredSnippets
{
    public static List<IndexedFile> Of(IReadOnlyList<IndexedFile> snippets, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        HashSet<(string Deployment, string Variant)> declared = [];
        Collect(type.ContainingAssembly.GlobalNamespace, declared, cancellationToken);
        List<IndexedFile> undeclared = [];
        foreach (IndexedFile file in snippets)
        {
            if (!IsDeclared(file.File.Snippet!, declared))
            {
                undeclared.Add(file);
            }
        }

        return undeclared;
    }

    private static bool IsDeclared(Snippet snippet, HashSet<(string Deployment, string Variant)> declared)
    {
        foreach (SnippetName variant in snippet.Variants)
        {
            if (declared.Contains((snippet.Deployment.Value, variant.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static void Collect(
        INamespaceOrTypeSymbol container, HashSet<(string Deployment, string Variant)> declared, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type && type.IsDeployment()
                && type.FindRuntimeAttribute(Symbols.DeploymentAttributeName) is { ConstructorArguments.Length: 2 } attribute
                && attribute.StringArgument(0) is { } deployment && attribute.StringArgument(1) is { } variant)
            {
                declared.Add((deployment, variant));
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                Collect(inner, declared, cancellationToken);
            }
        }
    }
}
