using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH6xxx: calls.</summary>
internal static class CallRules
{
    public static readonly DiagnosticDescriptor JsonTextAsInput = Rule.Warning(
        "FH6001", Rule.Calls, "JSON text is passed to an input",
        "Input '{0}' is given JSON text ({1}), but array inputs must be native arrays, not JSON strings: {2}");

    public static readonly DiagnosticDescriptor EmptyMetadataKey = Rule.Error(
        "FH6002", Rule.Calls, "A metadata key is empty",
        "The metadata key is {0}, but the service only accepts keys that aren't empty: write the name by which logs are filtered");

    public static readonly DiagnosticDescriptor CallbackUrl = Rule.Warning(
        "FH6003", Rule.Calls, "The callback URL can't be called back safely",
        "The callback URL '{0}' {1}: {2}");

    // The message doesn't contain the key, which would then be in build logs.
    public static readonly DiagnosticDescriptor KeyInSource = Rule.Warning(
        "FH6004", Rule.Calls, "An API key is in source code",
        "A workspace API key is in source code, where everyone who can read the code can use the key: replace the key, and read the new "
            + "one from configuration or the environment variable FETCH_HIVE_API_KEY");

    public static readonly DiagnosticDescriptor DiscardedRun = Rule.Warning(
        "FH6005", Rule.Calls, "An accepted run is discarded",
        "The accepted run of '{0}' is discarded, and with it the RequestId that matches its callback to this call: {1}, or assign it to "
            + "'_' if the callback's handler doesn't need it");

    public static readonly DiagnosticDescriptor SecretWritten = Rule.Warning(
        "FH6006", Rule.Calls, "A secret is written where it can be read",
        "The {0} is written to {1}, and everyone who can read that can {2}: leave it out, and keep it in a secret store");

    public static readonly DiagnosticDescriptor DroppedTask = Rule.Warning(
        "FH6007", Rule.Calls, "The task of a call is dropped",
        "The task of '{0}' is dropped, so nobody notices if the call fails: await it, or keep the task and await it later");

    public static readonly DiagnosticDescriptor RefusedOption = Rule.Warning(
        "FH6008", Rule.Calls, "The client refuses the option",
        "{0} {1}, so the client can't be created: {2}");
}
