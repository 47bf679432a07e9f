using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Finds the part before <c>::</c> in type names: <c>global</c>, or the alias of a reference if the full name resolves to no type or to
/// another one.
/// </summary>
internal sealed class TypeRoots : IDisposable
{
    private const string Global = "global";

    // Cached for all declarations of a project. Null for a type that no name resolves to.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, string?>> Cache = new();

    // Set during a parse, which stays on one thread. Names are built everywhere in it, by functions that only take a type.
    [ThreadStatic]
    private static TypeRoots? _current;

    private readonly TypeRoots? _outer = _current;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ISymbol, string?> _roots;
    private readonly IAssemblySymbol? _coreLibrary;
    private readonly SortedSet<string> _aliases = new(StringComparer.Ordinal);

    private TypeRoots(Compilation compilation)
    {
        _compilation = compilation;
        _coreLibrary = compilation.ObjectType.ContainingAssembly;
        _roots = Cache.GetValue(compilation, static _ => new ConcurrentDictionary<ISymbol, string?>(SymbolEqualityComparer.Default));
    }

    /// <summary>Resolves names in this compilation until the result is disposed.</summary>
    public static TypeRoots Enter(Compilation compilation) => _current = new TypeRoots(compilation);

    /// <summary>The root of a type that isn't nested.</summary>
    public static string Of(INamedTypeSymbol type) => _current?.Find(type) ?? Global;

    /// <summary>The aliases that occur in names. A file with these names must declare them.</summary>
    public List<string> Aliases => new(_aliases);

    /// <summary>The types that were used but that no name resolves to.</summary>
    public List<INamedTypeSymbol> Nameless { get; } = [];

    public void Dispose() => _current = _outer;

    private string? Find(INamedTypeSymbol type)
    {
        IAssemblySymbol? assembly = type.ContainingAssembly;
        if (assembly is null || ReferenceEquals(assembly, _compilation.Assembly) || ReferenceEquals(assembly, _coreLibrary))
        {
            return Global;
        }

        INamedTypeSymbol definition = type.OriginalDefinition;
        if (!_roots.TryGetValue(definition, out string? root))
        {
            root = FindAnew(definition, assembly);
            _roots.TryAdd(definition, root);
        }

        if (root is null && !Nameless.Contains(definition))
        {
            Nameless.Add(definition);
        }
        else if (root is not (null or Global))
        {
            _aliases.Add(root);
        }

        return root;
    }

    private string? FindAnew(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        ImmutableArray<string> aliases = _compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? ImmutableArray<string>.Empty;
        if ((aliases.IsEmpty || aliases.Contains(Global)) && RivalOf(type, _compilation) is null)
        {
            return Global;
        }

        foreach (string alias in aliases)
        {
            if (alias != Global)
            {
                return TypeNames.Identifier(alias);
            }
        }

        return null;
    }

    /// <summary>Another type that the same full name resolves to. The project's own types take precedence over all others.</summary>
    public static INamedTypeSymbol? RivalOf(INamedTypeSymbol type, Compilation compilation)
    {
        if (compilation.GetCompilationNamespace(type.ContainingNamespace) is { } space)
        {
            foreach (INamedTypeSymbol candidate in space.GetTypeMembers(type.Name, type.Arity))
            {
                if (!SymbolEqualityComparer.Default.Equals(candidate, type)
                    && compilation.IsSymbolAccessibleWithin(candidate, compilation.Assembly))
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
