using System;
using System.Collections.Generic;
using System.Linq;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// A value of an object, which becomes a property of the type that contained the object: <c>Address.City</c> becomes <c>AddressCity</c>.
/// </summary>
internal sealed class LiftedProperty
{
    private readonly ITypeSymbol _type;
    private readonly bool _mayBeNull;

    private LiftedProperty(string name, ITypeSymbol type, bool mayBeNull)
    {
        Name = name;
        _type = type;
        _mayBeNull = mayBeNull;
    }

    public string Name { get; }

    /// <summary>
    /// All values of a member's type; <see langword="null"/> if one of them can't be lifted, or the metadata type uses the member.
    /// </summary>
    public static IReadOnlyList<LiftedProperty>? AllOf(DeclaredMember member)
    {
        IPropertySymbol property = (IPropertySymbol)member.Symbol;
        ITypeSymbol held = property.Type.UnwrapNullable();
        if (!member.CanChangeType
            || member.Node is not (PropertyDeclarationSyntax { AttributeLists.Count: 0 } or ParameterSyntax { AttributeLists.Count: 0 })
            || held is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } || held.IsInSystemNamespace()
            || IsUsedInside(member))
        {
            return null;
        }

        bool mayBeNull = property.Type.IsNullable() || (member.Node is ParameterSyntax && DeclaredMember.IsNull(member.Value));
        List<LiftedProperty> lifted = [];
        foreach (IPropertySymbol part in PropertiesOf(held))
        {
            if (part.GetAttributes().Any(IsOfSystemTextJson))
            {
                if (IsIgnored(part))
                {
                    continue;
                }

                return null;
            }

            string name = part.Name.StartsWith(property.Name, StringComparison.Ordinal) ? part.Name : property.Name + part.Name;
            if (!Scalars.IsMetadataValue(part.Type)
                || property.ContainingType.MemberNames.Contains(name)
                || lifted.Exists(other => other.Name == name))
            {
                return null;
            }

            lifted.Add(new LiftedProperty(name, part.Type, mayBeNull));
        }

        return lifted;
    }

    public ParameterSyntax AsParameter(ParameterSyntax parameter, TypeWriter types) => parameter
        .WithType(Type(types, parameter.Type!))
        .WithIdentifier(SyntaxFactory.Identifier(Name).WithTriviaFrom(parameter.Identifier));

    public PropertyDeclarationSyntax AsProperty(PropertyDeclarationSyntax property, TypeWriter types)
    {
        PropertyDeclarationSyntax result = property
            .WithType(Type(types, property.Type))
            .WithIdentifier(SyntaxFactory.Identifier(Name).WithTriviaFrom(property.Identifier));

        // `= null!` suppresses a warning that doesn't exist for a value type.
        return property.Initializer is not null && _type.IsValueType
            ? result.WithInitializer(null).WithSemicolonToken(default)
            : result;
    }

    private TypeSyntax Type(TypeWriter types, TypeSyntax old)
    {
        bool isOblivious = !_type.IsValueType && _type.NullableAnnotation == NullableAnnotation.None && old is not NullableTypeSyntax;
        TypeSyntax type = types.Type(_type.IsValueType ? _type : _type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        bool annotate = _type.IsNullable() ? !_type.IsValueType : _mayBeNull && !isOblivious;
        return (annotate ? SyntaxFactory.NullableType(type) : type).WithTriviaFrom(old);
    }

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        HashSet<string> seen = [];
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (IPropertySymbol property in current.GetMembers().OfType<IPropertySymbol>())
            {
                bool isSent = property is
                {
                    IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public,
                    GetMethod.DeclaredAccessibility: Accessibility.Public
                };
                if (isSent && seen.Add(property.Name))
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>Whether the metadata type uses the member outside of its declaration.</summary>
    private static bool IsUsedInside(DeclaredMember member)
    {
        foreach (SyntaxReference reference in member.Symbol.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (SyntaxToken token in reference.GetSyntax().DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == member.Symbol.Name && token.Parent != member.Node
                    && token.Parent?.AncestorsAndSelf().Contains(member.Type) != true)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOfSystemTextJson(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace.Is(KnownNamespaces.SystemTextJsonSerialization) == true;

    private static bool IsIgnored(IPropertySymbol property) => property.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { } type
            && type.Is(KnownTypes.JsonIgnoreAttribute)
            && (attribute.NamedArgument("Condition") as int? ?? 1) == 1);
}
