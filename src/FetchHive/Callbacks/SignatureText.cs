using System;
using System.Buffers;
using System.Buffers.Text;

namespace FetchHive;

/// <summary>
/// Reads and writes the encodings of a signature. Reading is strict: apart from the case of hexadecimal digits, each encoding has only one
/// form.
/// </summary>
internal static class SignatureText
{
    /// <summary>The length of a SHA-256 hash, in bytes.</summary>
    public const int ByteCount = 32;

    private const string Prefix = "sha256=";
    private const int HexLength = 64;
    private const int Base64Length = 44;

    /// <summary>Reads a header into <paramref name="bytes"/>.</summary>
    /// <returns><see cref="CallbackSignatureResult.Valid"/> if the bytes were read.</returns>
    public static CallbackSignatureResult Read(string? header, Span<byte> bytes)
    {
        if (string.IsNullOrEmpty(header))
        {
            return CallbackSignatureResult.Missing;
        }

        // The prefix names the hash, not the encoding. Some services use it with hexadecimal digits, others with Base64.
        ReadOnlySpan<char> text = header.AsSpan();
        if (text.StartsWith(Prefix.AsSpan(), StringComparison.Ordinal))
        {
            text = text.Slice(Prefix.Length);
        }

        // The length is checked first, so that a header of any size costs the same.
        bool isRead = text.Length switch
        {
            HexLength => TryReadHex(text, bytes),
            Base64Length => TryReadBase64(text, bytes),
            _ => false,
        };
        return isRead ? CallbackSignatureResult.Valid : CallbackSignatureResult.Malformed;
    }

    public static string Write(ReadOnlySpan<byte> bytes, CallbackSignatureEncoding encoding) => encoding switch
    {
        CallbackSignatureEncoding.Hex => Hex.Lower(bytes),
        CallbackSignatureEncoding.UppercaseHex => Hex.Upper(bytes),
        CallbackSignatureEncoding.PrefixedHex => Prefix + Hex.Lower(bytes),
        CallbackSignatureEncoding.Base64 => Convert.ToBase64String(bytes.ToArray()),
        CallbackSignatureEncoding.PrefixedBase64 => Prefix + Convert.ToBase64String(bytes.ToArray()),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Use a member of CallbackSignatureEncoding."),
    };

    private static bool TryReadHex(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (int i = 0; i < ByteCount; i++)
        {
            int high = Digit(text[2 * i]);
            int low = Digit(text[(2 * i) + 1]);
            if ((high | low) < 0)
            {
                return false;
            }

            bytes[i] = (byte)((high << 4) | low);
        }

        return true;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static bool TryReadBase64(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        Span<byte> ascii = stackalloc byte[Base64Length];
        for (int i = 0; i < Base64Length; i++)
        {
            if (text[i] > '\x7F')
            {
                return false;
            }

            ascii[i] = (byte)text[i];
        }

        // Without padding there would be a 33rd byte.
        Span<byte> decoded = stackalloc byte[ByteCount + 1];
        if (Base64.DecodeFromUtf8(ascii, decoded, out _, out int length) != OperationStatus.Done || length != ByteCount)
        {
            return false;
        }

        // Some runtimes' decoders ignore the unused bits of the last digit. Such a text is another form of the same bytes, which no encoder
        // writes.
        Span<byte> again = stackalloc byte[Base64Length];
        Base64.EncodeToUtf8(decoded.Slice(0, ByteCount), again, out _, out _);
        if (!again.SequenceEqual(ascii))
        {
            return false;
        }

        decoded.Slice(0, ByteCount).CopyTo(bytes);
        return true;
    }
}
