using System;
using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Collects the members of a type that System.Text.Json sees: those of derived types first, and properties before fields. Members are
/// identified by their JSON names, not by their C# names: a member hides one of its base only if both have the same JSON name and the
/// hiding member isn't ignored.
/// </summary>
internal sealed class JsonMembers
{
    private readonly ParseContext _context;
    private readonly List<JsonMember> _members = [];
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, JsonMember> _ignored = new(StringComparer.Ordinal);

    private JsonMembers(ParseContext context, StringComparer names)
    {
        _context = context;
        _places = new Dictionary<string, int>(names);
    }

    /// <summary>
    /// The members, including ignored ones. Two members with the same JSON name that don't hide each other, which is a mistake, are both
    /// included.
    /// </summary>
    public static List<JsonMember> Of(INamedTypeSymbol type, ParseContext context, StringComparer names)
    {
        JsonMembers members = new(context, names);
        List<ISymbol> declared = [];
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            members.AddDeclared(declared, current, SymbolKind.Property, SymbolKind.Field);
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol inherited in type.AllInterfaces)
            {
                members.AddDeclared(declared, inherited, SymbolKind.Property);
            }
        }

        return members._members;
    }

    private void AddDeclared(List<ISymbol> declared, INamedTypeSymbol type, params SymbolKind[] kinds)
    {
        declared.Clear();
        DeclaredMembers.AddTo(declared, type);
        foreach (SymbolKind kind in kinds)
        {
            foreach (ISymbol symbol in declared)
            {
                if (symbol.Kind == kind
                    && TypeOf(symbol) is { } memberType
                    && !IsIgnoredByOverride(symbol, memberType)
                    && Make(symbol, memberType) is { } member)
                {
                    Add(member);
                }
            }
        }
    }

    private void Add(JsonMember member)
    {
        string name = member.Symbol.Name;
        if (!_places.TryGetValue(member.JsonName, out int place))
        {
            _places.Add(member.JsonName, _members.Count);
            _members.Add(member);
        }
        else if (_members[place].Attributes.IgnoreAlways)
        {
            _members[place] = member;
        }
        else if (!member.Attributes.IgnoreAlways && _members[place].Symbol.Name != name && !_ignored.ContainsKey(name))
        {
            _members.Add(member);
        }

        if (member.Attributes.IgnoreAlways)
        {
            _ignored[name] = member;
        }
    }

    /// <summary>Whether an ignored override makes the overridden member ignored, even if that has another JSON name.</summary>
    private bool IsIgnoredByOverride(ISymbol symbol, ITypeSymbol type) =>
        symbol is IPropertySymbol property
        && IsVirtual(property)
        && _ignored.TryGetValue(symbol.Name, out JsonMember? ignored)
        && ignored.Symbol is IPropertySymbol other
        && IsVirtual(other)
        && SymbolEqualityComparer.Default.Equals(ignored.Type, type);

    private JsonMember? Make(ISymbol symbol, ITypeSymbol type)
    {
        JsonAttributes attributes = JsonAttributes.Of(symbol);
        bool isVisible = symbol.DeclaredAccessibility == Accessibility.Public && symbol is IPropertySymbol;
        if (!isVisible && !attributes.IsIncluded)
        {
            return null;
        }

        _context.Warnings.Note(symbol);
        bool isReadable = _context.CanUse(symbol) && ((symbol as IPropertySymbol)?.GetMethod is not { } getter || _context.CanUse(getter));
        string jsonName = attributes.PropertyName ?? JsonNames.Apply(_context.Naming, symbol.Name);
        return new JsonMember(symbol, type, jsonName, attributes, isReadable);
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        { IsStatic: true } => null,
        IPropertySymbol { IsIndexer: false } property when property.ExplicitInterfaceImplementations.IsEmpty => property.Type,
        IFieldSymbol { AssociatedSymbol: null, IsImplicitlyDeclared: false } field => field.Type,
        _ => null,
    };

    private static bool IsVirtual(IPropertySymbol property) => property.IsVirtual || property.IsAbstract || property.IsOverride;
}
