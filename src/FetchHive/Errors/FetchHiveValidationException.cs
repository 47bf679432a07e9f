using System;
using System.Net;

namespace FetchHive;

/// <summary>The service found the request invalid for this workflow, before running it: 400 or 422.</summary>
/// <remarks>
/// Causes are a wrong type of a Start input, nested metadata, a direct call to a workflow with a Human in the Loop step, and also
/// <see cref="FetchHiveErrorCodes.AccountCreditCapReached"/>, which the service sends as 422 (Fetch Hive docs,
/// <c>api-reference/error-codes</c>).
/// </remarks>
public sealed class FetchHiveValidationException : FetchHiveRequestException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="statusCode">The HTTP status: 400 or 422.</param>
    /// <param name="innerException">The cause, if any.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; null to derive it from the status.</param>
    /// <exception cref="ArgumentException"><paramref name="statusCode"/> isn't one of these.</exception>
    public FetchHiveValidationException(
        string message, HttpStatusCode statusCode, Exception? innerException = null, bool? mayHaveRun = null)
        : base(
            message,
            RefusalFailures.StatusFor<FetchHiveValidationException>(statusCode, nameof(statusCode)),
            mayHaveRun,
            innerException)
    {
    }

    internal FetchHiveValidationException(string message, Refusal refusal)
        : base(message, refusal)
    {
    }
}
