using System.Collections.Generic;

using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Warns about members that store a value but never receive one from the output, in types with members that do. It doesn't warn about
/// computed properties, and members that the type itself assigns.
/// </summary>
internal static class UnfilledMembers
{
    /// <summary>Checks the members of an object at the current place.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="filled">The names of the members that are read.</param>
    /// <param name="context">The parser's current place and findings.</param>
    public static void Check(INamedTypeSymbol type, HashSet<string> filled, ParseContext context)
    {
        if (Symbols.MayMissMembers(type, context.CancellationToken))
        {
            return;
        }

        // For a type of a package, it isn't visible which members the type itself assigns.
        for (INamedTypeSymbol? current = type; current is { DeclaringSyntaxReferences.IsEmpty: false }; current = current.BaseType)
        {
            CheckDeclared(current, filled, context);
        }
    }

    private static void CheckDeclared(INamedTypeSymbol type, HashSet<string> filled, ParseContext context)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is { IsStatic: false, IsImplicitlyDeclared: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public }
                && !filled.Contains(member.Name)
                && AdviceFor(member) is { } advice
                && !IsLeftOut(JsonAttributes.Of(member))
                && !IsAssigned(type, member, context))
            {
                context.Push(member);
                context.Report(ResultRules.UnfilledMember, context.Path, advice);
                context.Pop();
            }
        }
    }

    private static bool IsLeftOut(JsonAttributes attributes) =>
        attributes.IgnoreAlways || attributes.IgnoreWhenReading || attributes.IsIncluded;

    private static string? AdviceFor(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: false, IsConst: false, AssociatedSymbol: null } => "make it a property, or mark it [JsonInclude]",
        IPropertySymbol { IsIndexer: false, SetMethod: null } property when HoldsValue(property) => "add 'init'",
        IPropertySymbol { IsIndexer: false, SetMethod.DeclaredAccessibility: not Accessibility.Public } property
            when HoldsValue(property) => "make its setter public",
        _ => null,
    };

    /// <summary>Whether the compiler generates a field for the property.</summary>
    private static bool HoldsValue(IPropertySymbol property)
    {
        foreach (ISymbol member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } of } && SymbolEqualityComparer.Default.Equals(of, property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type's own code assigns the member, or calls a method on it that may fill it.</summary>
    private static bool IsAssigned(INamedTypeSymbol type, ISymbol member, ParseContext context)
    {
        foreach (SyntaxReference declaration in type.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in declaration.GetSyntax(context.CancellationToken).DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: { } name } use && name == member.Name && IsTarget(use))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTarget(IdentifierNameSyntax use)
    {
        SyntaxNode target = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : use;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call => call.Expression == target,
            ElementAccessExpressionSyntax element => element.Expression == target && element.Parent is AssignmentExpressionSyntax,
            PrefixUnaryExpressionSyntax
                or PostfixUnaryExpressionSyntax => !target.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }
}
