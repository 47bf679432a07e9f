using System;

namespace FetchHive;

/// <summary>The outcome of a row, without its value.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Error">Why there is no value.</param>
/// <param name="IsCalled">Whether a call of this round decided the outcome, rather than the journal or the row itself.</param>
/// <param name="IsReplayed">Whether the response was recorded in an earlier round.</param>
/// <param name="IsRecorded">Whether the response is in the journal.</param>
/// <param name="CallFailure">The call's own failure, even if the row's function hid it.</param>
internal readonly record struct RowEnd(
    BatchOutcome Outcome, Exception? Error, bool IsCalled, bool IsReplayed, bool IsRecorded, Exception? CallFailure)
{
    /// <summary>A row that wasn't tried.</summary>
    public static RowEnd Untried(Exception error) =>
        new(BatchOutcome.NotRun, error, IsCalled: false, IsReplayed: false, IsRecorded: false, CallFailure: null);
}
