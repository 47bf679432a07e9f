using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The user's <c>JsonSerializerContext</c>. What its own generator adds is invisible here, so what it knows is read from its
/// <c>[JsonSerializable]</c> attributes.
/// </summary>
internal sealed class JsonContextSymbol
{
    private readonly HashSet<ITypeSymbol> _known = new(SymbolEqualityComparer.Default);

    public JsonContextSymbol(INamedTypeSymbol type)
    {
        Name = TypeNames.Plain(type);
        ReadableName = TypeNames.Readable(type);
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "JsonSerializableAttribute" }
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Type
                && attribute.ConstructorArguments[0].Value is ITypeSymbol known)
            {
                _known.Add(known);
            }
        }
    }

    /// <summary>The fully qualified name, as generated code writes it.</summary>
    public string Name { get; }

    public string ReadableName { get; }

    public bool Knows(ITypeSymbol type) => _known.Contains(type);
}
