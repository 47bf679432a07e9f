using System.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Text;

/// <summary>
/// Derives names of helper methods from types: <c>IReadOnlyListOfCompany</c>. The names aren't unique; the emitter makes them so.
/// </summary>
internal static class ShortNames
{
    public static string Of(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeArguments.Length: 0 })
        {
            return type.Name;
        }

        StringBuilder builder = new();
        Append(builder, type);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                builder.Append("ArrayOf");
                Append(builder, array.ElementType);
                return;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                builder.Append("Nullable");
                Append(builder, nullable.TypeArguments[0]);
                return;
            case INamedTypeSymbol named:
                builder.Append(named.Name);
                for (int i = 0; i < named.TypeArguments.Length; i++)
                {
                    builder.Append(i == 0 ? "Of" : "And");
                    Append(builder, named.TypeArguments[i]);
                }

                return;
            default:
                builder.Append(type.Name);
                return;
        }
    }
}
