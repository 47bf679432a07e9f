namespace FetchHive.AspNetCore;

/// <summary>What log lines have in common.</summary>
internal static class CallbackLog
{
    public const string Category = "FetchHive.Callbacks";

    private const int LongestQuote = 200;

    /// <summary>A text from outside, on one line of bounded length.</summary>
    public static string Quote(string? text)
    {
        if (text is null)
        {
            return "none";
        }

        string cut = text.Length > LongestQuote ? text[..LongestQuote] + "…" : text;
        return string.Create(cut.Length, cut, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
