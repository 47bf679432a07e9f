using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>
/// The metadata of the commonest scalars. Generated code without a context doesn't describe them, which shortens it. The generator has the
/// same list: <c>OutputMetadataEmitter.IsKnownToTheRuntime</c>.
/// </summary>
internal static class ScalarMetadata
{
    /// <summary>The metadata of a type; null if the type isn't one of these scalars.</summary>
    public static JsonTypeInfo? Of(Type type, JsonSerializerOptions options) => Type.GetTypeCode(type) switch
    {
        // An enum has the code of its number.
        _ when type.IsEnum => null,
        TypeCode.String => JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter),
        TypeCode.Boolean => JsonMetadataServices.CreateValueInfo<bool>(options, JsonMetadataServices.BooleanConverter),
        TypeCode.Int32 => JsonMetadataServices.CreateValueInfo<int>(options, JsonMetadataServices.Int32Converter),
        TypeCode.Int64 => JsonMetadataServices.CreateValueInfo<long>(options, JsonMetadataServices.Int64Converter),
        TypeCode.Double => JsonMetadataServices.CreateValueInfo<double>(options, JsonMetadataServices.DoubleConverter),
        TypeCode.Decimal => JsonMetadataServices.CreateValueInfo<decimal>(options, JsonMetadataServices.DecimalConverter),
        TypeCode.DateTime => JsonMetadataServices.CreateValueInfo<DateTime>(options, JsonMetadataServices.DateTimeConverter),
        _ when type == typeof(DateTimeOffset) =>
            JsonMetadataServices.CreateValueInfo<DateTimeOffset>(options, JsonMetadataServices.DateTimeOffsetConverter),
        _ when type == typeof(Guid) => JsonMetadataServices.CreateValueInfo<Guid>(options, JsonMetadataServices.GuidConverter),
        _ when type == typeof(Uri) => JsonMetadataServices.CreateValueInfo<Uri>(options, JsonMetadataServices.UriConverter),
        _ => null,
    };
}
