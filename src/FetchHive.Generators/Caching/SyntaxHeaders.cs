using System.Collections.Generic;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Caching;

/// <summary>
/// Compares the parts of two versions of a file that other files depend on: the types, their bases, attributes and constants, and the using
/// directives. The body of a type only matters to declarations that refer to the type, and so do the attributes of an interface.
/// </summary>
internal static class SyntaxHeaders
{
    public static bool AreSame(SyntaxTree before, SyntaxTree after, CancellationToken cancellationToken)
    {
        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options))
        {
            return false;
        }

        return before.GetRoot(cancellationToken) is CompilationUnitSyntax left
            && after.GetRoot(cancellationToken) is CompilationUnitSyntax right
            && AreSame(left.Externs, right.Externs)
            && AreSame(left.Usings, right.Usings)
            && AreSame(left.AttributeLists, right.AttributeLists)
            && AreSameMembers(left.Members, right.Members);
    }

    private static bool AreSameMembers(SyntaxList<MemberDeclarationSyntax> before, SyntaxList<MemberDeclarationSyntax> after)
    {
        List<MemberDeclarationSyntax> left = VisibleOutside(before);
        List<MemberDeclarationSyntax> right = VisibleOutside(after);
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (left[i] != right[i] && !AreSame(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<MemberDeclarationSyntax> VisibleOutside(SyntaxList<MemberDeclarationSyntax> members)
    {
        List<MemberDeclarationSyntax> visible = [];
        foreach (MemberDeclarationSyntax member in members)
        {
            bool isConstant = member is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword);
            if (isConstant
                || member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
                or IncompleteMemberSyntax)
            {
                visible.Add(member);
            }
        }

        return visible;
    }

    private static bool AreSame(MemberDeclarationSyntax before, MemberDeclarationSyntax after)
    {
        switch (before, after)
        {
            case (BaseNamespaceDeclarationSyntax left, BaseNamespaceDeclarationSyntax right):
                return AreEquivalent(left.Name, right.Name)
                    && AreSame(left.Externs, right.Externs)
                    && AreSame(left.Usings, right.Usings)
                    && AreSameMembers(left.Members, right.Members);

            case (TypeDeclarationSyntax left, TypeDeclarationSyntax right):
                return left.Kind() == right.Kind()
                    && left.Identifier.ValueText == right.Identifier.ValueText
                    && SyntaxFactory.AreEquivalent(left.Modifiers, right.Modifiers)
                    && (left is InterfaceDeclarationSyntax || AreSame(left.AttributeLists, right.AttributeLists))
                    && AreEquivalent(left.TypeParameterList, right.TypeParameterList)
                    && AreEquivalent(left.BaseList, right.BaseList)
                    && AreSame(left.ConstraintClauses, right.ConstraintClauses)
                    && AreSameMembers(left.Members, right.Members);

            default:
                // Enums, delegates and constants matter as a whole. Incomplete code may become anything.
                return AreEquivalent(before, after);
        }
    }

    private static bool AreSame<T>(SyntaxList<T> before, SyntaxList<T> after)
        where T : SyntaxNode
    {
        if (before.Count != after.Count)
        {
            return false;
        }

        for (int i = 0; i < before.Count; i++)
        {
            if (!AreEquivalent(before[i], after[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two nodes are equal except for white space and comments.</summary>
    private static bool AreEquivalent(SyntaxNode? before, SyntaxNode? after) => SyntaxFactory.AreEquivalent(before, after, topLevel: false);
}
