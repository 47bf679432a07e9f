using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH6xxx: at the call.</summary>
internal static class CallRules
{
    public static readonly DiagnosticDescriptor JsonTextAsInput = Rule.Warning(
        "FH6001", Rule.Calls, "JSON text is passed to an input",
        "Input '{0}' is given JSON text ({1}), and array inputs must be native arrays, not JSON strings: {2}");

    public static readonly DiagnosticDescriptor EmptyMetadataKey = Rule.Error(
        "FH6002", Rule.Calls, "A metadata key is empty",
        "The metadata key is {0}, and the service takes non-empty keys only: write the name that logs are to be filtered by");

    public static readonly DiagnosticDescriptor CallbackUrl = Rule.Warning(
        "FH6003", Rule.Calls, "The callback URL can't be called back safely",
        "The callback URL '{0}' {1}: {2}");

    // No argument: a message with the key would put it into build logs.
    public static readonly DiagnosticDescriptor KeyInSource = Rule.Warning(
        "FH6004", Rule.Calls, "An API key stands in source code",
        "A workspace API key stands in source code, where everyone who can read it can use it: replace the key, and read the new one "
            + "from configuration or the environment variable FETCH_HIVE_API_KEY");

    public static readonly DiagnosticDescriptor DiscardedRun = Rule.Warning(
        "FH6005", Rule.Calls, "An accepted run is discarded",
        "The accepted run of '{0}' is discarded, and with it the RequestId that matches its callback to this start: {1}, or assign it to "
            + "'_' if the handler needs no match");

    public static readonly DiagnosticDescriptor SecretWritten = Rule.Warning(
        "FH6006", Rule.Calls, "A secret is written where it can be read",
        "The {0} is written to {1}, and whoever reads that can {2}: leave it out, and keep it where secrets are kept");

    public static readonly DiagnosticDescriptor DroppedTask = Rule.Warning(
        "FH6007", Rule.Calls, "Nobody learns how the call ends",
        "The task of '{0}' is dropped, so nobody learns whether the call fails: await it, or keep the task and await it later");

    public static readonly DiagnosticDescriptor RefusedOption = Rule.Warning(
        "FH6008", Rule.Calls, "The client refuses the option",
        "{0} {1}, and a client with it can't be created: {2}");
}
