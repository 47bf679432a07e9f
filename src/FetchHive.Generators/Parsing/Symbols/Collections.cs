using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Classifies collections and dictionaries as System.Text.Json does, and finds the best way to enumerate each.</summary>
internal static class Collections
{
    /// <summary>The type arguments of the dictionary interface that the type is or implements.</summary>
    public static bool IsDictionary(ITypeSymbol type, out ITypeSymbol key, out ITypeSymbol value)
    {
        INamedTypeSymbol? dictionary = !Scalars.IsPrimitive(type) && !IsEverydayList(type)
            ? type.FindInterface("IDictionary") ?? type.FindInterface("IReadOnlyDictionary")
            : null;
        if (dictionary is { TypeArguments.Length: 2 })
        {
            key = dictionary.TypeArguments[0];
            value = dictionary.TypeArguments[1];
            return true;
        }

        key = value = type;
        return false;
    }

    /// <summary>The element type of a collection; <see langword="null"/> if the type isn't one.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType;
        }

        if (IsMemory(type))
        {
            return ((INamedTypeSymbol)type).TypeArguments[0];
        }

        if (IsEverydayList(type))
        {
            return ((INamedTypeSymbol)type).TypeArguments[0];
        }

        // Of the primitive types, only a string is a collection.
        if (Scalars.IsPrimitive(type) && type.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        return type.FindInterface("IEnumerable") is { TypeArguments.Length: 1 } enumerable ? enumerable.TypeArguments[0] : null;
    }

    /// <summary>The types to suggest instead of one that doesn't describe its content.</summary>
    public static string AdviceForUnknownShape(ITypeSymbol type)
    {
        if (!IsUntyped(type))
        {
            return "use a concrete type, or JsonElement for any JSON";
        }

        bool isDictionary = type.Name is "IDictionary" or "NameValueCollection";
        foreach (INamedTypeSymbol candidate in type.AllInterfaces)
        {
            isDictionary |= candidate.Is(KnownTypes.IDictionary);
        }

        return isDictionary
            ? "use a dictionary with concrete values, such as Dictionary<string, string>, or JsonElement for any JSON"
            : "use a collection with concrete elements, such as List<string>, or JsonElement for any JSON";
    }

    /// <summary>The type of a dictionary's values, or of a collection's elements; <see langword="null"/> if the type is neither.</summary>
    public static ITypeSymbol? ValueOf(ITypeSymbol type) =>
        IsDictionary(type, out _, out ITypeSymbol value) ? value : ElementOf(type);

    public static CollectionForm FormOf(ITypeSymbol type)
    {
        if (IsMemory(type))
        {
            return CollectionForm.Memory;
        }

        if (type.Is(KnownTypes.ImmutableArray) || type.Is(KnownTypes.ArraySegment))
        {
            return CollectionForm.MayBeUnset;
        }

        return type.TypeKind == TypeKind.Array ? CollectionForm.Array
            : type.Name is "List" or "IReadOnlyList" && IsGenericCollection(type) ? CollectionForm.ReadOnlyList
            : type.Name is "IList" && IsGenericCollection(type) ? CollectionForm.List
            : CollectionForm.Enumerable;
    }

    /// <summary>
    /// Whether <c>foreach</c> over the type enumerates the same elements as its <c>IEnumerable&lt;T&gt;</c>. That is true for arrays and
    /// the framework's types. A user's type may have another public enumerator.
    /// </summary>
    public static bool IsEnumeratedDirectly(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Array || type.IsOfFramework();

    /// <summary>Whether a type only enumerates objects, so that it doesn't describe its elements.</summary>
    public static bool IsUntyped(ITypeSymbol type)
    {
        if (type.Is(KnownTypes.IEnumerable))
        {
            return true;
        }

        foreach (INamedTypeSymbol candidate in type.AllInterfaces)
        {
            if (candidate.Is(KnownTypes.IEnumerable))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a type is one of the framework's common lists, whose element type is known. To look it up, the compiler would build a list
    /// of all interfaces each time a constructed type occurs.
    /// </summary>
    private static bool IsEverydayList(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Error, TypeArguments.Length: 1, ContainingType: null }
        && type.Name is "List" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection" or "IEnumerable"
        && IsGenericCollection(type);

    private static bool IsMemory(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } && (type.Is(KnownTypes.Memory) || type.Is(KnownTypes.ReadOnlyMemory));

    private static bool IsGenericCollection(ITypeSymbol type) => type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric);
}
