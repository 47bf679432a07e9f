using System;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: a JSON name as it stands in a request, encoded once. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestName
{
    private readonly byte[] _bytes;

    /// <summary>Encodes a name.</summary>
    /// <param name="name">The name.</param>
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

    /// <summary>The comma before it, the name in quotes, and the colon, in one piece to copy.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes;
}
