using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Finds the layout of a declaration's lines, which new code follows.</summary>
internal static class Lines
{
    /// <summary>The line end that the file uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        foreach (SyntaxTrivia trivia in node.SyntaxTree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return SyntaxFactory.EndOfLine(trivia.ToString());
            }
        }

        return SyntaxFactory.EndOfLine("\n");
    }

    public static bool IsFirstOnLine(SyntaxNode node)
    {
        SyntaxToken token = node.GetFirstToken();
        return HasEndOfLine(token.LeadingTrivia)
            || token.GetPreviousToken() is not { RawKind: not 0 } previous
            || HasEndOfLine(previous.TrailingTrivia);
    }

    /// <summary>The white space before a node that begins a line.</summary>
    public static SyntaxTriviaList Indentation(SyntaxNode node)
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        return leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : SyntaxTriviaList.Empty;
    }

    public static bool HasEndOfLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia) || trivia.Any(IsMultiLine);

    private static bool IsMultiLine(SyntaxTrivia trivia) =>
        trivia.HasStructure && trivia.ToFullString().EndsWith("\n", System.StringComparison.Ordinal);
}
