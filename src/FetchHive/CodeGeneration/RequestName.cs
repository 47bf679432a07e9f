using System;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: a JSON name in the form in which requests contain it, encoded once. Don't use it in your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestName
{
    private readonly byte[] _bytes;

    /// <summary>Encodes a name.</summary>
    /// <exception cref="ArgumentException">The name is not valid Unicode.</exception>
    internal RequestName(string name)
    {
        ReadOnlySpan<byte> encoded = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        _bytes = new byte[encoded.Length + 4];
        _bytes[0] = (byte)',';
        _bytes[1] = (byte)'"';
        encoded.CopyTo(_bytes.AsSpan(2));
        _bytes[_bytes.Length - 2] = (byte)'"';
        _bytes[_bytes.Length - 1] = (byte)':';
    }

    /// <summary>Encodes names.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The encoded names, in the same order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    /// <exception cref="ArgumentException">A name is not valid Unicode.</exception>
    public static RequestName[] Encode(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Array.ConvertAll(names, static name => new RequestName(name));
    }

    /// <summary>A comma, the name in quotes and a colon, to be copied in one piece.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes;
}
