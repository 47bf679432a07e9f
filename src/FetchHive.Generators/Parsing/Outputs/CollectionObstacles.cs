using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Finds collections that can be created but not filled from JSON. Every response would fail, after the run was charged for.
/// </summary>
internal static class CollectionObstacles
{
    private const string ReadOnly = "it is read-only; use a collection that can be added to, such as List<T> or Dictionary<string, T>";

    /// <summary>The obstacle and what to do; <see langword="null"/> if none is known.</summary>
    public static string? In(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named)
        {
            return null;
        }

        if (type.Is(KnownTypes.ArraySegment)
            || type.Is(KnownTypes.StringValues)
            || IsReadOnlyWrapper(type))
        {
            return ReadOnly;
        }

        if (!OutputConstructor.SetsRequiredMembers(ParameterlessConstructor(named))
            && RequiredMembers.FirstUnset(type, []) is { } required)
        {
            return $"its required member '{required.Name}' is never set, because the JSON of a collection has only its elements; "
                + "remove required, or use a collection without members";
        }

        if (named.FindInterface("ICollection") is not { } collection)
        {
            return null;
        }

        // Sets and dictionaries aren't filled through the methods of ICollection.
        bool isFilledByAdd = named.FindInterface("ISet") is null && named.FindInterface("IDictionary") is null;
        foreach (ISymbol member in collection.GetMembers())
        {
            if ((member.Name == "get_IsReadOnly" || (member.Name == "Add" && isFilledByAdd))
                && named.FindImplementationForInterfaceMember(member) is IMethodSymbol found
                && Refuses(found))
            {
                return ReadOnly;
            }
        }

        return null;
    }

    /// <summary>Whether a type is, or is derived from, one of the framework's read-only wrappers.</summary>
    private static bool IsReadOnlyWrapper(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsObjectModel)
                && current.Name is "ReadOnlyCollection" or "ReadOnlyObservableCollection" or "ReadOnlyDictionary" or "ReadOnlySet")
            {
                return true;
            }
        }

        return false;
    }

    private static IMethodSymbol? ParameterlessConstructor(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty)
            {
                return constructor;
            }
        }

        return null;
    }

    /// <summary>Whether a method or getter in source only throws, or returns <see langword="true"/>.</summary>
    private static bool Refuses(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (Refuses(reference.GetSyntax()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Refuses(SyntaxNode declaration) => declaration switch
    {
        ArrowExpressionClauseSyntax arrow => Refuses(arrow.Expression),
        MethodDeclarationSyntax { ExpressionBody: { } arrow } => Refuses(arrow.Expression),
        AccessorDeclarationSyntax { ExpressionBody: { } arrow } => Refuses(arrow.Expression),
        BaseMethodDeclarationSyntax { Body: { } body } => Refuses(body),
        AccessorDeclarationSyntax { Body: { } body } => Refuses(body),
        _ => false,
    };

    private static bool Refuses(BlockSyntax body) =>
        body.Statements.Count > 0
        && body.Statements[0] is ThrowStatementSyntax
        or ReturnStatementSyntax { Expression.RawKind: (int)SyntaxKind.TrueLiteralExpression };

    private static bool Refuses(ExpressionSyntax expression) =>
        expression.RawKind is (int)SyntaxKind.ThrowExpression or (int)SyntaxKind.TrueLiteralExpression;
}
