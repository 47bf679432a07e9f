using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH4xxx: results and callbacks.</summary>
internal static class ResultRules
{
    public static readonly DiagnosticDescriptor NoCallbackUrl = Rule.Error(
        "FH4001", Rule.Results, "AcceptedRun needs a callback URL",
        "Method '{0}' returns AcceptedRun<T> but has no callback URL: {1}");

    public static readonly DiagnosticDescriptor CallbackUrlWithoutAcceptedRun = Rule.Error(
        "FH4002", Rule.Results, "With a callback URL there is no output to wait for",
        "Method '{0}' has a [CallbackUrl] parameter, so the response has no output: return Task<AcceptedRun<T>>");

    public static readonly DiagnosticDescriptor CallbackUrlType = Rule.Error(
        "FH4003", Rule.Results, "The callback URL must be a Uri or a string",
        "[CallbackUrl] parameter '{0}' is of type '{1}': make it a Uri or a string");

    public static readonly DiagnosticDescriptor UnreadableOutput = Rule.Error(
        "FH4004", Rule.Results, "The output type can't be read",
        "{0} is of type '{1}' and can't be read: {2}");

    public static readonly DiagnosticDescriptor ContextDoesNotKnowOutput = Rule.Error(
        "FH4005", Rule.Results, "The JsonContext doesn't know the output type",
        "{0} is of type '{1}', which {2}, and '{3}' doesn't know it: add [JsonSerializable(typeof({1}))] to it");

    public static readonly DiagnosticDescriptor EmptyOutput = Rule.Warning(
        "FH4006", Rule.Results, "The output type has no members that can be set",
        "{0} is of type '{1}', which has no members that can be set, so it is always empty: {2}");

    public static readonly DiagnosticDescriptor CallbackUrlAsInput = Rule.Warning(
        "FH4007", Rule.Results, "A callback URL is sent as an input",
        "'{0}' is sent as an input, so the call waits for the output and no callback is delivered: mark it [CallbackUrl] and return "
            + "Task<AcceptedRun<T>>, or mark it [Input] if the Start step has an input '{1}'");

    public static readonly DiagnosticDescriptor NullableCallbackUrl = Rule.Error(
        "FH4008", Rule.Results, "The callback URL can't be left out",
        "[CallbackUrl] parameter '{0}' may be null, but a method that returns AcceptedRun<T> always needs its URL: make it required and "
            + "not nullable");

    public static readonly DiagnosticDescriptor UnfilledMember = Rule.Warning(
        "FH4012", Rule.Results, "A member of the output is never filled",
        "'{0}' can't be set from the output, so it keeps its initial value, and a part of the output that was paid for is lost: {1}, or "
            + "mark it [JsonIgnore] if that is intended");
}
