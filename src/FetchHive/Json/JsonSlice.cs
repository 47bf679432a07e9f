using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive;

/// <summary>Text and JSON inside a response: raw slices, decoded only on demand.</summary>
internal static class JsonSlice
{
    /// <summary>Decodes a JSON string, given with its quotes.</summary>
    /// <returns>False if the slice is another kind of JSON, or a string that isn't valid Unicode.</returns>
    public static bool TryGetString(ReadOnlySpan<byte> json, out string text)
    {
        text = string.Empty;
        if (json.IsEmpty || json[0] != (byte)'"')
        {
            return false;
        }

        ReadOnlySpan<byte> inside = json.Slice(1, json.Length - 2);
        if (inside.IndexOf((byte)'\\') < 0)
        {
            return Utf8.TryGetString(inside, out text);
        }

        Utf8JsonReader reader = new(json);
        try
        {
            reader.Read();
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate or bytes that aren't UTF-8: System.Text.Json reports them this way.
            return false;
        }
    }

    /// <summary>Decodes a JSON string to UTF-8 in a rented array, which the caller returns.</summary>
    public static bool TryGetUtf8(ReadOnlySpan<byte> json, out byte[] rented, out int length)
    {
        Utf8JsonReader reader = new(json);
        rented = PooledBytes.Rent(json.Length);
        length = 0;
        try
        {
            reader.Read();
            length = reader.CopyString(rented);
            return true;
        }
        catch (InvalidOperationException)
        {
            PooledBytes.Return(rented);
            rented = [];
            return false;
        }
    }

    /// <summary>
    /// Whether the reader is at a property with this name. <see cref="Utf8JsonReader.ValueTextEquals(ReadOnlySpan{byte})"/> throws for a
    /// name with half a surrogate pair, which a sender may include.
    /// </summary>
    public static bool NameIs(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> written = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return written.SequenceEqual(name);
        }

        // Every character may be written as \uXXXX.
        if (written.Length > name.Length * 6)
        {
            return false;
        }

        Span<byte> decoded = stackalloc byte[written.Length];
        return TryCopyName(ref reader, decoded, out int length) && decoded.Slice(0, length).SequenceEqual(name);
    }

    /// <summary>Decodes the name of the property that the reader is at.</summary>
    /// <returns>False if it may not fit or isn't valid Unicode.</returns>
    public static bool TryCopyName(ref Utf8JsonReader reader, scoped Span<byte> name, out int length)
    {
        length = 0;
        if (reader.ValueSpan.Length > name.Length)
        {
            return false;
        }

        try
        {
            length = reader.CopyString(name);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// The value of an object's member; empty if there is none. The object must come from our own writer: it is well-formed, except that
    /// its closing brackets may still be missing.
    /// </summary>
    public static ReadOnlySpan<byte> Member(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        Utf8JsonReader reader = new(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = NameIs(ref reader, name);
            if (!reader.Read())
            {
                break;
            }

            int start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                break;
            }

            if (isIt)
            {
                return json.Slice(start, (int)reader.BytesConsumed - start);
            }
        }

        return default;
    }

    /// <summary>The text of a JSON string, or the JSON of any other value; null if there is no value.</summary>
    public static string? TextOrJson(ReadOnlySpan<byte> json) =>
        json.IsEmpty ? null : TryGetString(json, out string text) ? text : Utf8.GetString(json);

    /// <summary>The string or name at the reader; null if it has half a surrogate pair, for which GetString throws.</summary>
    public static string? OrNull(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Encodes text as a JSON string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encoder">What decides which characters are escaped; null for all that HTML could misread.</param>
    /// <exception cref="ArgumentException">The text isn't valid Unicode.</exception>
    public static byte[] EncodeString(string text, JavaScriptEncoder? encoder = null) =>
        [(byte)'"', .. JsonEncodedText.Encode(text, encoder).EncodedUtf8Bytes, (byte)'"'];

    public static bool IsNull(ReadOnlySpan<byte> json) => !json.IsEmpty && json[0] == (byte)'n';

    public static bool IsString(ReadOnlySpan<byte> json) => !json.IsEmpty && json[0] == (byte)'"';

    /// <summary>The kind of JSON in a slice, described for a message. Never the value: outputs may be confidential.</summary>
    public static string Describe(ReadOnlySpan<byte> json) => json.IsEmpty ? "nothing" : json[0] switch
    {
        (byte)'{' => "an object",
        (byte)'[' => "an array",
        (byte)'"' => "a string",
        (byte)'t' or (byte)'f' => "a boolean",
        (byte)'n' => "null",
        _ => "a number",
    };
}
