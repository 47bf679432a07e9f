using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: writes the values that <see cref="RequestWriter"/> has no method for, as System.Text.Json would. Don't use it in
/// your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class InputWriter
{
    private const int MaxNumberLength = 128;

    /// <summary>Writes a character as text of one character.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteChar(RequestWriter writer, char value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[1];
        text[0] = value;
        writer.WriteText(text);
    }

    /// <summary>Writes a time span as <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteTimeSpan(RequestWriter writer, TimeSpan value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = Utf8Formatter.TryFormat(value, text, out int length, 'c');
        writer.WriteSafeText(text.Slice(0, length));
    }

    /// <summary>Writes a version as its text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value; null is written as null.</param>
    public static void WriteVersion(RequestWriter writer, Version? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value?.ToString());
    }

    /// <summary>Writes a JSON value.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is <c>default</c>, which isn't JSON.</exception>
    public static void WriteJsonElement(RequestWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException(
                "An input is or contains a default JsonElement, which isn't a JSON value. Pass a parsed element, or make the parameter "
                    + "nullable to leave it out.",
                nameof(value));
        }

        value.WriteTo(writer.BeginForeign(countsDepth: true));
        writer.EndForeign();
    }

    /// <summary>Writes a JSON document.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value; null is written as null.</param>
    public static void WriteJsonDocument(RequestWriter writer, JsonDocument? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer.BeginForeign(countsDepth: true));
            writer.EndForeign();
        }
    }

    /// <summary>Writes a JSON node.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value; null is written as null.</param>
    public static void WriteJsonNode(RequestWriter writer, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer.BeginForeign(countsDepth: true));
            writer.EndForeign();
        }
    }

    /// <summary>Writes a value through the serializer, for types that have their own metadata.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value; the metadata decides how null is written.</param>
    /// <param name="typeInfo">The type's metadata.</param>
    /// <exception cref="JsonException">A converter wrote more than one value.</exception>
    /// <exception cref="InvalidOperationException">A converter wrote nothing.</exception>
    public static void WriteWithContext<T>(RequestWriter writer, T? value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonSerializer.Serialize(writer.BeginForeign(countsDepth: true), value!, typeInfo);
        writer.EndForeign();
    }

    /// <summary>Creates the exception for a number that isn't a member of its enum.</summary>
    /// <param name="type">The enum's name.</param>
    /// <param name="value">The number.</param>
    /// <returns>The exception, to be thrown.</returns>
    public static Exception UndefinedEnum(string type, long value) => Undefined(type, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Creates the exception for a number that isn't a member of its enum.</summary>
    /// <param name="type">The enum's name.</param>
    /// <param name="value">The number.</param>
    /// <returns>The exception, to be thrown.</returns>
    public static Exception UndefinedUnsignedEnum(string type, ulong value) =>
        Undefined(type, value.ToString(CultureInfo.InvariantCulture));

    private static ArgumentException Undefined(string type, string value) =>
        new($"The value {value} is not a member of {type}, so it has no name to send. Pass one of the enum's members.");
}
