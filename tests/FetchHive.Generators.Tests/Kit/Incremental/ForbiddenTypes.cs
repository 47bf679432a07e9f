using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>The compiler's types that a step must not pass on. Their objects belong to one compilation, keep it alive, and never equal
/// those of the next one.</summary>
internal static class ForbiddenTypes
{
    private static readonly ImmutableArray<Type> All =
    [
        typeof(ISymbol),
        typeof(SyntaxNode),
        typeof(SyntaxTree),
        typeof(SyntaxReference),
        typeof(SyntaxToken),
        typeof(SyntaxTrivia),
        typeof(SyntaxNodeOrToken),
        typeof(SyntaxTokenList),
        typeof(SyntaxTriviaList),
        typeof(SyntaxNodeOrTokenList),
        typeof(Location),
        typeof(AttributeData),
        typeof(TypedConstant),
        typeof(SemanticModel),
        typeof(Compilation),
        typeof(Diagnostic),
        typeof(IOperation),
        typeof(AnalyzerConfigOptions),
        typeof(AnalyzerConfigOptionsProvider),
        typeof(MetadataReference),
    ];

    /// <summary>The forbidden type that values of this type are assignable to, or null. Derived types count, because no symbol's class is
    /// <c>ISymbol</c> itself.</summary>
    public static Type? Match(Type type)
    {
        foreach (Type forbidden in All)
        {
            if (forbidden.IsAssignableFrom(type))
            {
                return forbidden;
            }
        }

        return null;
    }
}
