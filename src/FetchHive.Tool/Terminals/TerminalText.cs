using System;
using System.Text;

namespace FetchHive.Tool.Terminals;

/// <summary>Makes text from outside harmless for a terminal.</summary>
internal static class TerminalText
{
    /// <summary>
    /// The text with a visible mark for each control character except line breaks and tabs: an escape sequence could rewrite the screen.
    /// </summary>
    public static string WithoutControls(string text)
    {
        StringBuilder? shown = null;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            bool isObeyed = char.IsControl(letter) && letter is not ('\n' or '\t') && !IsLineEnd(text, i);
            if (isObeyed)
            {
                shown ??= new StringBuilder(text, 0, i, text.Length);
            }

            shown?.Append(isObeyed ? '\uFFFD' : letter);
        }

        return shown?.ToString() ?? text;
    }

    /// <summary>The text on one line, cut to a length.</summary>
    public static string OneLine(string text, int length)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : TextCut.Shortened(line, length - 1);
    }

    private static bool IsLineEnd(string text, int i) => text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
}
