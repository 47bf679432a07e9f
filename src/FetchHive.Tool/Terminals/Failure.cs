using System.Text.Json.Nodes;

namespace FetchHive.Tool.Terminals;

/// <summary>Says why a command gave no result.</summary>
internal static class Failure
{
    /// <summary>Says it on standard error, and as JSON where results are JSON.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="exitCode">What the program ends with.</param>
    /// <param name="details">More for programs: fields of the error.</param>
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
