using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The names of the generated types. They differ from all names in the user's code.</summary>
internal static class ClientTypeNames
{
    /// <summary>The name of the implementation, which is declared beside the interface: <c>IBriefImplementation</c>.</summary>
    public static string Implementation(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol scope = type.ContainingType is { } outer ? outer : type.ContainingNamespace;
        return Free(scope, type.Name, "Implementation");
    }

    /// <summary>
    /// The name of the class of extension methods, which is declared in the namespace: <c>Outer_IBriefFetchHiveExtensions</c>. It contains
    /// the interface's whole name, so that the classes of <c>IBrief</c> and <c>Brief</c> don't collide.
    /// </summary>
    public static string Extensions(INamedTypeSymbol type)
    {
        string stem = type.Name;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            stem = outer.Name + "_" + stem;
        }

        // An interface named Outer_IBrief needs that name for its own class.
        bool isTaken = type.ContainingType is not null && IsTaken(type.ContainingNamespace, stem);
        return Free(type.ContainingNamespace, isTaken ? stem + "_" : stem, "FetchHiveExtensions");
    }

    private static string Free(INamespaceOrTypeSymbol scope, string stem, string suffix)
    {
        string name = stem + suffix;
        for (int number = 2; IsTaken(scope, name); number++)
        {
            name = stem + suffix + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsTaken(INamespaceOrTypeSymbol scope, string name)
    {
        foreach (ISymbol member in scope.GetMembers(name))
        {
            if (!OwnFiles.Declare(member))
            {
                return true;
            }
        }

        // A member can't have the name of its containing type.
        return scope is INamedTypeSymbol && scope.Name == name;
    }
}
