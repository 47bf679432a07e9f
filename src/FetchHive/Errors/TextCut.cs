namespace FetchHive;

/// <summary>
/// Where long text may be cut. This file is linked into FetchHive.AspNetCore, the generator, the fixes and the emulator.
/// </summary>
internal static class TextCut
{
    /// <summary>
    /// How many characters to keep: at most so many, and never the first half of a surrogate pair without the second. Half a pair can't be
    /// written as UTF-8.
    /// </summary>
    public static int LengthWithin(string text, int most) =>
        text.Length <= most ? text.Length : most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;

    /// <summary>The text, if it has at most so many characters; otherwise its beginning, and an ellipsis.</summary>
    public static string Shortened(string text, int most)
    {
        int length = LengthWithin(text, most);
        return length == text.Length ? text : text.Remove(length) + "…";
    }
}
