using System;
using System.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Says where two texts differ.</summary>
internal static class TextDifference
{
    private const int LinesAround = 3;

    /// <summary>The lines from the first difference to the last, with a few around them; or null when the texts are the same.</summary>
    public static string? Describe(string expected, string found)
    {
        if (expected == found)
        {
            return null;
        }

        string[] expectedLines = expected.Split('\n');
        string[] foundLines = found.Split('\n');
        int shorter = Math.Min(expectedLines.Length, foundLines.Length);
        int same = 0;
        while (same < shorter && expectedLines[same] == foundLines[same])
        {
            same++;
        }

        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same && expectedLines[^(sameAtEnd + 1)] == foundLines[^(sameAtEnd + 1)])
        {
            sameAtEnd++;
        }

        StringBuilder text = new("(- expected, + found; a line that ends in \\r is shown with it)\n");
        Append(text, ' ', expectedLines, Math.Max(0, same - LinesAround), same);
        Append(text, '-', expectedLines, same, expectedLines.Length - sameAtEnd);
        Append(text, '+', foundLines, same, foundLines.Length - sameAtEnd);
        Append(text, ' ', expectedLines, expectedLines.Length - sameAtEnd, Math.Min(expectedLines.Length, expectedLines.Length - sameAtEnd + LinesAround));
        return text.ToString();
    }

    private static void Append(StringBuilder text, char mark, string[] lines, int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            text.Append(mark).Append(lines[index].Replace("\r", "\\r", StringComparison.Ordinal)).Append('\n');
        }
    }
}
