using System;
using FetchHive.CodeGeneration;

namespace FetchHive;

internal sealed class TextOutputReader(bool acceptsNull) : OutputReader<string>
{
    internal override bool ReadsInPlace => true;

    internal override bool TryReadInPlace(ReadOnlySpan<byte> json, out int consumed, out string value)
    {
        if (JsonString.TryGetPlain(json, out ReadOnlySpan<byte> inside))
        {
            consumed = inside.Length + 2;
            return Utf8.TryGetString(inside, out value);
        }

        consumed = 0;
        value = string.Empty;
        if (!JsonText.IsString(json))
        {
            return false;
        }

        byte[] rented = PooledBytes.Rent(json.Length);
        try
        {
            bool isDecoded = JsonString.TryDecode(json, rented, out consumed, out int length);
            value = isDecoded ? Utf8.GetString(rented.AsSpan(0, length)) : string.Empty;
            return isDecoded;
        }
        finally
        {
            PooledBytes.Return(rented);
        }
    }

    internal override string Read(in OutputSource source)
    {
        if (JsonText.TryGetString(source.Json, out string text))
        {
            return text;
        }

        if (JsonText.IsString(source.Json))
        {
            throw source.Broken(null, "string", "the text is not valid Unicode", null);
        }

        if (!JsonText.IsNull(source.Json))
        {
            return Utf8.GetString(source.Json);
        }

        return acceptsNull ? null! : throw source.Broken(null, "string", "it is null", null);
    }
}
