using System;
using System.Globalization;

namespace FetchHive;

/// <summary>Decides when a batch stops: at a failure that every row would have, or after many failures in a row.</summary>
internal sealed class BatchStops(int? maxInARow)
{
    private int _inARow;

    /// <summary>Why the batch stops, as the end of a sentence; null while it continues.</summary>
    public string? Reason { get; private set; }

    /// <summary>The failure at which the batch stops.</summary>
    public Exception? Failure { get; private set; }

    public bool IsReachedBy(in RowEnd end)
    {
        // A failure that was recorded in an earlier round says nothing about the service's current state. Neither does our own
        // cancellation.
        if (!end.IsCalled || Reason is not null)
        {
            return false;
        }

        if (end.Outcome == BatchOutcome.Succeeded)
        {
            _inARow = 0;
            return false;
        }

        Exception? failure = end.CallFailure ?? end.Error;
        if (ConcernsAll(failure))
        {
            Reason = "every further row would fail as the last one did. " + failure!.Message;
        }
        else if (++_inARow >= maxInARow)
        {
            Reason = string.Format(
                CultureInfo.InvariantCulture,
                "{0} rows in a row did not succeed (BatchOptions.MaxFailuresInARow). The last one: {1}",
                _inARow,
                failure?.Message);
        }

        Failure = failure;
        return Reason is not null;
    }

    private static bool ConcernsAll(Exception? failure) => failure switch
    {
        FetchHiveRateLimitException limit => limit.Kind == RateLimitKind.DailyCap,
        FetchHiveRequestException refusal => (int)refusal.StatusCode is 401 or 402 or 403 or 404 || IsCap(refusal.ErrorCode),
        FetchHiveRunFailedException failed => IsCap(failed.ErrorCode),
        BatchRowException row => row.Problem is BatchRowProblem.CallbackDelivery or BatchRowProblem.NoCall,
        BatchJournalException => true,
        _ => false,
    };

    private static bool IsCap(string? errorCode) =>
        errorCode is FetchHiveErrorCodes.AccountCreditCapReached or FetchHiveErrorCodes.InsufficientHostedLlmCredits;
}
