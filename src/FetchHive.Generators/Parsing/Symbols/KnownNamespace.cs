using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>A namespace that is recognised by its full name.</summary>
internal sealed class KnownNamespace(string fullName)
{
    private readonly string[] _parts = fullName.Split('.');

    public bool IsNameOf(INamespaceSymbol? space)
    {
        for (int i = _parts.Length - 1; i >= 0; i--)
        {
            if (space is null || space.Name != _parts[i])
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }
}
