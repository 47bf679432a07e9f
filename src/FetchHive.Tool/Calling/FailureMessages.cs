using System;
using System.Text;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Calling;

/// <summary>Adapts the library's messages to the command line, where people set options instead of properties.</summary>
internal static class FailureMessages
{
    private const int MaxKeyLength = 60;

    // What the library adds to the message of a failed run, and how the emulator's own explanations begin.
    private const string LookInDashboard = " The run's log in the dashboard shows the step that failed.";
    private const string FromEmulator = "The emulator ";

    private static readonly (string Property, string Option)[] Names =
    [
        ("FetchHiveOptions.ApiKey (or FETCH_HIVE_API_KEY)", "FETCH_HIVE_API_KEY"),
        ("FetchHiveOptions.ApiKey", "FETCH_HIVE_API_KEY"),
        ("FetchHiveOptions.BaseAddress", "--address"),
        ("FetchHiveOptions.Timeout", "--timeout"),
        ("FetchHiveOptions.MaxConcurrency", "--concurrency"),
        ("BatchOptions.MaxFailuresInARow", "--max-failures"),

        // Properties that no option sets.
        ("FetchHiveOptions.", "the library's "),
    ];

    /// <summary>What happened, and what to do.</summary>
    public static string Of(Exception exception) => exception switch
    {
        BatchRowException { Problem: BatchRowProblem.InDoubt, Key: { } key } =>
            $"Row '{Shown(key)}' was sent, but no response is recorded. Look for batch_key = {Shown(key)} in the log history before you "
            + "call it again with --again in-doubt.",
        BatchRowException { Problem: BatchRowProblem.Changed, Key: { } key } =>
            $"The inputs of row '{Shown(key)}' differ from those of its recorded response. It was not called. To call such rows with their "
            + "new inputs, add --again changed.",

        // The dashboard doesn't know the emulator's runs.
        FetchHiveRunFailedException { Error: { } error } when error.StartsWith(FromEmulator, StringComparison.Ordinal) =>
            exception.Message.Replace(LookInDashboard, "", StringComparison.Ordinal),
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
