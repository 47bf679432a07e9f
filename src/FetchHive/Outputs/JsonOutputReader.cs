using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Reads an output as a type. The service may send JSON as text (Fetch Hive docs, <c>api-reference/invoke-workflow</c>), so the text of a
/// JSON string is read as JSON, unless the type is a string. If System.Text.Json can read it, the result counts unless
/// <see cref="OutputWalk"/> refuses it. Only what System.Text.Json can't read is read more leniently.
/// </summary>
internal sealed class JsonOutputReader<T> : OutputReader<T>
{
    private const string InText = " in the JSON text inside the output";

    private readonly JsonTypeInfo<T> _typeInfo;
    private readonly OutputShapes _shapes;
    private readonly bool _acceptsNull;
    private readonly int _nonNullItems;

    // The bracket that the type's JSON begins with; 0 if it doesn't begin with one.
    private readonly byte _opening;

    // JsonElement and similar types hold any JSON, even a string. For them, only text that is an object or array is parsed.
    private readonly bool _holdsAnything = typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?)
        || typeof(T) == typeof(JsonDocument) || typeof(T) == typeof(JsonNode) || typeof(T) == typeof(JsonValue);

    public JsonOutputReader(JsonTypeInfo<T> typeInfo, bool acceptsNull, int nonNullItems)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        _typeInfo = typeInfo;
        _acceptsNull = acceptsNull;
        _nonNullItems = nonNullItems;
        _shapes = new OutputShapes(typeInfo.Options);
        _opening = typeInfo.Kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => (byte)'{',
            JsonTypeInfoKind.Enumerable => (byte)'[',
            _ => typeof(T) == typeof(JsonObject) ? (byte)'{' : typeof(T) == typeof(JsonArray) ? (byte)'[' : (byte)0,
        };
    }

    private static string Expected => TypeName.Of(typeof(T));

    internal override T Read(in OutputSource source)
    {
        if (!JsonSlice.IsString(source.Json))
        {
            return TryRead(source, source.Json, inText: false, out T value, out Exception? failure)
                ? value
                : throw Broken(source, source.Json, failure, inText: false);
        }

        if (!JsonSlice.TryGetUtf8(source.Json, out byte[] rented, out int length))
        {
            throw source.Broken(null, Expected, "it is text that is not valid Unicode", null);
        }

        try
        {
            ReadOnlySpan<byte> whole = rented.AsSpan(0, length);
            return _holdsAnything ? ReadAnything(source, ModelText.Prepare(whole))
                : _opening == 0 ? ReadScalar(source, ModelText.Prepare(whole), length)
                : ReadText(source, whole);
        }
        finally
        {
            PooledBytes.Return(rented);
        }
    }

    private T ReadText(in OutputSource source, ReadOnlySpan<byte> whole)
    {
        ReadOnlySpan<byte> text = ModelText.Prepare(whole);
        if (text.IsEmpty)
        {
            throw source.Broken(null, Expected, "it is empty text", null);
        }

        if (TryRead(source, text, inText: true, out T value, out Exception? failure))
        {
            return value;
        }

        int maxDepth = _typeInfo.Options.MaxDepth is var depth && depth > 0 ? depth : 64;
        ModelJsonResult result = ModelJson.Find(whole, _opening, Math.Min(maxDepth, Envelope.MaxDepth), out byte[] json);
        if (result == ModelJsonResult.Found)
        {
            return TryRead(source, json, inText: true, out value, out failure) ? value : throw Broken(source, json, failure, inText: true);
        }

        // "JSON of another kind" or "a value of another type" is a better message than "text that isn't JSON".
        throw failure is not JsonException exception || NullMemberException.PathOf(exception) is { Length: > 1 }
            ? Broken(source, text, failure, inText: true)
            : source.Broken(null, Expected, "it is text, and " + ModelJson.Describe(result, _opening), failure);
    }

    // Numbers, enums, dates, Guids and types with their own converters: usually the string itself is the value. Otherwise the value is its
    // text, as JSON (`42`) or as a string without what a model put around it.
    private T ReadScalar(in OutputSource source, ReadOnlySpan<byte> text, int length)
    {
        // Any text is a relative Uri, even in quotes or in a code fence. So the text inside the quotes or the fence is tried first.
        if (typeof(T) == typeof(Uri) && text.Length > 0
            && TryRead(source, text[0] == (byte)'"' ? text : AsString(text), inText: true, out T address, out _))
        {
            return address;
        }

        if (TryRead(source, source.Json, false, out T value, out Exception? failure) || TryRead(source, text, true, out value, out _))
        {
            return value;
        }

        if (text.Length < length && TryRead(source, AsString(text), true, out value, out _))
        {
            return value;
        }

        throw Broken(source, source.Json, failure, inText: false);
    }

    private static ReadOnlySpan<byte> AsString(ReadOnlySpan<byte> text) => JsonSlice.EncodeString(Utf8.GetString(text));

    private T ReadAnything(in OutputSource source, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] is (byte)'{' or (byte)'[' && TryRead(source, text, true, out T value, out _))
        {
            return value;
        }

        return TryRead(source, source.Json, false, out value, out Exception? failure)
            ? value
            : throw Broken(source, source.Json, failure, inText: false);
    }

    /// <summary>
    /// Reads JSON with System.Text.Json, and if that fails, with values converted to what their types need. Throws if System.Text.Json
    /// accepted a value that it shouldn't have.
    /// </summary>
    private bool TryRead(in OutputSource source, ReadOnlySpan<byte> json, bool inText, out T value, out Exception? failure)
    {
        failure = null;
        value = default!;
        if (_acceptsNull && default(T) is null && json.SequenceEqual("null"u8))
        {
            return true;
        }

        if (!TryDeserialize(json, out value, out failure))
        {
            // An abstract type whose discriminator isn't first, or is missing, causes a NotSupportedException.
            OutputMistake? reason = null;
            if (failure is not (JsonException or NotSupportedException)
                || OutputWalk.Adapt(json, _shapes, typeof(T), out reason) is not { } adapted
                || !TryDeserialize(adapted, out value, out failure))
            {
                return failure is NotSupportedException && reason is not null ? throw Broken(source, reason, inText, failure) : false;
            }

            json = adapted;
        }

        return OutputWalk.Check(json, _shapes, typeof(T), _nonNullItems) is not { } mistake
            ? true
            : throw Broken(source, mistake, inText, null);
    }

    private bool TryDeserialize(ReadOnlySpan<byte> json, out T value, out Exception? failure)
    {
        failure = null;
        value = default!;
        try
        {
            value = JsonSerializer.Deserialize(json, _typeInfo)!;
            return value is not null;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            // Not only JsonException: constructors, setters and converters of the caller's types run here. Whatever they throw, the caller
            // needs the request id of the run, which was charged for.
            failure = exception;
            return false;
        }
    }

    private static FetchHiveResponseException Broken(in OutputSource source, OutputMistake mistake, bool inText, Exception? cause) =>
        source.Broken(mistake.Path, mistake.Expected, mistake.Found + (inText ? InText : string.Empty), cause, mistake.Advice);

    private FetchHiveResponseException Broken(in OutputSource source, ReadOnlySpan<byte> json, Exception? failure, bool inText)
    {
        string where = inText ? InText : string.Empty;
        string? path = failure is JsonException at ? NullMemberException.PathOf(at) : null;
        return failure switch
        {
            null => source.Broken(null, Expected, "there is null" + where, null),
            JsonException when path is { Length: > 1 } => source.Broken(
                path,
                _shapes.TypeAt(typeof(T), path) is { } type ? TypeName.Of(type) : Expected,
                "the value there can't be read as that" + where,
                failure),
            JsonException when inText => source.Broken(null, Expected, "it is text that can't be read as that", failure),
            JsonException => source.Broken(null, Expected, $"there is {JsonSlice.Describe(json)} that can't be read as that", failure),
            _ => source.Broken(null, Expected, $"reading it threw {failure.GetType().Name}" + where, failure),
        };
    }
}
