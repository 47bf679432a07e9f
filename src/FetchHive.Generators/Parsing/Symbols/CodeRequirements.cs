using System.Collections.Generic;
using System.Text;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The requirements of a method for callers that are trimmed or compiled ahead of time. An implementation must have the same attributes
/// (IL2046, IL3051, IL3003).
/// </summary>
internal static class CodeRequirements
{
    private static readonly KnownType[] All =
    [
        KnownTypes.RequiresUnreferencedCodeAttribute,
        KnownTypes.RequiresDynamicCodeAttribute,
        KnownTypes.RequiresAssemblyFilesAttribute,
    ];

    /// <summary>The attributes as source. A project's own polyfill doesn't count, because it is for frameworks without trimming.</summary>
    public static EquatableArray<string> SourceOf(IMethodSymbol method)
    {
        List<string>? found = null;
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, method.ContainingAssembly))
            {
                foreach (KnownType known in All)
                {
                    if (type.Is(known))
                    {
                        (found ??= []).Add(SourceOf(known, attribute));
                    }
                }
            }
        }

        return found is null ? default : new EquatableArray<string>(found);
    }

    private static string SourceOf(KnownType type, AttributeData attribute)
    {
        StringBuilder source = new("[global::System.Diagnostics.CodeAnalysis.");
        source.Append(type.Name, 0, type.Name.Length - "Attribute".Length);
        string separator = "(";
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            source.Append(separator).Append(argument.Value is string text ? Literals.Text(text) : "\"\"");
            separator = ", ";
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Value.Value is string text)
            {
                source.Append(separator).Append(argument.Key).Append(" = ").Append(Literals.Text(text));
                separator = ", ";
            }
        }

        return source.Append(separator == "(" ? "]" : ")]").ToString();
    }
}
