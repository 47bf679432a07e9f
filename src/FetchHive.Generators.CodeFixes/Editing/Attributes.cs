using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// Adds attributes after the existing ones, or where a reader expects the first one. Comments stay before the attributes.
/// </summary>
internal static class Attributes
{
    /// <summary>Adds an attribute to a member, on its own line if <paramref name="ownLine"/>.</summary>
    public static MemberDeclarationSyntax Add(
        MemberDeclarationSyntax member, AttributeListSyntax list, bool ownLine, SyntaxTrivia endOfLine)
    {
        SyntaxTriviaList after = SyntaxFactory.TriviaList(ownLine ? endOfLine : SyntaxFactory.Space);
        int count = member.AttributeLists.Count;
        if (count > 0)
        {
            AttributeListSyntax last = member.AttributeLists[count - 1];
            bool ownLineEach = Lines.HasEndOfLine(last.GetTrailingTrivia());
            return member.AddAttributeLists(list
                .WithLeadingTrivia(ownLineEach ? Lines.Indentation(last) : default)
                .WithTrailingTrivia(ownLineEach ? after : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }

        SyntaxTriviaList leading = member.GetLeadingTrivia();
        member = member.WithLeadingTrivia(ownLine ? Lines.Indentation(member) : default);
        return member.AddAttributeLists(list.WithLeadingTrivia(leading).WithTrailingTrivia(after));
    }

    public static ParameterSyntax Add(ParameterSyntax parameter, AttributeListSyntax list)
    {
        SyntaxTriviaList after = SyntaxFactory.TriviaList(SyntaxFactory.Space);
        if (parameter.AttributeLists.Count > 0)
        {
            return parameter.AddAttributeLists(list.WithTrailingTrivia(after));
        }

        SyntaxTriviaList leading = parameter.GetLeadingTrivia();
        return parameter.WithLeadingTrivia().AddAttributeLists(list.WithLeadingTrivia(leading).WithTrailingTrivia(after));
    }

    /// <summary>Replaces the name if there is one. Otherwise inserts it before the other arguments.</summary>
    public static AttributeSyntax WithName(AttributeSyntax attribute, string name)
    {
        AttributeArgumentSyntax argument = TypeWriter.Argument(name);
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        AttributeArgumentSyntax? old = list.Arguments.FirstOrDefault(candidate => candidate.NameEquals is null);
        if (old is not null)
        {
            return attribute.WithArgumentList(
                list.ReplaceNode(old, old.WithExpression(argument.Expression.WithTriviaFrom(old.Expression))));
        }

        IEnumerable<SyntaxToken> commas = list.Arguments.GetSeparators();
        if (list.Arguments.Count > 0)
        {
            commas = commas.Prepend(SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(list.Arguments.Prepend(argument), commas)));
    }

    /// <summary>The list with another argument at the end.</summary>
    public static AttributeArgumentListSyntax WithLast(AttributeArgumentListSyntax list, AttributeArgumentSyntax argument)
    {
        SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return list.WithArguments(SyntaxFactory.SeparatedList(
            list.Arguments.Append(argument),
            list.Arguments.GetSeparators().Take(list.Arguments.Count - 1).Concat(
                Enumerable.Repeat(comma, list.Arguments.Count > 0 ? 1 : 0))));
    }

    /// <summary><c>Name = value</c>.</summary>
    public static AttributeArgumentSyntax Named(string name, ExpressionSyntax value)
    {
        SyntaxToken equals = SyntaxFactory.Token(
            SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return SyntaxFactory.AttributeArgument(value).WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name), equals));
    }
}
