using System;

namespace FetchHive.Tool.Calling;

/// <summary>Short names for kinds of failures, so that failures can be counted by kind.</summary>
internal static class FailureReasons
{
    /// <summary>The kind of failure, for programs: the <c>error.type</c> of telemetry, or why a row wasn't called.</summary>
    public static string TypeOf(Exception exception) => exception switch
    {
        BatchRowException { Problem: BatchRowProblem.Changed } => "changed",
        BatchRowException { Problem: BatchRowProblem.InDoubt } => "in_doubt",
        BatchRowException { Problem: BatchRowProblem.DuplicateKey } => "duplicate_key",
        BatchRowException => "row",
        _ => ErrorTypes.Of(exception),
    };
}
