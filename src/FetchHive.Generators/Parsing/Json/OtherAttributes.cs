using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The effect of other serializers' attributes on a member.</summary>
internal static class OtherAttributes
{
    /// <summary>The attribute of another serializer that leaves a member out; <see langword="null"/> for none.</summary>
    public static INamedTypeSymbol? HidingIn(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && Hides(type))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>The name of a member in another serializer's attribute; <see langword="null"/> for none.</summary>
    public static string? NameIn(ISymbol member, out INamedTypeSymbol? attributeType)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && NameBy(attribute, type) is { Length: > 0 } name)
            {
                attributeType = type;
                return name;
            }
        }

        attributeType = null;
        return null;
    }

    private static bool Hides(INamedTypeSymbol type) =>
        type.Is(KnownTypes.IgnoreDataMemberAttribute)
        || type.Is(KnownTypes.NonSerializedAttribute)
        || type.Is(KnownTypes.NewtonsoftJsonIgnoreAttribute);

    private static string? NameBy(AttributeData attribute, INamedTypeSymbol type) =>
        type.Is(KnownTypes.DataMemberAttribute) ? attribute.NamedArgument("Name") as string
        : type.Is(KnownTypes.JsonPropertyAttribute) ? attribute.NamedArgument("PropertyName") as string ?? attribute.StringArgument(0)
        : null;

    /// <summary>An attribute as it is written in source.</summary>
    public static string Text(INamedTypeSymbol type)
    {
        const string Suffix = "Attribute";
        string name = type.Name.Substring(0, type.Name.Length - Suffix.Length);
        return type.ContainingNamespace.Is(KnownNamespaces.NewtonsoftJson) ? $"Newtonsoft's [{name}]" : $"[{name}]";
    }
}
