namespace FetchHive.Generators.Model;

/// <summary>The types with their own JSON form: a string, a number, a boolean, or any JSON.</summary>
internal enum ScalarKind
{
    None,
    String,
    Char,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Uri,
    Version,
    ByteArray,
    MemoryByte,
    ReadOnlyMemoryByte,
    MetadataValue,
    JsonElement,
    JsonDocument,
    JsonNode,
    JsonObject,
    JsonArray,
    JsonValue,
}

internal static class ScalarKinds
{
    public static bool IsNumber(this ScalarKind kind) => kind is >= ScalarKind.SByte and <= ScalarKind.Decimal;

    /// <summary>Whether the number type has NaN and infinities, which JSON doesn't have.</summary>
    public static bool HasNamedValues(this ScalarKind kind) => kind is ScalarKind.Half or ScalarKind.Single or ScalarKind.Double;

    /// <summary>Whether the type can be any JSON, including arrays and objects.</summary>
    public static bool IsJson(this ScalarKind kind) => kind >= ScalarKind.JsonElement;

    public static bool IsBytes(this ScalarKind kind) =>
        kind is ScalarKind.ByteArray or ScalarKind.MemoryByte or ScalarKind.ReadOnlyMemoryByte;
}
