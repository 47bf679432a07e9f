using System;

namespace FetchHive;

/// <summary>
/// Finds the JSON in a language model's text. It removes white space and a byte order mark around the JSON, the model's thoughts before it
/// (<c>&lt;think&gt;…&lt;/think&gt;</c>), and one Markdown code fence.
/// </summary>
internal static class ModelText
{
    public static ReadOnlySpan<byte> Prepare(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        TrySkipThinking(ref text);
        int fence = FenceLength(text);
        return fence == 0 ? text : Trim(Unfence(text, fence));
    }

    /// <summary>Skips the model's thoughts before its output. False if the text ends before the thoughts do.</summary>
    public static bool TrySkipThinking(ref ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> trimmed = Trim(text);
        if (!trimmed.StartsWith("<think>"u8))
        {
            return true;
        }

        int end = trimmed.IndexOf("</think>"u8);
        text = end < 0 ? text : Trim(trimmed.Slice(end + "</think>".Length));
        return end >= 0;
    }

    /// <summary>The length of the run of equal bytes at the beginning.</summary>
    public static int RunLength(ReadOnlySpan<byte> text)
    {
        int length = 1;
        while (length < text.Length && text[length] == text[0])
        {
            length++;
        }

        return length;
    }

    /// <summary>The length of the white space character at the beginning, as JSON5 defines white space; 0 if there is none.</summary>
    public static int SpaceLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text[0] < 0x80)
        {
            return IsSpace(text[0]) || text[0] is 0x0B or 0x0C ? 1 : 0;
        }

        // The no-break space, the line and paragraph separators, the byte order mark.
        return text.StartsWith("\u00A0"u8) ? 2
            : text.StartsWith("\u2028"u8) || text.StartsWith("\u2029"u8) || text.StartsWith("\uFEFF"u8) ? 3
            : 0;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        while (true)
        {
            if (text.StartsWith(mark))
            {
                text = text.Slice(mark.Length);
            }
            else if (!text.IsEmpty && IsSpace(text[0]))
            {
                text = text.Slice(1);
            }
            else if (!text.IsEmpty && IsSpace(text[text.Length - 1]))
            {
                text = text.Slice(0, text.Length - 1);
            }
            else
            {
                return text;
            }
        }
    }

    // A fence is three or more backticks or tildes.
    private static int FenceLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'`' or (byte)'~'))
        {
            return 0;
        }

        int length = RunLength(text);
        return length >= 3 ? length : 0;
    }

    private static ReadOnlySpan<byte> Unfence(ReadOnlySpan<byte> text, int fence)
    {
        byte mark = text[0];
        ReadOnlySpan<byte> inside = text.Slice(fence);

        // The closing fence may be missing, if the model ran out of tokens just after the JSON.
        int end = inside.Length;
        while (end > 0 && inside[end - 1] == mark)
        {
            end--;
        }

        inside = inside.Length - end >= 3 ? inside.Slice(0, end) : inside;

        // The language word ends at the end of the line. In a fence of one line, it ends at the first character that isn't a word
        // character.
        int line = inside.IndexOf((byte)'\n');
        int start = 0;
        while (start < inside.Length && inside[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        int word = start;
        while (word < inside.Length && IsWord(inside[word]))
        {
            word++;
        }

        if (line >= 0 && Trim(inside.Slice(word, Math.Max(0, line - word))).IsEmpty)
        {
            return inside.Slice(line + 1);
        }

        ReadOnlySpan<byte> rest = Trim(inside.Slice(word));
        return word > start && !rest.IsEmpty && IsLetter(inside[start]) ? rest : inside;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsLetter(byte value) => (value | 0x20) is >= (byte)'a' and <= (byte)'z';

    private static bool IsWord(byte value) =>
        IsLetter(value) || value is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'_' or (byte)'#' or (byte)'.';
}
