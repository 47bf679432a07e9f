using System;
using System.Text;

namespace FetchHive;

internal static class Utf8
{
#if NETSTANDARD2_0
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
#endif

    /// <summary>Decodes UTF-8. Invalid bytes become the replacement character.</summary>
    public static string GetString(ReadOnlySpan<byte> bytes)
    {
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(bytes.ToArray());
#else
        return Encoding.UTF8.GetString(bytes);
#endif
    }

    /// <summary>Decodes bytes that may not be UTF-8.</summary>
    public static bool TryGetString(ReadOnlySpan<byte> bytes, out string text)
    {
        bool isValid = IsValid(bytes);
        text = isValid ? GetString(bytes) : string.Empty;
        return isValid;
    }

    /// <summary>Whether all bytes are valid UTF-8.</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes)
    {
#if NETSTANDARD2_0
        byte[] copy = PooledBytes.Rent(bytes.Length);
        try
        {
            bytes.CopyTo(copy);
            Strict.GetCharCount(copy, 0, bytes.Length);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            PooledBytes.Return(copy);
        }
#else
        return System.Text.Unicode.Utf8.IsValid(bytes);
#endif
    }

    /// <summary>
    /// Skips all byte order marks at the beginning, because each program that passes a text on may add one.
    /// </summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        while (bytes.StartsWith(mark))
        {
            bytes = bytes.Slice(mark.Length);
        }

        return bytes;
    }
}
