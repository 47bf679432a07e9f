using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Warns about bytes, which are sent as base64 text. It warns at every parameter and property, not only at the first of a type: each may be
/// intended, and is suppressed separately.
/// </summary>
internal static class BytesAsText
{
    // A collection may contain itself.
    private const int MaxNesting = 16;

    public static void Check(ITypeSymbol type, ParseContext context) => Check(type, context, nesting: 0);

    private static void Check(ITypeSymbol type, ParseContext context, int nesting)
    {
        ITypeSymbol held = type.UnwrapNullable();
        ScalarKind scalar = Scalars.KindOf(held);
        if (scalar.IsBytes())
        {
            context.Report(InputRules.BytesAsText, context.Path, TypeNames.Readable(type));
            return;
        }

        if (scalar != ScalarKind.None)
        {
            return;
        }

        ITypeSymbol? element = Collections.IsDictionary(held, out _, out ITypeSymbol value) ? value : Collections.ElementOf(held);
        if (element is not null && nesting < MaxNesting)
        {
            context.Push("[]");
            Check(element, context, nesting + 1);
            context.Pop();
        }
    }
}
