using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>The metadata of the library's own output types.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
#if NET9_0_OR_GREATER
    RespectNullableAnnotations = true,
#endif
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ImageOutput))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ImageJson : JsonSerializerContext
{
#if NET9_0_OR_GREATER
    public static JsonTypeInfo<ImageOutput> Images => Default.ImageOutput;
#else
    public static JsonTypeInfo<ImageOutput> Images => Refusing.Images;

    private static JsonTypeInfo<ImageOutput> RefusingNull()
    {
        JsonSerializerOptions options = new(Default.Options) { TypeInfoResolver = Default.WithAddedModifier(RefuseNull) };
        options.MakeReadOnly();
        return (JsonTypeInfo<ImageOutput>)options.GetTypeInfo(typeof(ImageOutput));
    }

    // The members without `?` that aren't numbers.
    private static void RefuseNull(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.Name is "settings" or "assets" or "file_url" && property.Set is { } setter)
            {
                property.Set = NullMemberException.Refuse(setter);
            }
        }
    }

    // A separate class, because Default, in the other part of this one, wouldn't be initialized yet.
    private static class Refusing
    {
        public static readonly JsonTypeInfo<ImageOutput> Images = RefusingNull();
    }
#endif
}

// The settings differ by provider and only describe the images. A setting of an unexpected kind must not lose images that were charged for.

/// <summary>Reads any scalar as text, and anything else as null.</summary>
internal sealed class LenientTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Utf8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads a whole number, even in quotes, and anything else as null.</summary>
internal sealed class LenientCountConverter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt32(out int number) ? number : null;
            case JsonTokenType.String:
                return int.TryParse(reader.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out int text) ? text : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>Reads a whole number, even in quotes, and anything else as 0.</summary>
internal sealed class LenientSizeConverter : JsonConverter<long>
{
    public override bool HandleNull => true;

    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long number) ? number : 0;
            case JsonTokenType.String:
                return long.TryParse(reader.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long text) ? text : 0;
            default:
                reader.Skip();
                return 0;
        }
    }

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
