using System.Globalization;
using System.Text;

namespace FetchHive;

/// <summary>
/// Makes text from outside (the service, a proxy, a sender of callbacks) safe for a message, a log line or a span. It must not begin a
/// line, reorder the text around it, or fill the log. This file is linked into FetchHive.AspNetCore.
/// </summary>
internal static class OutsideText
{
    /// <summary>The maximum number of characters of an id, a code or a status that are kept.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Converts text to one line of bounded length.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="maxLength">The maximum number of characters that are kept. An ellipsis marks the cut.</param>
    public static string Quote(string text, int maxLength = MaxNameLength)
    {
        int end = TextCut.LengthWithin(text, maxLength);
        if (end == text.Length && IsPlainAscii(text))
        {
            return text;
        }

        StringBuilder quote = new(end + 1);
        for (int i = 0; i < end; i++)
        {
            char c = text[i];
            if (!char.IsSurrogate(c))
            {
                quote.Append(IsVisible(c, CharUnicodeInfo.GetUnicodeCategory(c)) ? c : ' ');
            }
            else if (i + 1 < end && char.IsSurrogatePair(c, text[i + 1]))
            {
                if (IsVisible(c, CharUnicodeInfo.GetUnicodeCategory(text, i)))
                {
                    quote.Append(c).Append(text[i + 1]);
                }
                else
                {
                    quote.Append(' ');
                }

                i++;
            }
            else
            {
                // Half of a surrogate pair. Log sinks that write UTF-8 would fail, or would each replace it differently.
                quote.Append('\uFFFD');
            }
        }

        if (end < text.Length)
        {
            quote.Append('…');
        }

        return quote.ToString();
    }

    /// <summary>Returns what <c>ToString()</c> may show of a run.</summary>
    /// <param name="requestId">The run's id as received.</param>
    /// <param name="status">The run's status; <see langword="null"/> if there is none.</param>
    public static string QuoteRun(string requestId, RunStatus? status) =>
        status is { } word ? $"{Quote(requestId)}: {Quote(word.ToString())}" : Quote(requestId);

    private static bool IsPlainAscii(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    // Format characters reorder the text around them or are invisible (U+202E, U+200B). Some languages need the two joiners.
    private static bool IsVisible(char c, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => c is '\u200C' or '\u200D',
        _ => true,
    };
}
