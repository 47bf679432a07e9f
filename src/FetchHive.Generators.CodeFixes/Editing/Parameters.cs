using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Inserts parameters, on separate lines if the others are.</summary>
internal static class Parameters
{
    public static ParameterListSyntax Insert(ParameterListSyntax list, int index, ParameterSyntax parameter, SyntaxTrivia endOfLine)
    {
        int count = list.Parameters.Count;
        if (count == 0)
        {
            return list.WithParameters(SyntaxFactory.SingletonSeparatedList(parameter));
        }

        List<ParameterSyntax> parameters = [.. list.Parameters];
        List<SyntaxToken> commas = [.. list.Parameters.GetSeparators()];

        // There is a superfluous comma, because the user is typing.
        if (commas.Count != count - 1)
        {
            return list;
        }

        SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        ParameterSyntax neighbour = parameters[index < count ? index : count - 1];
        bool ownLine = Lines.IsFirstOnLine(neighbour);
        if (ownLine)
        {
            parameter = parameter.WithLeadingTrivia(Lines.Indentation(neighbour));
            comma = comma.WithTrailingTrivia(endOfLine);
        }

        if (index < count)
        {
            parameters.Insert(index, parameter);
            commas.Insert(index, comma);
        }
        else
        {
            // Trivia that follows the last parameter on its line, such as a comment, is moved after the comma.
            SyntaxTriviaList after = neighbour.GetTrailingTrivia();
            if (Lines.HasEndOfLine(after))
            {
                parameters[count - 1] = neighbour.WithTrailingTrivia();
                comma = comma.WithTrailingTrivia(after);
                parameter = parameter.WithTrailingTrivia(endOfLine);
            }

            parameters.Add(parameter);
            commas.Add(comma);
        }

        return list.WithParameters(SyntaxFactory.SeparatedList(parameters, commas));
    }

    /// <summary>Replaces one parameter by several.</summary>
    public static ParameterListSyntax Replace(
        ParameterListSyntax list, int index, IReadOnlyList<ParameterSyntax> replacements, SyntaxTrivia endOfLine)
    {
        ParameterSyntax old = list.Parameters[index];
        bool ownLine = Lines.IsFirstOnLine(old) && list.Parameters.Count > 1;
        List<ParameterSyntax> parameters = [.. list.Parameters];
        List<SyntaxToken> commas = [.. list.Parameters.GetSeparators()];
        parameters.RemoveAt(index);
        for (int i = 0; i < replacements.Count; i++)
        {
            parameters.Insert(index + i, replacements[i]
                .WithLeadingTrivia(i == 0 ? old.GetLeadingTrivia() : ownLine ? Lines.Indentation(old) : default)
                .WithTrailingTrivia(i == replacements.Count - 1 ? old.GetTrailingTrivia() : default));
            if (i > 0)
            {
                commas.Insert(index, SyntaxFactory.Token(
                    default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(ownLine ? endOfLine : SyntaxFactory.Space)));
            }
        }

        return list.WithParameters(SyntaxFactory.SeparatedList(parameters, commas));
    }

    /// <summary>A name that no parameter has.</summary>
    public static string FreeName(ParameterListSyntax list, string wanted) =>
        FreeNames.Of(wanted, name => list.Parameters.Any(parameter => parameter.Identifier.ValueText == name));
}
