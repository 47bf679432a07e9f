using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>A property or field that System.Text.Json would see on a type: public, or marked <c>[JsonInclude]</c>.</summary>
internal sealed class JsonMember(ISymbol symbol, ITypeSymbol type, JsonAttributes attributes, bool isAccessible, bool isReadable)
{
    public ISymbol Symbol { get; } = symbol;

    public ITypeSymbol Type { get; } = type;

    public JsonAttributes Attributes { get; } = attributes;

    /// <summary>Whether generated code may use it.</summary>
    public bool IsAccessible { get; } = isAccessible;

    /// <summary>Whether generated code may read it: a public property can have a private getter.</summary>
    public bool IsReadable { get; } = isReadable;

    public bool CanRead => Symbol is IFieldSymbol || (Symbol as IPropertySymbol)?.GetMethod is { } getter && IsUsable(getter.DeclaredAccessibility);

    private bool IsUsable(Accessibility accessor) => accessor == Accessibility.Public || Attributes.IsIncluded;

    /// <summary>The members of a type and its base types, those of derived types first, properties before fields, without those that are hidden or overridden.</summary>
    public static List<JsonMember> AllOf(INamedTypeSymbol type, ParseContext context)
    {
        List<JsonMember> members = [];
        HashSet<string> seen = [];
        List<ISymbol> declared = [];
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            declared.Clear();
            DeclaredMembers.AddTo(declared, current);
            AddDeclared(members, seen, declared, SymbolKind.Property, context);
            AddDeclared(members, seen, declared, SymbolKind.Field, context);
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol inherited in type.AllInterfaces)
            {
                declared.Clear();
                DeclaredMembers.AddTo(declared, inherited);
                AddDeclared(members, seen, declared, SymbolKind.Property, context);
            }
        }

        return members;
    }

    /// <summary>By <c>[JsonPropertyOrder]</c>; members of the same order stay as they are.</summary>
    public static void SortByOrder(List<JsonMember> members)
    {
        for (int i = 1; i < members.Count; i++)
        {
            JsonMember member = members[i];
            int place = i;
            for (; place > 0 && members[place - 1].Attributes.Order > member.Attributes.Order; place--)
            {
                members[place] = members[place - 1];
            }

            members[place] = member;
        }
    }

    private static void AddDeclared(
        List<JsonMember> members, HashSet<string> seen, List<ISymbol> declared, SymbolKind kind, ParseContext context)
    {
        foreach (ISymbol symbol in declared)
        {
            if (symbol.Kind != kind || symbol.IsStatic || symbol.IsImplicitlyDeclared && symbol is IFieldSymbol)
            {
                continue;
            }

            ITypeSymbol? memberType = symbol switch
            {
                IPropertySymbol { IsIndexer: false } property when property.ExplicitInterfaceImplementations.IsEmpty => property.Type,
                IFieldSymbol { AssociatedSymbol: null } field => field.Type,
                _ => null,
            };

            if (memberType is null)
            {
                continue;
            }

            JsonAttributes attributes = JsonAttributes.Of(symbol);
            bool isVisible = symbol.DeclaredAccessibility == Accessibility.Public && symbol is IPropertySymbol;
            if ((isVisible || attributes.IsIncluded) && seen.Add(symbol.Name))
            {
                context.Warnings.Note(symbol);
                bool isAccessible = context.Compilation.IsSymbolAccessibleWithin(symbol, context.Contract);
                bool isReadable = isAccessible
                    && ((symbol as IPropertySymbol)?.GetMethod is not { } getter || context.Compilation.IsSymbolAccessibleWithin(getter, context.Contract));
                members.Add(new JsonMember(symbol, memberType, attributes, isAccessible, isReadable));
            }
        }
    }
}
