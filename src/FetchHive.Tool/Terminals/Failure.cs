using System.Text.Json.Nodes;

namespace FetchHive.Tool.Terminals;

/// <summary>Reports why a command has no result.</summary>
internal static class Failure
{
    /// <summary>Writes to standard error, and also as JSON if results are JSON.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="exitCode">The program's exit code.</param>
    /// <param name="details">Further fields of the JSON error.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Terminal terminal, string message, int exitCode, JsonObject? details = null)
    {
        terminal.Complain(message);
        if (terminal.IsJson)
        {
            JsonObject error = new() { ["message"] = message, ["exit_code"] = exitCode };
            foreach ((string name, JsonNode? value) in details ?? [])
            {
                error[name] = value?.DeepClone();
            }

            terminal.WriteJson(new JsonObject { ["error"] = error });
        }

        return exitCode;
    }
}
