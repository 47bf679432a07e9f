using System.Collections.Generic;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The members that an implementation of an interface needs: the interface's own and inherited ones, except those with a body.
/// </summary>
internal static class ContractMembers
{
    public static List<ISymbol> Of(INamedTypeSymbol type)
    {
        List<ISymbol> members = [];
        bool hasExplicit = Add(members, type);
        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            hasExplicit |= Add(members, inherited);
        }

        if (hasExplicit)
        {
            // An interface may add a body to a member of its base, or remove it again. The most specific interface counts.
            members.RemoveAll(member => type.FindImplementationForInterfaceMember(member) is { IsAbstract: false });
            AddReabstracted(members, type);
        }

        return members;
    }

    public static string KindOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "Indexer",
        IPropertySymbol => "Property",
        IEventSymbol => "Event",
        _ => "Member",
    };

    /// <summary>Adds the members without a body. Returns whether the type has explicit implementations of a base's members.</summary>
    private static bool Add(List<ISymbol> members, INamedTypeSymbol type)
    {
        bool hasExplicit = false;
        foreach (ISymbol member in type.GetMembers())
        {
            if (!ExplicitlyImplemented(member).IsEmpty)
            {
                hasExplicit = true;
            }
            else if (member.IsAbstract && member
                is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion }
                or IPropertySymbol
                or IEventSymbol)
            {
                members.Add(member);
            }
        }

        return hasExplicit;
    }

    /// <summary>Adds members with a body that a derived interface removes, by declaring <c>abstract IBase.Member</c>.</summary>
    private static void AddReabstracted(List<ISymbol> members, INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            foreach (ISymbol member in inherited.GetMembers())
            {
                if (member.IsVirtual && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }
                    && type.FindImplementationForInterfaceMember(member) is null or { IsAbstract: true }
                    && !members.Contains(member))
                {
                    members.Add(member);
                }
            }
        }
    }

    private static ImmutableArray<ISymbol> ExplicitlyImplemented(ISymbol member) => member switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations: { IsEmpty: false } methods } => ImmutableArray<ISymbol>.CastUp(methods),
        IPropertySymbol { ExplicitInterfaceImplementations: { IsEmpty: false } properties } => ImmutableArray<ISymbol>.CastUp(properties),
        IEventSymbol { ExplicitInterfaceImplementations: { IsEmpty: false } events } => ImmutableArray<ISymbol>.CastUp(events),
        _ => ImmutableArray<ISymbol>.Empty,
    };
}
