using System;
using System.Linq;
using System.Text;

namespace FetchHive.AspNetCore;

/// <summary>The shared parts of log lines.</summary>
internal static class CallbackLog
{
    public const string Category = "FetchHive.Callbacks";

    /// <summary>Text from outside, on one line of bounded length.</summary>
    public static string Quote(string? text) => text is null ? "none" : OutsideText.Quote(text);

    /// <summary>
    /// A path in a callback. Names inside the output are the workflow's, so they are left out.
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

    /// <summary>Whether the message of an exception, or of one inside it, may quote the service.</summary>
    public static bool QuotesTheService(Exception? exception) => exception switch
    {
        null => false,
        FetchHiveRunFailedException or FetchHiveResponseException => true,
        AggregateException several => several.InnerExceptions.Any(QuotesTheService),
        _ => QuotesTheService(exception.InnerException),
    };

    /// <summary>The exceptions' types and stack traces, without messages: they may quote a body.</summary>
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
