using System;
using System.Net;

namespace FetchHive;

/// <summary>What the call is about doesn't exist for this account: 404.</summary>
public sealed class FetchHiveNotFoundException : FetchHiveRequestException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">What led to it, if anything.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null for what the status says.</param>
    public FetchHiveNotFoundException(string message, Exception? innerException = null, bool? mayHaveRun = null)
        : base(message, HttpStatusCode.NotFound, mayHaveRun, innerException)
    {
    }

    internal FetchHiveNotFoundException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
