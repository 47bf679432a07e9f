using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Adds attributes where others stand, or where a reader expects the first one; comments stay in front.</summary>
internal static class Attributes
{
    /// <summary>On a line of its own when the declaration has one.</summary>
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
}
