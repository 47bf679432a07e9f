using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// Writes types as syntax, for one place in a file. Types have their full name and an annotation, so that the editor shortens the name and
/// adds the using directive in the file's style.
/// </summary>
internal sealed class TypeWriter(SyntaxGenerator generator, SemanticModel model, int position)
{
    public TypeSyntax Type(ITypeSymbol type)
    {
        TypeSyntax syntax = ((TypeSyntax)generator.TypeExpression(type)).WithoutTrivia().WithAdditionalAnnotations(Simplifier.Annotation);

        // The annotation is only added if a directive is missing. Adding one that exists globally would leave an empty line at the top of a
        // file without directives.
        return IsInScope(type) ? syntax : syntax.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }

    /// <summary>A generic type with type arguments that are already syntax.</summary>
    public TypeSyntax Generic(INamedTypeSymbol definition, params TypeSyntax[] arguments)
    {
        TypeSyntax open = Type(definition);
        TypeArgumentListSyntax? list = open.DescendantNodesAndSelf().OfType<TypeArgumentListSyntax>().LastOrDefault();
        return list is null ? open : open.ReplaceNode(list, ArgumentList(arguments));
    }

    /// <summary><c>[Name(arguments)]</c>, optionally with a target such as <c>property:</c>.</summary>
    public AttributeListSyntax AttributeList(
        INamedTypeSymbol attribute, SyntaxKind? target = null, params AttributeArgumentSyntax[] arguments)
    {
        AttributeSyntax node = SyntaxFactory.Attribute((NameSyntax)Type(attribute));
        if (arguments.Length > 0)
        {
            node = node.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments)));
        }

        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(node));
        return target is { } kind
            ? list.WithTarget(SyntaxFactory.AttributeTargetSpecifier(
                SyntaxFactory.Token(kind), SyntaxFactory.Token(
                    default, SyntaxKind.ColonToken, SyntaxFactory.TriviaList(SyntaxFactory.Space))))
            : list;
    }

    /// <summary>Type arguments between angle brackets.</summary>
    public static TypeArgumentListSyntax ArgumentList(params TypeSyntax[] arguments) =>
        SyntaxFactory.TypeArgumentList(SyntaxFactory.SeparatedList(
        arguments, Enumerable.Repeat(
            SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)), arguments.Length - 1)));

    /// <summary>A string as an attribute argument.</summary>
    public static AttributeArgumentSyntax Argument(string text) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)));

    /// <summary><c>typeof</c> as an attribute argument.</summary>
    public static AttributeArgumentSyntax TypeOf(TypeSyntax type) => SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(type));

    private bool IsInScope(ITypeSymbol type)
    {
        foreach (ISymbol candidate in model.LookupNamespacesAndTypes(position, container: null, type.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
