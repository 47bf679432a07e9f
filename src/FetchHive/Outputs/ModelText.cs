using System;

namespace FetchHive;

/// <summary>
/// Gets at the JSON in a text that a language model wrote: a byte order mark and white space around it go, and so does one Markdown code fence.
/// </summary>
internal static class ModelText
{
    public static ReadOnlySpan<byte> Prepare(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        int fence = FenceLength(text);
        return fence == 0 ? text : Trim(Unfence(text, fence));
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

        int length = 1;
        while (length < text.Length && text[length] == text[0])
        {
            length++;
        }

        return length >= 3 ? length : 0;
    }

    private static ReadOnlySpan<byte> Unfence(ReadOnlySpan<byte> text, int fence)
    {
        byte mark = text[0];
        ReadOnlySpan<byte> inside = text.Slice(fence);

        // The closing fence may be missing, where the model ran out of tokens just after the JSON.
        int end = inside.Length;
        while (end > 0 && inside[end - 1] == mark)
        {
            end--;
        }

        inside = inside.Length - end >= 3 ? inside.Slice(0, end) : inside;

        // The language word ends at the line's end; in a fence of one line, at the first character no word has.
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

    private static bool IsWord(byte value) => IsLetter(value) || value is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'_' or (byte)'#' or (byte)'.';
}
