using System.Collections.Generic;
using System.Linq;

using FetchHive.Generators.Declaring;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Completes an interface with generated text. Its comments and existing members stay.</summary>
/// <param name="place">The interface's place.</param>
/// <param name="text">The generated text.</param>
/// <param name="hasNames">Whether the interface's attribute names a deployment and variant.</param>
/// <param name="hasMethods">Whether the interface has methods.</param>
internal sealed class NewInterface(DeclarationPlace place, DeclarationText text, bool hasNames, bool hasMethods)
{
    /// <summary>Completes the interface.</summary>
    /// <param name="node">The interface.</param>
    /// <param name="attribute">The index of the deployment's attribute.</param>
    public InterfaceDeclarationSyntax Complete(InterfaceDeclarationSyntax node, int attribute)
    {
        if (!hasNames)
        {
            AttributeSyntax named = node.AttributeLists.SelectMany(list => list.Attributes).ElementAt(attribute);
            node = node.ReplaceNode(named, WithNames(named));
        }

        return hasMethods ? node : WithComment(WithMethods(node));
    }

    private AttributeSyntax WithNames(AttributeSyntax attribute)
    {
        List<AttributeArgumentSyntax> names = [.. attribute.ArgumentList!.Arguments.Where(argument => argument.NameEquals is null)];
        return attribute.ReplaceNodes(names, (old, current) =>
        {
            bool isVariant = old.NameColon?.Name.Identifier.ValueText is { } name ? name == "variant" : names.IndexOf(old) == 1;
            return current.WithExpression(SyntaxFactory
                .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(isVariant ? text.Variant : text.Deployment))
                .WithTriviaFrom(current.Expression));
        });
    }

    private InterfaceDeclarationSyntax WithMethods(InterfaceDeclarationSyntax node)
    {
        SyntaxTrivia end = place.EndOfLine;
        if (node.SemicolonToken.RawKind != 0)
        {
            SyntaxTriviaList after = node.SemicolonToken.TrailingTrivia;
            node = node
                .WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(after));
        }

        // Braces on one line are put on separate lines.
        if (!Lines.HasEndOfLine(node.OpenBraceToken.TrailingTrivia))
        {
            SyntaxToken before = node.OpenBraceToken.GetPreviousToken();
            bool isOnOwnLine = Lines.HasEndOfLine(before.TrailingTrivia) || Lines.HasEndOfLine(node.OpenBraceToken.LeadingTrivia);
            if (!isOnOwnLine)
            {
                node = node.ReplaceToken(before, before.WithTrailingTrivia(WithoutSpaceAtEnd(before.TrailingTrivia)));
                node = node.WithOpenBraceToken(node.OpenBraceToken.WithLeadingTrivia(end, SyntaxFactory.Whitespace(place.Indentation)));
            }

            node = node.WithOpenBraceToken(node.OpenBraceToken.WithTrailingTrivia(
                WithoutSpaceAtEnd(node.OpenBraceToken.TrailingTrivia).Add(end)));
            node = node.WithCloseBraceToken(node.CloseBraceToken.WithLeadingTrivia(
                node.CloseBraceToken.LeadingTrivia.Add(SyntaxFactory.Whitespace(place.Indentation))));
        }

        List<MemberDeclarationSyntax> methods = [];
        foreach (string method in text.Methods)
        {
            MemberDeclarationSyntax member = place.Member(method, place.Indentation + place.Unit).WithTrailingTrivia(end);
            methods.Add(methods.Count == 0 ? member : member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, end)));
        }

        return node.WithMembers(SyntaxFactory.List(methods));
    }

    private InterfaceDeclarationSyntax WithComment(InterfaceDeclarationSyntax node)
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        if (leading.Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax))
        {
            return node;
        }

        SyntaxTriviaList comment = place.Comment(text.Summary);
        bool isIndented = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia);
        return node.WithLeadingTrivia(
            isIndented ? leading.AddRange(comment).Add(leading[leading.Count - 1]) : leading.AddRange(comment));
    }

    private static SyntaxTriviaList WithoutSpaceAtEnd(SyntaxTriviaList trivia)
    {
        while (trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
        {
            trivia = trivia.RemoveAt(trivia.Count - 1);
        }

        return trivia;
    }
}
