using System;

namespace FetchHive;

/// <summary>The outcome of a row, without its value.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Error">Why there is no value.</param>
/// <param name="IsCalled">Whether a call of this round decided the outcome, and not the journal or the row itself.</param>
/// <param name="IsReplayed">Whether its response was recorded before.</param>
/// <param name="IsRecorded">Whether its response is in the journal.</param>
/// <param name="CallFailure">The call's own failure, whatever the row's function made of it.</param>
internal readonly record struct RowEnd(
    BatchOutcome Outcome, Exception? Error, bool IsCalled, bool IsReplayed, bool IsRecorded, Exception? CallFailure)
{
    /// <summary>A row that wasn't tried.</summary>
    public static RowEnd Untried(Exception error) =>
        new(BatchOutcome.NotRun, error, IsCalled: false, IsReplayed: false, IsRecorded: false, CallFailure: null);
}
