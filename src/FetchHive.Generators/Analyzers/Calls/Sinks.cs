using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Recognises the places where people see text. It runs for every call in a project, so the checks that fail most often come first.
/// </summary>
internal static class Sinks
{
    /// <summary>
    /// The place that a call writes to, described for a message; <see langword="null"/> if the call isn't known to write.
    /// </summary>
    public static string? Of(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (method.Name is "Write" or "WriteLine" or "WriteLineIf" or "WriteIf" or "TraceInformation" or "TraceWarning" or "TraceError"
            or "Print" or "WriteAsync" or "WriteLineAsync")
        {
            return type.Is(KnownTypes.Console) ? "the console"
                : type.Is(KnownTypes.Debug) || type.Is(KnownTypes.Trace) ? "the trace"
                : null;
        }

        // Methods of Microsoft.Extensions.Logging, and methods generated for it.
        if (method.Name.StartsWith("Log", System.StringComparison.Ordinal)
            && (type.Is(KnownTypes.LoggerExtensions) || type.Is(KnownTypes.ILogger)))
        {
            return "a log";
        }

        if (method.Has(KnownTypes.LoggerMessageAttribute))
        {
            return "a log";
        }

        // Serilog's Log.Information and ILogger.Information.
        return method.Name is "Verbose" or "Debug" or "Information" or "Warning" or "Error" or "Fatal"
            && (type.Is(KnownTypes.SerilogLog) || type.Is(KnownTypes.SerilogILogger))
            ? "a log"
            : null;
    }

    /// <summary>Whether a call writes to one of the console's writers: <c>Console.Error.WriteLine(…)</c>.</summary>
    public static bool IsConsoleWriter(IInvocationOperation call) =>
        call is
        {
            TargetMethod: { Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync" },
            Instance: IPropertyReferenceOperation { Property: { Name: "Out" or "Error" } writer }
        }
        && writer.ContainingType.Is(KnownTypes.Console);
}
