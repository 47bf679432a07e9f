using System;
#if !NETSTANDARD2_0
using System.Buffers;
#endif

namespace FetchHive;

/// <summary>
/// The strings of an answer in the usual form, quickly: found by vectorised search and decoded in one go, where <c>Utf8JsonReader</c> goes through a string with an escape byte by byte
/// and then a second time. What isn't right about a string is not for here: every method says no, and whoever asked takes the long way.
/// </summary>
internal static class JsonString
{
#if !NETSTANDARD2_0
    // What ends a run of bytes that stand for themselves: the quote, the escape, and the control characters that JSON forbids.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);
#endif

    /// <summary>Finds a string without escapes.</summary>
    /// <param name="json">JSON that begins with the string's quote.</param>
    /// <param name="inside">What stands between the quotes, not checked to be UTF-8.</param>
    public static bool TryGetPlain(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> inside)
    {
        inside = default;
        if (json.IsEmpty || json[0] != (byte)'"')
        {
            return false;
        }

        json = json.Slice(1);
        int end = IndexOfSpecial(json);
        if (end < 0 || json[end] != (byte)'"')
        {
            return false;
        }

        inside = json.Slice(0, end);
        return true;
    }

    /// <summary>Decodes a string.</summary>
    /// <param name="json">JSON that begins with the string's quote.</param>
    /// <param name="destination">Takes the text in UTF-8, as far as the string is that; as long as <paramref name="json"/>.</param>
    /// <param name="consumed">How long the string is in JSON, with its quotes.</param>
    /// <param name="written">How long the text is.</param>
    public static bool TryDecode(ReadOnlySpan<byte> json, Span<byte> destination, out int consumed, out int written)
    {
        consumed = 1;
        written = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = json.Slice(consumed);
            int run = IndexOfSpecial(rest);
            if (run < 0)
            {
                return false;
            }

            rest.Slice(0, run).CopyTo(destination.Slice(written));
            written += run;
            consumed += run;
            if (rest[run] == (byte)'"')
            {
                consumed++;
                return Utf8.IsValid(destination.Slice(0, written));
            }

            if (rest[run] != (byte)'\\' || !TryUnescape(json, ref consumed, destination, ref written))
            {
                return false;
            }
        }
    }

    private static int IndexOfSpecial(ReadOnlySpan<byte> bytes)
    {
#if NETSTANDARD2_0
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is < 0x20 or (byte)'"' or (byte)'\\')
            {
                return i;
            }
        }

        return -1;
#else
        return bytes.IndexOfAny(Special);
#endif
    }

    private static bool TryUnescape(ReadOnlySpan<byte> json, ref int consumed, Span<byte> destination, ref int written)
    {
        if (consumed + 1 >= json.Length)
        {
            return false;
        }

        int character = json[consumed + 1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'n' => '\n',
            (byte)'t' => '\t',
            (byte)'r' => '\r',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            _ => -1,
        };
        if (character >= 0)
        {
            destination[written++] = (byte)character;
            consumed += 2;
            return true;
        }

        character = UnitAt(json.Slice(consumed));
        consumed += 6;
        if (character is >= 0xD800 and <= 0xDBFF)
        {
            int low = UnitAt(json.Slice(consumed));
            consumed += 6;
            character = low is >= 0xDC00 and <= 0xDFFF ? 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00) : -1;
        }

        if (character < 0)
        {
            return false;
        }

        // The second half of a pair alone makes bytes that aren't UTF-8, which is looked at when all is written.
        Write(character, destination, ref written);
        return true;
    }

    // `\uXXXX`, or -1.
    private static int UnitAt(ReadOnlySpan<byte> json)
    {
        if (json.Length < 6 || json[0] != (byte)'\\' || json[1] != (byte)'u')
        {
            return -1;
        }

        int value = 0;
        foreach (byte digit in json.Slice(2, 4))
        {
            int lower = digit | 0x20;
            int number = digit is >= (byte)'0' and <= (byte)'9' ? digit - '0' : lower is >= 'a' and <= 'f' ? lower - 'a' + 10 : -1;
            if (number < 0)
            {
                return -1;
            }

            value = (value << 4) | number;
        }

        return value;
    }

    // System.Text.Rune does this, but .NET Standard 2.0 has none. An escape is never shorter than its UTF-8.
    private static void Write(int character, Span<byte> destination, ref int written)
    {
        if (character < 0x80)
        {
            destination[written++] = (byte)character;
            return;
        }

        int following = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
        int lead = following == 1 ? 0xC0 : following == 2 ? 0xE0 : 0xF0;
        destination[written++] = (byte)(lead | (character >> (6 * following)));
        while (following > 0)
        {
            following--;
            destination[written++] = (byte)(0x80 | ((character >> (6 * following)) & 0x3F));
        }
    }
}
