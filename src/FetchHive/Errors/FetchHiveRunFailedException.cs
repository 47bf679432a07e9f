using System;

namespace FetchHive;

/// <summary>The run was started and failed.</summary>
public sealed class FetchHiveRunFailedException : FetchHiveException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public FetchHiveRunFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Always <see langword="true"/>.</summary>
    public override bool MayHaveRun => true;

    /// <summary>The service's message, in the account's language; <see langword="null"/> when there is none.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// The service's stable code, such as those of <see cref="FetchHiveErrorCodes"/>; <see langword="null"/> when there is none.
    /// </summary>
    public string? ErrorCode { get; init; }
}
