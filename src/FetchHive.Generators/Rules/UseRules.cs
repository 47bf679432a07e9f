using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH6009 and higher: mistakes in using a correct declaration.</summary>
internal static class UseRules
{
    public static readonly DiagnosticDescriptor RetriedRun = Rule.Warning(
        "FH6009", Rule.Calls, "A call that may have run is made again",
        "'{0}' is called again after a failure, but the run may have started before it, and each run is paid for: "
        + "retry only if the exception's MayHaveRun is false");

    public static readonly DiagnosticDescriptor CallsEnumeratedAgain = Rule.Warning(
        "FH6010", Rule.Calls, "A sequence of calls is enumerated again",
        "'{0}' makes its calls again each time it is enumerated, so its runs are paid for again here: keep the calls in a list, with "
            + "'.ToList()' where they are made");

    public static readonly DiagnosticDescriptor ResilienceHandler = Rule.Warning(
        "FH6011", Rule.Calls, "A resilience handler is added to the client",
        "'{0}' may end or repeat a run that has started, and the client has its own retries, time limits and concurrency limit: "
        + "leave it out, and set MaxRetries, Timeout and MaxConcurrency");

    public static readonly DiagnosticDescriptor UncheckedSignature = Rule.Warning(
        "FH6012", Rule.Calls, "A callback's signature isn't checked",
        "The result of the signature check is {0}, so a callback passes {1}: continue only if it is CallbackSignatureResult.Valid");

    public static readonly DiagnosticDescriptor WrittenTask = Rule.Warning(
        "FH6013", Rule.Calls, "A task or a run is written, not the output",
        "The {0} of '{1}' is written as text, and its output is lost: {2}");

    public static readonly DiagnosticDescriptor ShortHttpClient = Rule.Warning(
        "FH6014", Rule.Calls, "The HttpClient's time limit is shorter than the client's",
        "The HttpClient ends a call after {0}, before the client's Timeout of {1}, but the run goes on and its "
            + "output is lost: set the HttpClient's Timeout to Timeout.InfiniteTimeSpan");

    public static readonly DiagnosticDescriptor DerivedInput = Rule.Warning(
        "FH6015", Rule.Calls, "A derived object is sent as its base",
        "'{0}' is sent as '{1}', the input's declared type, without {2}: declare the input as '{0}', or pass a '{1}'");

    public static readonly DiagnosticDescriptor DisposedClient = Rule.Warning(
        "FH6016", Rule.Calls, "A client is used after it was disposed",
        "The client '{0}' is disposed before {1}: {2}");

    public static readonly DiagnosticDescriptor ClientPerCall = Rule.Warning(
        "FH6017", Rule.Calls, "A client is created for each call",
        "A FetchHiveClient is created {0}, so each has its own connections and MaxConcurrency: create one, and use it for all calls");

    public static readonly DiagnosticDescriptor UnreachableCatch = Rule.Warning(
        "FH6018", Rule.Calls, "A call never throws what is caught",
        "A call never throws {0}, so its failure isn't caught here: catch {1}");
}
