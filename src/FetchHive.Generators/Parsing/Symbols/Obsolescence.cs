using System.Text;

using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The content of <c>[Obsolete]</c>. Inside obsolete code the compiler doesn't report uses of obsolete members, not even errors. So
/// generated code can use what the declaration uses.
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

    /// <summary>Whether a use is an error, which nobody can suppress.</summary>
    public static bool IsError(AttributeData obsolete) =>
        obsolete.ConstructorArguments is { Length: 2 } arguments && arguments[1].Value is true;

    /// <summary>
    /// The attribute for a generated member that stands for a method or an interface, as source; empty when neither it is obsolete nor a
    /// type around it.
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
