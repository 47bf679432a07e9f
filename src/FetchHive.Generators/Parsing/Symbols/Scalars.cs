using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Recognises the types with their own JSON form.</summary>
internal static class Scalars
{
    public static ScalarKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Int16,
        SpecialType.System_UInt16 => ScalarKind.UInt16,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        SpecialType.None => KindByName(type),
        _ => ScalarKind.None,
    };

    /// <summary>Whether a type is a built-in number, boolean, character or string, which is cheap to check.</summary>
    public static bool IsPrimitive(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String;

    private static ScalarKind KindByName(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return ScalarKind.ByteArray;
        }

        if (type is not INamedTypeSymbol { ContainingType: null } named || !named.IsOfFramework())
        {
            return type.IsRuntimeType("MetadataValue") ? ScalarKind.MetadataValue : ScalarKind.None;
        }

        return named.Name switch
        {
            "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri" or "Version" or "Half" or "Int128" or "UInt128"
                or "Memory" or "ReadOnlyMemory" when named.ContainingNamespace.Is(KnownNamespaces.System) => SystemKind(named),
            "JsonElement" or "JsonDocument" when named.ContainingNamespace.Is(KnownNamespaces.SystemTextJson) =>
                named.Name == "JsonElement" ? ScalarKind.JsonElement : ScalarKind.JsonDocument,
            "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue"
                when named.ContainingNamespace.Is(KnownNamespaces.SystemTextJsonNodes) => NodeKind(named.Name),
            _ => ScalarKind.None,
        };
    }

    /// <summary>Whether a value of the type can be a metadata value: a text, a number, a boolean or a point in time.</summary>
    public static bool IsMetadataValue(ITypeSymbol type)
    {
        ITypeSymbol held = type.UnwrapNullable();
        ScalarKind kind = KindOf(held);
        return held.TypeKind == TypeKind.Enum || (kind != ScalarKind.None && !kind.IsJson() && !kind.IsBytes());
    }

    private static ScalarKind SystemKind(INamedTypeSymbol type) => type.Name switch
    {
        "Guid" => ScalarKind.Guid,
        "DateTimeOffset" => ScalarKind.DateTimeOffset,
        "DateOnly" => ScalarKind.DateOnly,
        "TimeOnly" => ScalarKind.TimeOnly,
        "TimeSpan" => ScalarKind.TimeSpan,
        "Uri" => ScalarKind.Uri,
        "Version" => ScalarKind.Version,
        "Half" => ScalarKind.Half,
        "Int128" => ScalarKind.Int128,
        "UInt128" => ScalarKind.UInt128,
        "Memory" when HoldsBytes(type) => ScalarKind.MemoryByte,
        "ReadOnlyMemory" when HoldsBytes(type) => ScalarKind.ReadOnlyMemoryByte,
        _ => ScalarKind.None,
    };

    private static ScalarKind NodeKind(string name) => name switch
    {
        "JsonObject" => ScalarKind.JsonObject,
        "JsonArray" => ScalarKind.JsonArray,
        "JsonValue" => ScalarKind.JsonValue,
        _ => ScalarKind.JsonNode,
    };

    private static bool HoldsBytes(INamedTypeSymbol type) =>
        type.TypeArguments.Length == 1 && type.TypeArguments[0].SpecialType == SpecialType.System_Byte;
}
