using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH6009 and on: mistakes in using a correct declaration.</summary>
internal static class UseRules
{
    public static readonly DiagnosticDescriptor RetriedRun = Rule.Warning(
        "FH6009", Rule.Calls, "What may have run is called again",
        "'{0}' is called again after a failure that may have come too late to prevent the run, and each run is paid for: "
        + "retry only when the exception's MayHaveRun is false");

    public static readonly DiagnosticDescriptor CallsEnumeratedAgain = Rule.Warning(
        "FH6010", Rule.Calls, "A sequence of calls is enumerated again",
        "'{0}' makes its calls anew each time it is enumerated, so its runs are paid for again here: keep the calls in a list, with "
            + "'.ToList()' where they are made");

    public static readonly DiagnosticDescriptor ResilienceHandler = Rule.Warning(
        "FH6011", Rule.Calls, "A resilience handler is put on the client",
        "'{0}' may end or repeat a run that has started, and the client has retries, time limits and a concurrency limit of its own: "
        + "leave it out, and set MaxRetries, Timeout and MaxConcurrency");

    public static readonly DiagnosticDescriptor UncheckedSignature = Rule.Warning(
        "FH6012", Rule.Calls, "A callback's signature isn't checked",
        "The signature's result is {0}, so a callback passes {1}: go on only when it is CallbackSignatureResult.Valid");

    public static readonly DiagnosticDescriptor WrittenTask = Rule.Warning(
        "FH6013", Rule.Calls, "What is written isn't the output",
        "The {0} of '{1}' is written as text, and its output is lost: {2}");

    public static readonly DiagnosticDescriptor ShortHttpClient = Rule.Warning(
        "FH6014", Rule.Calls, "The HttpClient's time limit is shorter than the client's",
        "The HttpClient ends a call after {0}, before the client's Timeout of {1}, and the run goes on without anybody who takes its "
        + "result: "
        + "set the HttpClient's Timeout to Timeout.InfiniteTimeSpan");

    public static readonly DiagnosticDescriptor DerivedInput = Rule.Warning(
        "FH6015", Rule.Calls, "A derived object is sent as its base",
        "'{0}' is sent as '{1}', as the input is declared, without {2}: declare the input as '{0}', or pass a '{1}'");

    public static readonly DiagnosticDescriptor DisposedClient = Rule.Warning(
        "FH6016", Rule.Calls, "A client is used after it was disposed of",
        "The client '{0}' is disposed of before {1}: {2}");

    public static readonly DiagnosticDescriptor ClientPerCall = Rule.Warning(
        "FH6017", Rule.Calls, "A client is made for each call",
        "A FetchHiveClient is made {0}, so each has connections and a MaxConcurrency of its own: make one, and use it for all calls");

    public static readonly DiagnosticDescriptor UnreachableCatch = Rule.Warning(
        "FH6018", Rule.Calls, "A call never throws what is caught",
        "A call never throws {0}, so its failure isn't caught here: catch {1}");
}
