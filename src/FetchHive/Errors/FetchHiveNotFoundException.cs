using System;
using System.Net;

namespace FetchHive;

/// <summary>The deployment or request doesn't exist in this account: 404.</summary>
public sealed class FetchHiveNotFoundException : FetchHiveRequestException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    public FetchHiveNotFoundException(string message, Exception? innerException = null, bool? mayHaveRun = null)
        : base(message, HttpStatusCode.NotFound, mayHaveRun, innerException)
    {
    }

    internal FetchHiveNotFoundException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
