using System;

namespace FetchHive;

internal static class Hex
{
    public static string Lower(ReadOnlySpan<byte> bytes) => Write(bytes, "0123456789abcdef");

    public static string Upper(ReadOnlySpan<byte> bytes) => Write(bytes, "0123456789ABCDEF");

    private static string Write(ReadOnlySpan<byte> bytes, string digits)
    {
        char[] text = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = digits[bytes[i] >> 4];
            text[(2 * i) + 1] = digits[bytes[i] & 0xF];
        }

        return new string(text);
    }
}
