using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Finds the method of <c>JsonMetadataServices</c> that creates the metadata of a collection or dictionary.</summary>
internal static class OutputCollections
{
    private const string Immutable = "global::System.Collections.Immutable.";

    /// <summary>How a collection or dictionary is created.</summary>
    public sealed record Recipe(OutputTypeKind Kind, string Factory, string TypeArguments, string Creator);

    public static Recipe? ForCollection(ITypeSymbol type, string name, ITypeSymbol element)
    {
        string item = TypeNames.Bare(element);
        string pair = name + ", " + item;
        if (type is IArrayTypeSymbol)
        {
            return new(OutputTypeKind.Collection, "CreateArrayInfo", item, "");
        }

        if (type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsImmutable))
        {
            return ImmutableFactory(type.Name) is { } factory
                ? new(OutputTypeKind.ImmutableCollection, "CreateImmutableEnumerableInfo", pair,
                $"{Immutable}{factory}.CreateRange<{item}>")
                : null;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return InterfaceFactory(type) is { } factory ? new(OutputTypeKind.Collection, factory, pair, "") : null;
        }

        if (Collections.FormOf(type) == CollectionForm.Memory)
        {
            return new(OutputTypeKind.Collection, type.Name == "Memory" ? "CreateMemoryInfo" : "CreateReadOnlyMemoryInfo", item, "");
        }

        return ConcreteFactory(type) is { } concrete && HasPublicConstructor(type)
            ? new(OutputTypeKind.Collection, concrete, pair, $"static () => new {name}()")
            : null;
    }

    public static Recipe? ForDictionary(ITypeSymbol type, string name, ITypeSymbol key, ITypeSymbol value)
    {
        string entry = TypeNames.Bare(key) + ", " + TypeNames.Bare(value);
        string arguments = name + ", " + entry;
        if (type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsImmutable))
        {
            string factory = type.Name == "ImmutableSortedDictionary" ? "ImmutableSortedDictionary" : "ImmutableDictionary";
            return new(
                OutputTypeKind.ImmutableCollection,
                "CreateImmutableDictionaryInfo",
                arguments,
                $"{Immutable}{factory}.CreateRange<{entry}>");
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric)
                ? new(
                    OutputTypeKind.Collection,
                    type.Name == "IDictionary" ? "CreateIDictionaryInfo" : "CreateIReadOnlyDictionaryInfo",
                    arguments,
                    "")
                : null;
        }

        if (!HasPublicConstructor(type))
        {
            return null;
        }

        string? concrete = Inherits(type, "Dictionary") ? "CreateDictionaryInfo"
            : type.FindInterface("IDictionary") is not null ? "CreateIDictionaryInfo"
            : null;
        return concrete is null ? null : new(OutputTypeKind.Collection, concrete, arguments, $"static () => new {name}()");
    }

    private static string? InterfaceFactory(ITypeSymbol type)
    {
        if (!type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric))
        {
            return null;
        }

        return type.Name switch
        {
            "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" => "CreateIEnumerableInfo",
            "ICollection" => "CreateICollectionInfo",
            "IList" => "CreateIListInfo",
            "ISet" => "CreateISetInfo",
            _ => null,
        };
    }

    private static string? ImmutableFactory(string name) => name switch
    {
        "ImmutableArray" => "ImmutableArray",
        "ImmutableList" or "IImmutableList" => "ImmutableList",
        "ImmutableHashSet" or "IImmutableSet" => "ImmutableHashSet",
        "ImmutableSortedSet" => "ImmutableSortedSet",
        "ImmutableQueue" or "IImmutableQueue" => "ImmutableQueue",
        "ImmutableStack" or "IImmutableStack" => "ImmutableStack",
        _ => null,
    };

    private static string? ConcreteFactory(ITypeSymbol type)
    {
        if (Inherits(type, "List"))
        {
            return "CreateListInfo";
        }

        if (Inherits(type, "Stack"))
        {
            return "CreateStackInfo";
        }

        if (Inherits(type, "Queue"))
        {
            return "CreateQueueInfo";
        }

        if (type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsConcurrent) && type.Name is "ConcurrentStack" or "ConcurrentQueue")
        {
            return "Create" + type.Name + "Info";
        }

        return type.FindInterface("ISet") is not null ? "CreateISetInfo"
            : type.FindInterface("IList") is not null ? "CreateIListInfo"
            : type.FindInterface("ICollection") is not null ? "CreateICollectionInfo"
            : null;
    }

    private static bool Inherits(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && current.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPublicConstructor(ITypeSymbol type)
    {
        if (type.IsValueType)
        {
            return true;
        }

        if (type.IsAbstract || type is not INamedTypeSymbol named)
        {
            return false;
        }

        foreach (IMethodSymbol constructor in named.InstanceConstructors)
        {
            if (constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true })
            {
                return true;
            }
        }

        return false;
    }
}
