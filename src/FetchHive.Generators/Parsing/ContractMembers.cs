using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The members that an implementation of an interface has to give: its own and inherited ones, without those with a body.</summary>
internal static class ContractMembers
{
    public static List<ISymbol> Of(INamedTypeSymbol type)
    {
        List<ISymbol> members = [];
        HashSet<ISymbol> given = new(SymbolEqualityComparer.Default);
        Add(members, given, type);
        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            Add(members, given, inherited);
        }

        // An interface may give a body to a member of its base.
        members.RemoveAll(given.Contains);
        return members;
    }

    public static string KindOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "Indexer",
        IPropertySymbol => "Property",
        IEventSymbol => "Event",
        _ => "Member",
    };

    private static void Add(List<ISymbol> members, HashSet<ISymbol> given, INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            switch (member)
            {
                case IMethodSymbol method:
                    AddAll(given, method.ExplicitInterfaceImplementations);
                    if (method is { IsAbstract: true, MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion })
                    {
                        members.Add(method);
                    }

                    break;
                case IPropertySymbol property:
                    AddAll(given, property.ExplicitInterfaceImplementations);
                    if (property.IsAbstract)
                    {
                        members.Add(property);
                    }

                    break;
                case IEventSymbol { IsAbstract: true } @event:
                    members.Add(@event);
                    break;
            }
        }
    }

    private static void AddAll<T>(HashSet<ISymbol> given, System.Collections.Immutable.ImmutableArray<T> implemented)
        where T : ISymbol
    {
        foreach (T member in implemented)
        {
            given.Add(member);
        }
    }
}
