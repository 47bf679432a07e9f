using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The user's <c>JsonSerializerContext</c>. The members that its own generator adds aren't visible here, so its types are read from its
/// <c>[JsonSerializable]</c> attributes.
/// </summary>
internal sealed class JsonContextSymbol
{
    private readonly HashSet<ITypeSymbol> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The context that a declaration names; <see langword="null"/> for none, or for a type that can't be one.</summary>
    public static JsonContextSymbol? Of(AttributeData deployment) =>
        deployment.NamedArgument("JsonContext") is INamedTypeSymbol type && CanBe(type) ? new JsonContextSymbol(type) : null;

    /// <summary>Whether a type is a context with a generated part, which declares the default instance.</summary>
    public static bool CanBe(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.IsUnboundGenericType)
        {
            return false;
        }

        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Is(KnownTypes.JsonSerializerContext))
            {
                return true;
            }
        }

        return false;
    }

    private JsonContextSymbol(INamedTypeSymbol type)
    {
        Type = type;
        Name = TypeNames.Qualified(type);
        ReadableName = TypeNames.Readable(type);
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { } serializable
                && serializable.Is(KnownTypes.JsonSerializableAttribute)
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Type
                && attribute.ConstructorArguments[0].Value is ITypeSymbol known)
            {
                _known.Add(known);
            }
        }
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The fully qualified name, as generated code writes it.</summary>
    public string Name { get; }

    public string ReadableName { get; }

    public bool Knows(ITypeSymbol type) => _known.Contains(type);
}
