using System;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive;

/// <summary>
/// Writes a <see cref="RunStatus"/> to JSON as its word, and reads it back. <c>default</c> is null in JSON. Serializers find the converter
/// by the type's attribute, so don't register it.
/// </summary>
/// <remarks>Public because the metadata that System.Text.Json's generator adds to your project creates one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunStatusJsonConverter : JsonConverter<RunStatus>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override RunStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        return reader.TokenType == JsonTokenType.String ? Of(reader.GetString()) : throw NotAWord();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RunStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value == default)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }

    /// <inheritdoc/>
    public override RunStatus ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, RunStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }

    private static RunStatus Of(string? word) => string.IsNullOrEmpty(word) ? throw NotAWord() : new RunStatus(word!);

    private static JsonException NotAWord() => new("A run's status is a JSON string such as \"completed\", and not empty.");
}

/// <summary>Converts a <see cref="RunStatus"/> for code that uses type converters: other serializers, configuration, routes.</summary>
internal sealed class RunStatusTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string word ? word.Length == 0 ? default : new RunStatus(word) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is RunStatus status
            && destinationType == typeof(string) ? status.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
