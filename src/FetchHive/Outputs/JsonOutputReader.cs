using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Reads an output as a type. The service may send JSON as text (Fetch Hive docs, <c>api-reference/invoke-workflow</c>), so a JSON string is
/// read as what its text holds, wherever the type asks for more than a string.
/// </summary>
internal sealed class JsonOutputReader<T> : OutputReader<T>
{
    private const string InText = " in the JSON text inside the output";

    private readonly JsonTypeInfo<T> _typeInfo;
    private readonly JsonConverter<T>? _inPlace;
    private readonly bool _acceptsNull;

    // JsonElement and its kin hold any JSON, a plain string too: only text that is an object or array is taken apart for them.
    private readonly bool _holdsAnything = typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?) || typeof(T) == typeof(JsonDocument)
        || typeof(T) == typeof(JsonNode) || typeof(T) == typeof(JsonValue);

    private readonly bool _isContainerNode = typeof(T) == typeof(JsonObject) || typeof(T) == typeof(JsonArray);

    public JsonOutputReader(JsonTypeInfo<T> typeInfo, bool acceptsNull)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        _typeInfo = typeInfo;
        _acceptsNull = acceptsNull;

        // A converter asks its options for the metadata. Scalars and converters of the caller's own are left to the serializer, which looks after null and after what they consume;
        // nullable structs too, whose converter asks for the metadata of the struct without `?`, so that numbers in text are read where the serializer refuses them.
        JsonSerializerOptions options = typeInfo.Options;
        if (Nullable.GetUnderlyingType(typeof(T)) is null && typeInfo.Kind != JsonTypeInfoKind.None && options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? known) && ReferenceEquals(known, typeInfo))
        {
            _inPlace = typeInfo.Converter as JsonConverter<T>;
        }
    }

    private static string Expected => TypeName.Of(typeof(T));

    internal override bool ReadsInPlace => _inPlace is not null;

    /// <summary>
    /// Through the type's own converter: the serializer's method that takes a reader walks the value to its end before it reads it, which costs a fifth of the time.
    /// </summary>
    internal override bool TryReadInPlace(ReadOnlySpan<byte> json, out int consumed, out T value)
    {
        if (JsonText.IsString(json))
        {
            return TryReadTextInPlace(json, out consumed, out value);
        }

        consumed = 0;
        value = default!;
        if (json.IsEmpty || json[0] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Math.Min(_typeInfo.Options.MaxDepth, Envelope.MaxDepth - 1) });
        reader.Read();
        value = _inPlace!.Read(ref reader, typeof(T), _typeInfo.Options)!;
        consumed = (int)reader.BytesConsumed;
        return value is not null && reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
    }

    private bool TryReadTextInPlace(ReadOnlySpan<byte> json, out int consumed, out T value)
    {
        byte[] rented = PooledBytes.Rent(json.Length);
        try
        {
            value = default!;
            return JsonString.TryDecode(json, rented, out consumed, out int length) && TryRead(ModelText.Prepare(rented.AsSpan(0, length)), out value, out _);
        }
        finally
        {
            PooledBytes.Return(rented);
        }
    }

    internal override T Read(in OutputSource source)
    {
        if (!JsonText.IsString(source.Json))
        {
            return TryRead(source.Json, out T value, out Exception? failure) ? value : throw Broken(source, source.Json, failure, inText: false);
        }

        if (!JsonText.TryGetUtf8(source.Json, out byte[] rented, out int length))
        {
            throw source.Broken(null, Expected, "it is text that is not valid Unicode", null);
        }

        try
        {
            ReadOnlySpan<byte> text = ModelText.Prepare(rented.AsSpan(0, length));
            if (_holdsAnything)
            {
                return ReadAnything(source, text);
            }

            bool isScalar = _typeInfo.Kind == JsonTypeInfoKind.None && !_isContainerNode;
            return isScalar ? ReadScalar(source, text, length) : ReadText(source, text);
        }
        finally
        {
            PooledBytes.Return(rented);
        }
    }

    private T ReadText(in OutputSource source, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            throw source.Broken(null, Expected, "it is empty text", null);
        }

        return TryRead(text, out T value, out Exception? failure) ? value : throw Broken(source, text, failure, inText: true);
    }

    // Numbers, enums, dates, Guids and types with converters of their own: mostly the string itself is the value; otherwise its text is, as JSON (`42`) or
    // as a string without what a model put around it.
    private T ReadScalar(in OutputSource source, ReadOnlySpan<byte> text, int length)
    {
        // Any text at all is a relative Uri, also one in quotes or in a code fence: what is inside them goes first.
        if (typeof(T) == typeof(Uri) && text.Length > 0 && (text[0] == (byte)'"' ? TryRead(text, out T address, out _) : TryRead(Quote(text), out address, out _)))
        {
            return address;
        }

        if (TryRead(source.Json, out T value, out Exception? failure) || TryRead(text, out value, out _))
        {
            return value;
        }

        if (text.Length < length && TryRead(Quote(text), out value, out _))
        {
            return value;
        }

        throw Broken(source, source.Json, failure, inText: false);
    }

    private static ReadOnlySpan<byte> Quote(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> encoded = JsonEncodedText.Encode(text).EncodedUtf8Bytes;
        byte[] quoted = new byte[encoded.Length + 2];
        encoded.CopyTo(quoted.AsSpan(1));
        quoted[0] = quoted[quoted.Length - 1] = (byte)'"';
        return quoted;
    }

    private T ReadAnything(in OutputSource source, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] is (byte)'{' or (byte)'[' && TryRead(text, out T value, out _))
        {
            return value;
        }

        return TryRead(source.Json, out value, out Exception? failure) ? value : throw Broken(source, source.Json, failure, inText: false);
    }

    private bool TryRead(ReadOnlySpan<byte> json, out T value, out Exception? failure)
    {
        failure = null;
        value = default!;
        if (_acceptsNull && default(T) is null && json.SequenceEqual("null"u8))
        {
            return true;
        }

        try
        {
            value = JsonSerializer.Deserialize(json, _typeInfo)!;
            return value is not null;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            // Not JsonException alone: constructors, setters and converters of the caller's own types run in here, and whatever they throw, the
            // caller needs the request id of a run that was paid for.
            failure = exception;
            return false;
        }
    }

    private static FetchHiveResponseException Broken(in OutputSource source, ReadOnlySpan<byte> json, Exception? failure, bool inText)
    {
        string where = inText ? InText : string.Empty;
        string? path = failure is JsonException at ? NullMemberException.PathOf(at) : null;
        return failure switch
        {
            null => source.Broken(null, Expected, "there is null" + where, null),
            JsonException when path is { Length: > 1 } => source.Broken(path, Expected, "the value there can't be read as that" + where, failure),
            JsonException when inText => source.Broken(null, Expected, "it is text, and the text can't be read as that JSON", failure),
            JsonException => source.Broken(null, Expected, $"there is {JsonText.Describe(json)} that can't be read as that", failure),
            _ => source.Broken(null, Expected, $"reading it threw {failure.GetType().Name}" + where, failure),
        };
    }
}
