using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>A JSON name in the form in which requests contain it, encoded once.</summary>
internal sealed class RequestName
{
    private readonly byte[] _bytes;

    /// <summary>Encodes a name.</summary>
    /// <exception cref="ArgumentException">The name is not valid Unicode.</exception>
    public RequestName(string name)
    {
        ReadOnlySpan<byte> encoded = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        _bytes = new byte[encoded.Length + 4];
        _bytes[0] = (byte)',';
        _bytes[1] = (byte)'"';
        encoded.CopyTo(_bytes.AsSpan(2));
        _bytes[_bytes.Length - 2] = (byte)'"';
        _bytes[_bytes.Length - 1] = (byte)':';
    }

    /// <summary>A comma, the name in quotes and a colon, to be copied in one piece.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;
}
