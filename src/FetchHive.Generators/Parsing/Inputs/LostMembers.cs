using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Warns about collections with additional properties. Only the elements are sent, as in System.Text.Json.</summary>
internal static class LostMembers
{
    /// <summary>Checks a collection or dictionary at the current place.</summary>
    public static void Check(ITypeSymbol type, ParseContext context)
    {
        if (type.Is(KnownTypes.IGrouping))
        {
            context.Report(
                InputRules.CollectionLoses, context.Path, TypeNames.Readable(type), "Key", "pass a dictionary of lists, as "
                    + "ToDictionary(group => group.Key, group => group.ToList()) makes it");
        }
        else if (FirstAddedProperty(type, context) is { } own)
        {
            context.Report(
                InputRules.CollectionLoses, context.Path, TypeNames.Readable(type), own.Name, $"pass an object that has the collection "
                    + $"and '{own.Name}', or mark '{own.Name}' [JsonIgnore]");
        }
    }

    /// <summary>The first property that the user's type adds to those of a collection.</summary>
    private static ISymbol? FirstAddedProperty(ITypeSymbol type, ParseContext context)
    {
        for (ITypeSymbol? current = type; current is { TypeKind: TypeKind.Class or TypeKind.Struct }; current = current.BaseType)
        {
            // A type of a package may have properties for its own use.
            if (current.DeclaringSyntaxReferences.IsEmpty)
            {
                return null;
            }

            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol
                    {
                        IsStatic: false, IsIndexer: false, IsOverride: false, IsImplicitlyDeclared: false,
                        DeclaredAccessibility: Accessibility.Public, SetMethod: not null,
                        GetMethod.DeclaredAccessibility: Accessibility.Public,
                    }
                    && member.Name is not ("Capacity" or "Comparer")
                    && !JsonAttributes.Of(member).IgnoreAlways
                    && !ImplementsInterface(member, type))
                {
                    return member;
                }
            }

            context.CancellationToken.ThrowIfCancellationRequested();
        }

        return null;
    }

    private static bool ImplementsInterface(ISymbol member, ITypeSymbol type)
    {
        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            foreach (ISymbol declared in implemented.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
