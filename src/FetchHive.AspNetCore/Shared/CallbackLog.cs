using System;
using System.Linq;
using System.Text;

namespace FetchHive.AspNetCore;

/// <summary>What log lines have in common.</summary>
internal static class CallbackLog
{
    public const string Category = "FetchHive.Callbacks";

    /// <summary>A text from outside, on one line of bounded length.</summary>
    public static string Quote(string? text) => text is null ? "none" : OutsideText.Quote(text);

    /// <summary>
    /// Where something stands in a callback: what is inside the output has names that are the workflow's, which are left out.
    /// </summary>
    public static string Path(string path)
    {
        foreach (string output in (string[])["$.data.output", "$.output"])
        {
            if (path.StartsWith(output, StringComparison.Ordinal))
            {
                return output;
            }
        }

        return OutsideText.Quote(path);
    }

    /// <summary>Whether the message of an exception, or of one inside it, quotes what the service sent.</summary>
    public static bool QuotesTheService(Exception? exception) => exception switch
    {
        null => false,
        FetchHiveRunFailedException or FetchHiveResponseException => true,
        AggregateException several => several.InnerExceptions.Any(QuotesTheService),
        _ => QuotesTheService(exception.InnerException),
    };

    /// <summary>What was thrown and where, without messages: they may quote a body.</summary>
    public static string WithoutMessages(Exception exception)
    {
        StringBuilder text = new();
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            text.Append(one == exception ? string.Empty : " ---> ").AppendLine(one.GetType().FullName).AppendLine(one.StackTrace);
        }

        return text.ToString().TrimEnd();
    }
}
