namespace FetchHive.AspNetCore;

/// <summary>What log lines have in common.</summary>
internal static class CallbackLog
{
    public const string Category = "FetchHive.Callbacks";

    /// <summary>A text from outside, on one line of bounded length.</summary>
    public static string Quote(string? text) => text is null ? "none" : OutsideText.Quote(text);
}
