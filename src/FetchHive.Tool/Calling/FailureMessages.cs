using System;
using System.Text;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Calling;

/// <summary>The library's messages for people at a command line, who set options and not properties.</summary>
internal static class FailureMessages
{
    private const int MaxKeyLength = 60;

    private static readonly (string Property, string Option)[] Names =
    [
        ("FetchHiveOptions.ApiKey (or FETCH_HIVE_API_KEY)", "FETCH_HIVE_API_KEY"),
        ("FetchHiveOptions.ApiKey", "FETCH_HIVE_API_KEY"),
        ("FetchHiveOptions.BaseAddress", "--address"),
        ("FetchHiveOptions.Timeout", "--timeout"),
        ("FetchHiveOptions.MaxConcurrency", "--concurrency"),
        ("BatchOptions.MaxFailuresInARow", "--max-failures"),

        // What no option sets.
        ("FetchHiveOptions.", "the library's "),
    ];

    /// <summary>What happened, and what to do.</summary>
    public static string Of(Exception exception) => exception switch
    {
        BatchRowException { Problem: BatchRowProblem.InDoubt, Key: { } key } =>
            $"Row '{Shown(key)}' was sent, and no response is recorded. Look for batch_key = {Shown(key)} in the log history before you "
            + "call it again with --again in-doubt.",
        BatchRowException { Problem: BatchRowProblem.Changed, Key: { } key } =>
            $"Row '{Shown(key)}' has other inputs than those that its recorded response is for. It was not called. To call such rows with "
            + "their new inputs, add --again changed.",
        _ => WithOptions(exception.Message),
    };

    private static string Shown(string key) => TerminalText.OneLine(key, MaxKeyLength);

    private static string WithOptions(string message)
    {
        StringBuilder text = new(message);
        foreach ((string property, string option) in Names)
        {
            text.Replace(property, option);
        }

        return text.ToString();
    }
}
