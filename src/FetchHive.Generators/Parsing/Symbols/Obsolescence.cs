using System.Text;

using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Copies <c>[Obsolete]</c> to generated members. Inside obsolete code, the compiler doesn't report the use of obsolete members, not even
/// as an error. So generated code can use what the declaration uses.
/// </summary>
internal static class Obsolescence
{
    /// <summary>The attribute that generated code puts on its own members.</summary>
    public const string Attribute = "[global::System.Obsolete]";

    public static AttributeData? Find(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Is(KnownTypes.ObsoleteAttribute))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether the use of the member is an error, which can't be suppressed.</summary>
    public static bool IsError(AttributeData obsolete) =>
        obsolete.ConstructorArguments is { Length: 2 } arguments && arguments[1].Value is true;

    /// <summary>
    /// The attribute for a generated member that represents a method or an interface, as source. Empty if neither the symbol nor a type
    /// around it is obsolete.
    /// </summary>
    /// <param name="symbol">The method or interface.</param>
    /// <param name="until">The type around the generated member, whose attributes apply to it anyway.</param>
    public static string SourceOf(ISymbol symbol, INamedTypeSymbol? until)
    {
        AttributeData? found = null;
        for (ISymbol? current = symbol; current is IMethodSymbol or INamedTypeSymbol; current = current.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(current, until))
            {
                break;
            }

            AttributeData? obsolete = Find(current);
            if (obsolete is not null && (found is null || (IsError(obsolete) && !IsError(found))))
            {
                found = obsolete;
            }
        }

        return found is null ? "" : SourceOf(found);
    }

    private static string SourceOf(AttributeData obsolete)
    {
        StringBuilder arguments = new();
        foreach (TypedConstant argument in obsolete.ConstructorArguments)
        {
            Separate(arguments).Append(argument.Value switch
            {
                string text => Literals.Text(text),
                true => "true",
                false => "false",
                _ => "null",
            });
        }

        foreach (System.Collections.Generic.KeyValuePair<string, TypedConstant> argument in obsolete.NamedArguments)
        {
            if (argument.Value.Value is string text)
            {
                Separate(arguments).Append(argument.Key).Append(" = ").Append(Literals.Text(text));
            }
        }

        string list = arguments.ToString();
        return list.Length == 0 ? Attribute : $"[global::System.Obsolete({list})]";
    }

    private static StringBuilder Separate(StringBuilder arguments) => arguments.Append(arguments.Length == 0 ? "" : ", ");
}
