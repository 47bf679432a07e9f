using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>A type that isn't nested, and is recognised by its full name. Names are compared without building strings.</summary>
internal sealed class KnownType
{
    private readonly KnownNamespace _space;

    /// <param name="fullName">Namespace and name, without type parameters.</param>
    public KnownType(string fullName)
    {
        int end = fullName.LastIndexOf('.');
        Name = fullName.Substring(end + 1);
        _space = new KnownNamespace(fullName.Substring(0, end));
    }

    public string Name { get; }

    public bool IsNameOf(ITypeSymbol type) => type.Name == Name && type.ContainingType is null && _space.IsNameOf(type.ContainingNamespace);
}
