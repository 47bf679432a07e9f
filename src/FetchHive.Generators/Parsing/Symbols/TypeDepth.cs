using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Measures how deeply the arguments of a generic type are nested. <c>class Tree&lt;T&gt; { Tree&lt;Tree&lt;T&gt;&gt; Next; }</c> is legal,
/// and its properties have infinitely many types.
/// </summary>
internal static class TypeDepth
{
    /// <summary>More than anyone writes, but small enough for types that double or treble their arguments at each level.</summary>
    public const int Limit = 10;

    public const string Advice = "its generic types nest more than 10 deep; declare a type that isn't generic for the inner ones";

    public static bool Exceeds(ITypeSymbol type, int limit)
    {
        if (limit < 0)
        {
            return true;
        }

        switch (type)
        {
            case IArrayTypeSymbol array:
                return Exceeds(array.ElementType, limit - 1);
            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    if (Exceeds(argument, limit - 1))
                    {
                        return true;
                    }
                }

                return named.ContainingType is { IsGenericType: true } outer && Exceeds(outer, limit);
            default:
                return false;
        }
    }
}
