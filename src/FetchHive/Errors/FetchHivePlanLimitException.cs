using System;
using System.Net;

namespace FetchHive;

/// <summary>The account's credits or plan don't allow the call: 402.</summary>
public sealed class FetchHivePlanLimitException : FetchHiveRequestException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    public FetchHivePlanLimitException(string message, Exception? innerException = null, bool? mayHaveRun = null)
        : base(message, HttpStatusCode.PaymentRequired, mayHaveRun, innerException)
    {
    }

    internal FetchHivePlanLimitException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
